"""What was seen of a folder can be asked again: every change that could matter gives another answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from modulekit.files import Files, PathRefusedError
from modulekit.seen import Seen


def grown(folder: Path) -> Path:
    (folder / "deep").mkdir(parents=True)
    (folder / "a.yaml").write_text("a")
    (folder / "deep" / "b.yaml").write_text("b")
    (folder / "link.yaml").symlink_to("a.yaml")
    return folder


def looked_at(folder: Path) -> Seen:
    """As a command looks at a workspace: it reads, asks for what is not there, lists, and is refused."""
    seen = Seen()
    files = Files(folder, seen)
    files.read("a.yaml")
    files.read("link.yaml")
    assert not files.has("c.yaml")
    assert files.can_open("a.yaml")
    files.files("")
    inner = files.under("deep")
    inner.read("b.yaml")
    with pytest.raises(FileNotFoundError):
        inner.read("gone.yaml")
    with pytest.raises(PathRefusedError):
        inner.read("../a.yaml")
    return seen


def test_the_same_folder_gives_the_same_answers(tmp_path: Path) -> None:
    folder = grown(tmp_path / "x")
    seen = looked_at(folder)
    assert len(seen.answers) == 9
    assert not seen.is_torn
    assert Files(folder).would_answer(seen.answers)
    moved = folder.rename(tmp_path / "y")
    assert Files(moved).would_answer(seen.answers)


def link_to(folder: Path, target: str) -> None:
    (folder / "link.yaml").unlink()
    (folder / "link.yaml").symlink_to(target)


def becomes_a_folder(folder: Path) -> None:
    (folder / "a.yaml").unlink()
    (folder / "a.yaml").mkdir()


def leads_out(folder: Path) -> None:
    (folder.parent / "a.yaml").write_text("a")
    link_to(folder, "../a.yaml")


def becomes_a_link(folder: Path) -> None:
    (folder / "deep").rename(folder.parent / "deep")
    (folder / "deep").symlink_to(folder.parent / "deep")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a file is edited": lambda folder: (folder / "a.yaml").write_text("A"),
    "a file below is edited": lambda folder: (folder / "deep" / "b.yaml").write_text("B"),
    "a file goes": lambda folder: (folder / "a.yaml").unlink(),
    "a file is added": lambda folder: (folder / "deep" / "d.yaml").write_text("d"),
    "a file that was asked for comes": lambda folder: (folder / "c.yaml").write_text("c"),
    "a file that was read in vain comes": lambda folder: (folder / "deep" / "gone.yaml").write_text(""),
    "a file becomes a folder": becomes_a_folder,
    "a folder is added": lambda folder: (folder / "more").mkdir(),
    "a link leads elsewhere": lambda folder: link_to(folder, "deep/b.yaml"),
    "a link leads out": leads_out,
    "a folder becomes a link": becomes_a_link,
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_gives_another_answer(change: str, tmp_path: Path) -> None:
    folder = grown(tmp_path / "x")
    seen = looked_at(folder)
    CHANGES[change](folder)
    assert not Files(folder).would_answer(seen.answers)


def test_a_hidden_file_changes_nothing(tmp_path: Path) -> None:
    """Hidden files are not read, and editors keep theirs beside what they edit."""
    folder = grown(tmp_path / "x")
    seen = looked_at(folder)
    (folder / ".a.yaml.swp").write_text("x")
    assert Files(folder).would_answer(seen.answers)


def test_a_file_that_is_edited_meanwhile_is_the_one_that_was_read_first(tmp_path: Path) -> None:
    folder = grown(tmp_path / "x")
    seen = Seen()
    files = Files(folder, seen)
    assert files.read("a.yaml") == b"a"
    (folder / "a.yaml").write_text("edited")
    assert files.read("a.yaml") == b"a"
    assert Files(folder, seen).under("").read("a.yaml") == b"a"
    assert not files.would_answer(seen.answers)  # and nothing is remembered as made of the newer one


def test_what_was_asked_twice_and_answered_in_two_ways_is_known(tmp_path: Path) -> None:
    folder = grown(tmp_path / "x")
    seen = Seen()
    files = Files(folder, seen)
    files.names("deep")
    (folder / "deep" / "d.yaml").write_text("d")
    assert not seen.is_torn
    files.names("deep")
    assert seen.is_torn


def test_a_question_that_nobody_asks_has_no_answer(tmp_path: Path) -> None:
    assert not Files(grown(tmp_path / "x")).would_answer({("", "unlink", "a.yaml"): "True"})
