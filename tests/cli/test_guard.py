"""What check, build and pack read and whom they talk to, as the kernel sees it: the course, the program, fonts and
libraries, and nobody."""

from __future__ import annotations

import hashlib
import json
import socket
import sys
import sysconfig
from pathlib import Path

import pytest

import modulekit
from modulekit.resources import templates
from tests.cli.light_kit import PACK, light_workspace
from tests.judges.traced import Traced, traced

PROGRAM: tuple[Path, ...] = (
    Path(modulekit.__file__).parent,
    templates(),
    *{Path(place).resolve() for place in (sys.prefix, sys.base_prefix, sysconfig.get_path("purelib"))},
    Path(sys.prefix),
    Path(sys.executable).parent,
)
SYSTEM = (
    *("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache", "/etc/ld.so.preload"),
    *("/usr/share/locale", "/usr/share/zoneinfo", "/etc/localtime", "/etc/mime.types", "/etc/ssl", "/usr/share/mime"),
    *("/proc", "/sys", "/dev/null", "/dev/urandom", "/dev/shm", "/dev/tty"),
)
FONTS = ("/etc/fonts", "/usr/share/fontconfig", "/usr/share/fonts", "/usr/local/share/fonts", "/var/cache/fontconfig")
"""What draws charts looks through the fonts of the system, and uses none of them."""

BUILD = ("build", "-p", "handout", "-p", "slides", "-p", "worksheets")


class Course:
    """A course of one's own, with folders for temporary files and for a home, and a secret beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = light_workspace(folder / "course").resolve()
        self.temporary, self.home, self.secret = (folder.resolve() / name for name in ("temporary", "home", "secret"))
        for made in (self.temporary, self.home):
            made.mkdir()
        self.secret.write_text("nobody's business")

    def watched(self, *command: str) -> Traced:
        log = self.secret.with_name("log")
        own = {"TMPDIR": str(self.temporary), "HOME": str(self.home)}
        return traced([sys.executable, *command], self.folder, log, **own)


def _beyond(seen: Traced, allowed: tuple[Path | str, ...]) -> list[str]:
    """What was opened elsewhere; Python lists the folders in which it looks for modules."""
    return [path for path in seen.outside(allowed) if path not in sys.path]


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(tmp_path)


@pytest.mark.judge("strace")
@pytest.mark.parametrize("words", [("check",), BUILD, PACK], ids=["check", "build", "pack"])
def test_nothing_is_read_outside_and_nobody_is_talked_to(words: tuple[str, ...], course: Course) -> None:
    seen = course.watched("-m", "modulekit", *words)
    assert seen.code == 0, seen.err
    allowed: tuple[Path | str, ...] = (course.folder, course.temporary, *PROGRAM, *SYSTEM, *FONTS)
    assert _beyond(seen, allowed) == []
    assert seen.talked == frozenset()
    assert {Path(program).resolve() for program in seen.started} == {Path(sys.executable).resolve()}
    assert str(course.folder / "modulekit.yaml") in seen.opened
    assert any(path.startswith(str(templates())) for path in seen.opened)
    mine = [course.folder / name for name in ("dist", ".modulekit", "handovers")] if words[0] != "check" else []
    assert seen.written_outside((*mine, course.temporary, "/dev", "/proc/self")) == []
    assert [*course.home.iterdir()] == []
    if words == BUILD:
        made = {path.suffix for path in (course.folder / "dist").rglob("*")}
        assert {".pdf", ".docx", ".pptx", ".html", ".txt", ".json"} <= made
        _is_remembered(course.folder, seen)


def _is_remembered(course: Path, seen: Traced) -> None:
    """Everything of the course that was opened is among what must be the same for the build to be answered at once."""
    (stamp,) = (path for path in (course / ".modulekit" / "cache" / "stamp").rglob("*") if path.is_file())
    answers = json.loads(stamp.read_bytes()[hashlib.sha256().digest_size :])["answers"]
    known = {str(course / below / path) for below, _, path, _ in answers}
    opened = {path for path in seen.opened if path.startswith(f"{course}/")}
    own = tuple(f"{course}/{name}" for name in (".modulekit", "dist"))
    assert len(opened & known) > 20
    assert {path for path in opened if not path.startswith(own)} - known == set()


@pytest.mark.judge("strace")
def test_what_reads_a_secret_starts_a_program_and_talks_is_seen(course: Course) -> None:
    """The positive control: the guard sees what it is there for, in a thread of a process of a process."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        deed = f"open({str(course.secret)!r}).read(); socket.create_connection(('127.0.0.1', {port}))"
        inner = f"import socket, threading; t = threading.Thread(target=lambda: ({deed.replace(';', ',')})); t.start()"
        outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}]); subprocess.run(['true'])"
        seen = course.watched("-c", f"{outer}; open({str(course.home / 'x')!r}, 'w')")
    found = _beyond(seen, (course.folder, course.temporary, *PROGRAM, *SYSTEM, *FONTS))
    assert found == [str(course.home / "x"), str(course.secret)]
    assert str(course.home / "x") in seen.written_outside((course.folder, course.temporary, "/dev"))
    assert any(f"htons({port})" in call for call in seen.talked)
    assert any(Path(program).name == "true" for program in seen.started)
