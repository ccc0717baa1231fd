"""A command is answered from memory where nothing changed, with the same words, and never otherwise."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from modulekit import fingerprint
from modulekit.cache.seal import seal
from modulekit.cli import main, typed
from modulekit.cli.caching import folder_of
from modulekit.cli.unchanged import answered
from tests.cli.program import MODULE, change, copy_of_course

BUILD = ("build", "-p", "handout", "-f", "html", "-f", "text")
DIST = Path("dist") / MODULE
LESSON = Path("modules") / MODULE / "lessons" / "01-agenda.yaml"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def courses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with a cache of a build, and about which there is something to say: a picture that nobody shows."""
    courses = copy_of_course(tmp_path)
    assets = courses / "modules" / MODULE / "assets"
    shutil.copy(assets / "agenda.svg", assets / "unused.svg")
    seal(folder_of(courses))
    monkeypatch.chdir(courses)
    return courses


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*words: str) -> tuple[int, str, str]:
        """The program with ``words``: its exit code, and what it printed."""
        monkeypatch.setattr(sys, "argv", ["modulekit", *words])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return run


def known(*words: str) -> bool:
    """Whether the answer is known; what it says is not shown."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return answered(words) is not None


@pytest.mark.usefixtures("courses")
@pytest.mark.parametrize(
    "words",
    [BUILD, (*BUILD, "--output-format", "json"), ("check",), ("check", "--output-format=sarif"), ("check", MODULE)],
    ids=" ".join,
)
def test_the_second_time_the_same_is_said_at_once(words: tuple[str, ...], run: Run) -> None:
    assert not known(*words)
    first = run(*words)
    assert first[0] == 0
    assert "MK603" in first[1] + first[2]
    assert known(*words)
    assert run(*words) == first


def test_a_check_leaves_nothing_where_there_is_no_cache(courses: Path, run: Run) -> None:
    shutil.rmtree(courses / ".modulekit")
    run("check")
    assert not (courses / ".modulekit").exists()
    run(*BUILD)
    assert (courses / ".modulekit" / ".gitignore").read_text().endswith("*\n")
    assert known(*BUILD)


def test_errors_of_a_check_are_said_again(courses: Path, run: Run) -> None:
    change(courses / LESSON, "minutes: 60\n", "minutes: 50\n")
    first = run("check")
    assert first[0] == 1
    assert "    3 │ minutes: 50" in first[1]
    assert known("check")
    assert run("check") == first
    change(courses / LESSON, "minutes: 50\n", "minutes: 60\n")
    assert run("check")[0] == 0
    assert run("check", "meating") == run("check", "meating")


def test_a_build_with_errors_is_tried_again(courses: Path, run: Run) -> None:
    """What stopped it may be the machine, of which nothing is remembered."""
    (courses / "dist").write_text("in the way")
    assert run(*BUILD)[0] == 1
    assert not known(*BUILD)


@contextmanager
def edited(path: Path, text: str) -> Iterator[None]:
    """With ``text`` at the end of a file; its dates are as they were."""
    before, facts = path.read_bytes(), path.stat()
    path.write_bytes(before + text.encode())
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    yield
    path.write_bytes(before)


@contextmanager
def added(path: Path, text: str = "") -> Iterator[None]:
    path.write_text(text)
    yield
    path.unlink()


@contextmanager
def gone(path: Path) -> Iterator[None]:
    before = path.read_bytes()
    path.unlink()
    yield
    path.write_bytes(before)


@contextmanager
def linked(path: Path, elsewhere: Path) -> Iterator[None]:
    """As a link to the same bytes that stand elsewhere."""
    shutil.copy(path, elsewhere)
    with gone(path):
        path.symlink_to(elsewhere)
        yield
        path.unlink()


@contextmanager
def made(folder: Path, file: str = "") -> Iterator[None]:
    folder.mkdir()
    if file:
        (folder / file).touch()
    yield
    shutil.rmtree(folder)


@contextmanager
def other_program() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typed, "fingerprint", lambda: "another")
        yield


@contextmanager
def unknown_program() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typed, "fingerprint", lambda: "")
        yield


CHANGES: dict[str, Callable[[], contextlib.AbstractContextManager[None]]] = {
    "a lesson is edited": lambda: edited(LESSON, "# a word\n"),
    "the workspace file is edited": lambda: edited(Path("modulekit.yaml"), "\n"),
    "a picture is edited": lambda: edited(LESSON.parents[1] / "assets" / "agenda.svg", " "),
    "a lesson is added": lambda: added(LESSON.with_name("02-more.yaml")),
    "a note is added": lambda: added(LESSON.with_name("notes.txt")),
    "the picture of nobody goes": lambda: gone(LESSON.parents[1] / "assets" / "unused.svg"),
    "a centre is added": lambda: made(Path("centres"), "hills.yaml"),
    "words of one's own are added": lambda: made(Path("strings"), "en.yaml"),
    "a module is added": lambda: made(Path("modules/another")),
    "a lesson becomes a link that leads out": lambda: linked(LESSON, Path("../elsewhere.yaml")),
    "another program": other_program,
    "a program that does not know itself": unknown_program,
    "the handout is edited": lambda: edited(DIST / "en" / "handout.txt", "by hand"),
    "the record is edited": lambda: edited(DIST / "build.json", " "),
    "the page goes": lambda: gone(DIST / "en" / "handout.html"),
    "a file is put beside them": lambda: added(DIST / "en" / "mine.txt"),
    "a file is put beside their folder": lambda: added(DIST / "mine.txt"),
    "the page becomes a link": lambda: linked(DIST / "en" / "handout.html", Path("../elsewhere.txt")),
    "a killed build left its folder": lambda: made(DIST.with_name(f".{MODULE}.new-x")),
}


def test_after_any_change_the_work_is_done(courses: Path, run: Run) -> None:
    first = run(*BUILD)
    remembered = []
    for name, changed in CHANGES.items():
        with changed():
            if known(*BUILD):
                remembered.append(name)
        assert known(*BUILD), name  # as it was before
    assert not remembered
    assert run(*BUILD) == first
    (courses / DIST / "en" / "handout.txt").write_text("by hand")
    assert run(*BUILD) == first
    assert (courses / DIST / "en" / "handout.txt").read_text() != "by hand"
    assert known(*BUILD)


OTHERS: tuple[tuple[str, ...], ...] = (
    BUILD[:-2],
    (*BUILD, "--translations", "fallback"),
    (*BUILD, "--out", "elsewhere"),
    (*BUILD, "--no-cache"),
    (*BUILD, "--dry-run"),
    (*BUILD, "--since", "v1"),
    (*BUILD, "--what-is-this"),
    (*BUILD, "-o"),
    (*BUILD, "--", MODULE),
    ("pack", *BUILD[1:]),
    ("check", "--help"),
    (),
)


def test_other_words_are_another_question(courses: Path, run: Run) -> None:
    run(*BUILD)
    run("check")
    assert courses.is_dir()
    assert [words for words in (BUILD, ("check",), *OTHERS) if known(*words)] == [BUILD, ("check",)]


def test_a_workspace_that_is_named_is_found(courses: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(courses.parent)
    for word in (("-w", "courses"), ("--workspace", "courses"), ("--workspace=courses",), ("-wcourses",)):
        first = run("check", *word)
        assert known("check", *word)
        assert run("check", *word) == first
    monkeypatch.chdir(courses / "modules")
    assert not known("check", "-w", "courses")
    assert not known("check")


def test_an_input_that_is_edited_during_a_build_is_built_next_time(
    courses: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from modulekit.cli import build
    from modulekit.cli.check import check_sources as whole

    def edited_meanwhile(*given: Any, **told: Any) -> None:
        change(courses / LESSON, "An agenda names decisions\n", "An agenda in other words\n")
        whole(*given, **told)

    with monkeypatch.context() as patch:
        patch.setattr(build, "check_sources", edited_meanwhile)
        run(*BUILD)
    handout = courses / DIST / "en" / "handout.txt"
    assert "An agenda names decisions" in handout.read_text()
    assert not known(*BUILD)
    run(*BUILD)
    assert "An agenda in other words" in handout.read_text()
    assert known(*BUILD)


@pytest.mark.parametrize("how", ["copied", "forged", "nonsense"])
def test_an_answer_that_comes_from_elsewhere_is_not_believed(how: str, courses: Path, run: Run) -> None:
    """A stranger's workspace brings a cache that says whatever they like."""
    change(courses / LESSON, "minutes: 60\n", "minutes: 50\n")
    run("check")
    folder = folder_of(courses)
    (stamp,) = (folder / "stamp").rglob("?" * 62)
    data = json.loads(stamp.read_bytes()[32:])
    data["findings"], data["code"] = [], 0
    forged = json.dumps(data).encode() if how != "nonsense" else b'{"answers": 7}'
    stamp.write_bytes(hashlib.sha256(forged).digest() + forged)
    if how != "nonsense":
        assert known("check")  # as it would be believed
        shutil.move(folder, courses / "theirs")
        shutil.copytree(courses / "theirs", folder)
    assert not known("check")
    code, out, _ = run("check")
    assert code == 1
    assert "error[MK401]" in out


