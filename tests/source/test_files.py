"""Paths stay inside and can exist everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from modulekit.source.files import Files, PathRefusedError, refusal_of


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd", "../x", "a/../b", "a/./b", "a//b", "", "C:/x", "c:x", "a\\b", "con.svg", "lpt1", "a/nul.txt",
        "what?.svg", "a:b", "a\x00b", "tab\t.svg", "end.", "end ", " start", "e\u0301.svg",
    ],
)  # fmt: skip
def test_refused(path: str, tmp_path: Path) -> None:
    assert refusal_of(path)
    with pytest.raises(PathRefusedError):
        Files(tmp_path).read(path)


@pytest.mark.parametrize("path", ["assets/tree.svg", "a/b/c.png", "күн.svg", "com10.svg", "contents.svg", "a b.svg"])
def test_allowed(path: str) -> None:
    assert refusal_of(path) is None


def test_a_link_inside_is_followed_and_one_out_is_not(tmp_path: Path) -> None:
    root = tmp_path / "course"
    (root / "assets").mkdir(parents=True)
    (root / "real.svg").write_bytes(b"inside")
    (tmp_path / "other.svg").write_bytes(b"outside")
    (root / "assets" / "in.svg").symlink_to(root / "real.svg")
    (root / "assets" / "out.svg").symlink_to(tmp_path / "other.svg")
    files = Files(root)
    assert files.read("assets/in.svg") == b"inside"
    assert files.has("assets/in.svg")
    assert not files.has("assets/out.svg")
    with pytest.raises(PathRefusedError):
        files.read("assets/out.svg")


def test_listing_is_sorted_and_leaves_hidden_files_out(tmp_path: Path) -> None:
    for name in ("b.svg", "a.svg", ".DS_Store", "~$open.docx", "more/c.svg"):
        path = tmp_path / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    assert Files(tmp_path).files("assets") == ("assets/a.svg", "assets/b.svg", "assets/more/c.svg")
    assert Files(tmp_path).files("nowhere") == ()
