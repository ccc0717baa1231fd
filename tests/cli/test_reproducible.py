"""``modulekit build --verify-reproducible``: two builds from cold are compared, and differences are named."""

from __future__ import annotations

from pathlib import Path

from tests.cli.program import MODULE, copy_of_course, modulekit

VERIFY = ("build", "-p", "handout", "-f", "docx", "-f", "html", "--verify-reproducible")

PATCH = """
import os
import modulekit.formats.html as html

written = html.write

def write(document, press):
    from dataclasses import replace
    printed = written(document, press)
    return replace(printed, data=printed.data + os.environ["PYTHONHASHSEED"].encode())

html.write = write
"""


def test_the_same_bytes_twice_and_nothing_put_in_place(tmp_path: Path) -> None:
    courses = copy_of_course(tmp_path)
    ended = modulekit(*VERIFY, "--jobs", "2", cwd=courses)
    assert ended.lines == ["3 files: the same bytes with 2 processes and 1."]
    assert (ended.err, ended.code) == ("", 0)
    assert not (courses / "dist").exists()


def test_what_differs_is_named_with_the_place(tmp_path: Path) -> None:
    """A writer that lets the hash seed into its file, as one would that prints a set."""
    courses = copy_of_course(tmp_path)
    (tmp_path / "patched").mkdir()
    (tmp_path / "patched" / "sitecustomize.py").write_text(PATCH, encoding="utf-8")
    ended = modulekit(*VERIFY, cwd=courses, PYTHONPATH=str(tmp_path / "patched"))
    assert f"error[MK908] {MODULE}/en/build.json is not" not in ended.err
    assert f"error[MK908] {MODULE}/en/handout.html is not the same in two builds: line " in ended.err
    assert f"error[MK908] {MODULE}/build.json is not the same in two builds: line " in ended.err
    assert "handout.docx" not in ended.err
    assert (ended.out, ended.code) == ("", 1)


def test_a_course_with_errors_is_not_built(tmp_path: Path) -> None:
    courses = copy_of_course(tmp_path)
    (courses / "modules" / MODULE / "module.yaml").write_text("format: 1\n", encoding="utf-8")
    ended = modulekit(*VERIFY, cwd=courses)
    assert (ended.out, ended.code) == ("", 1)
    assert "MK908" not in ended.err
