"""``modulekit diff``: folders, packages and versions in git, told to a trainer who taught the earlier one."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.cli.program import MODULE, change, copy_of_course, modulekit


def _later(root: Path) -> Path:
    """The same course with a longer first step."""
    later = Path(shutil.copytree(root, root.parent / "later"))
    lesson = sorted((later / "modules" / MODULE / "lessons").iterdir())[0]
    text = lesson.read_text(encoding="utf-8")
    at = text.index("steps:")
    minutes = text.index("minutes: ", at) + len("minutes: ")
    end = text.index("\n", minutes)
    longer = str(int(text[minutes:end]) + 5)
    lesson.write_text(text[:minutes] + longer + text[end:], encoding="utf-8")
    change(later / "modules" / MODULE / "module.yaml", "version: 1.0,", "version: 1.1,")
    return later


@pytest.fixture
def courses(tmp_path: Path) -> tuple[Path, Path]:
    root = copy_of_course(tmp_path)
    return root, _later(root)


def _git(root: Path, *arguments: str) -> None:
    names = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", "-C", str(root), *names, *arguments], check=True, capture_output=True)


def _is_told(out: str) -> bool:
    return "1.0 (" in out and "→ 1.1 (" in out and "step 1 · " in out and ": minutes " in out


def test_two_folders(courses: tuple[Path, Path]) -> None:
    old, new = courses
    ended = modulekit("diff", str(old), str(new), cwd=old.parent)
    assert ended.code == 0
    assert _is_told(ended.out), ended.out
    assert len([line for line in ended.lines if "→" in line and " · " in line]) == 1


def test_a_course_and_itself(courses: tuple[Path, Path]) -> None:
    ended = modulekit("diff", str(courses[0] / "modules" / MODULE), cwd=courses[0])
    assert ended.code == 0
    assert ended.lines[-1] == "Nothing changed for somebody who taught it."


def test_a_package_that_holds_the_source(courses: tuple[Path, Path]) -> None:
    old, new = courses
    package = old.parent / "package.zip"
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("meetings-1.0-centre/bagit.txt", "BagIt-Version: 1.0\n")
        archive.writestr("meetings-1.0-centre/data/source/../../../evil.txt", "x")
        for file in sorted(old.rglob("*")):
            if file.is_file():
                archive.write(file, f"meetings-1.0-centre/data/source/{file.relative_to(old)}")
    assert _is_told(modulekit("diff", str(package), cwd=new).out)
    assert not [*old.parent.rglob("evil.txt")]
    with zipfile.ZipFile(package) as archive:
        archive.extractall(old.parent / "unpacked")
    assert _is_told(modulekit("diff", str(old.parent / "unpacked" / "meetings-1.0-centre"), cwd=new).out)


def test_a_version_in_git_also_where_the_workspace_is_a_folder_of_it(courses: tuple[Path, Path]) -> None:
    old, new = courses
    top = old.parent / "kept"
    root = Path(shutil.copytree(old, top / "our" / "courses"))
    _git(top, "init", "-q")
    _git(top, "add", "-A")
    _git(top, "commit", "-qm", "first")
    _git(top, "tag", "v1.0")
    shutil.copytree(new, root, dirs_exist_ok=True)
    assert _is_told(modulekit("diff", "v1.0", cwd=root).out)
    assert _is_told(modulekit("diff", "v1.0", ".", "--workspace", str(root), cwd=root).out)
    wrong = modulekit("diff", "v1.O", cwd=root)
    assert wrong.code == 2
    assert "There is no file, folder or version “v1.O”." in wrong.out
    assert "v1.0" in wrong.out


def test_data_for_programs(courses: tuple[Path, Path]) -> None:
    old, new = courses
    data = json.loads(modulekit("diff", str(old), str(new), "--output-format", "json", cwd=old).out)
    assert (data["old"]["version"], data["new"]["version"]) == ("1.0", "1.1")
    (lesson,) = data["lessons"]
    (entry,) = lesson["inside"]
    assert (entry["subject"], entry["what"], entry["aspects"]) == ("step", "changed", ["minutes"])
    assert entry["new"]["minutes"] - entry["old"]["minutes"] == 5


def test_both_handouts_are_laid_out_for_their_pages(courses: tuple[Path, Path]) -> None:
    old, new = courses
    change(new / "modules" / MODULE / "exercises" / "write-agenda.yaml", "for a real meeting", "for the next meeting")
    arguments = ("diff", str(old), str(new), "--pages", "--output-format", "json")
    data = json.loads(modulekit(*arguments, cwd=old).out)
    (entry,) = data["exercises"]
    assert entry["new"]["page"] >= entry["old"]["page"] > 1


@pytest.mark.parametrize(
    ("old", "says"),
    [
        ("nothing", "There is no file, folder or version “nothing”."),
        ("--upload-pack=x", ""),
        ("torn.zip", "torn.zip cannot be opened: it ends too early."),
        ("empty", "does not hold the source of a module"),
    ],
)
def test_what_is_no_version_is_said(courses: tuple[Path, Path], old: str, says: str) -> None:
    root = courses[0]
    (root / "torn.zip").write_bytes(b"PK\x03\x04 torn")
    (root.parent / "empty").mkdir()
    ended = modulekit("diff", str(root.parent / old) if old == "empty" else old, str(root), cwd=root)
    assert ended.code == 2
    assert says in ended.out


def test_a_course_with_errors_is_not_compared(courses: tuple[Path, Path]) -> None:
    old, new = courses
    (old / "modules" / MODULE / "module.yaml").write_text("module: [", encoding="utf-8")
    ended = modulekit("diff", str(old), str(new), cwd=old)
    assert ended.code == 1
    assert "module.yaml" in ended.out


def test_the_change_sheet_needs_an_earlier_version(courses: tuple[Path, Path]) -> None:
    new, old = courses  # the later one has a lesson that is too long, and only what is built is checked
    arguments = ("build", MODULE, "-p", "changes", "-f", "text")
    without = modulekit(*arguments, cwd=new)
    assert without.code == 2
    assert "no earlier version is known" in without.err
    ended = modulekit(*arguments, "--since", str(old), cwd=new)
    assert ended.code == 0, ended.err
    sheet = (new / "dist" / MODULE / "en" / "changes.txt").read_text(encoding="utf-8")
    assert "Version 1.0 of" in sheet
    assert "against version 1.1 of" in sheet
    wrong = modulekit(*arguments, "--since", "nothing", cwd=new)
    assert wrong.code == 1
    assert "There is no file, folder or version “nothing”." in wrong.err