def test_an_answer_from_memory_loads_no_models_and_no_writers(courses: Path, run: Run) -> None:
    run(*BUILD)
    program = "import sys; from modulekit.cli import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program, *BUILD], capture_output=True, text=True, check=True)
    if done.returncode == 0 and "modulekit.cli.app" in done.stderr:
        pytest.skip("the program itself was edited meanwhile")
    assert str(DIST / "en" / "handout.txt") in done.stdout
    loaded = set(done.stderr.split())
    assert "modulekit.cli.unchanged" in loaded
    assert courses.is_dir()
    assert not loaded & {"pydantic", "markdown_it", "yaml", "typer", "jinja2", "modulekit.model", "modulekit.source"}


def test_the_fingerprint_tells_programs_and_templates_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    templates = tmp_path / "templates"
    (templates / "css").mkdir(parents=True)
    (templates / "css" / "pages.css").write_text("a")
    package = tmp_path / "x-1.0.dist-info"
    package.mkdir()
    (package / "RECORD").write_text("x.py,sha256=1,1")
    monkeypatch.setattr(fingerprint, "templates", lambda: templates)
    monkeypatch.syspath_prepend(str(tmp_path))
    now = fingerprint.fingerprint.__wrapped__
    found = [now(), now()]
    assert found.pop() == found[0]
    (templates / "css" / "pages.css").write_text("b")
    found.append(now())
    (templates / "css" / "more.css").write_text("")
    found.append(now())
    (templates / "css" / "more.css").rename(templates / "more.css")
    found.append(now())
    (package / "RECORD").write_text("x.py,sha256=2,1")
    found.append(now())
    package.rename(tmp_path / "x-1.1.dist-info")
    found.append(now())
    assert len(set(found)) == 6
    monkeypatch.setattr(fingerprint, "_MAPS", tmp_path / "nothing")
    assert now() == ""
