"""Hostile packages are refused for what they are, in little time and memory, and nothing is written anywhere."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from modulekit.cli.exit_codes import GOOD, PACKAGE_DOES_NOT_VERIFY
from modulekit.delivery.verify import verify
from tests.delivery import measured
from tests.delivery.hostile import ZIPS, packages, parts
from tests.delivery.hostile_folders import FOLDERS
from tests.delivery.zips import zipped

KILOBYTES = measured.MEMORY // 1024


def seen(folder: Path) -> Iterator[tuple[str, object]]:
    """What lies in a folder, with sizes and times, without opening a channel."""
    for path, folders, files in os.walk(folder):
        for name in (*folders, *files):
            status = (Path(path) / name).lstat()
            yield f"{path}/{name}", (status.st_mode, status.st_size, status.st_mtime_ns)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, Path]]:
    return [*packages(tmp_path_factory.mktemp("hostile"))]


def test_there_are_enough_of_them() -> None:
    assert len(ZIPS) + len(FOLDERS) >= 100
    assert {code for code, _ in (*ZIPS.values(), *FOLDERS.values())} >= {f"MK95{number}" for number in range(1, 8)}


def test_what_they_are_made_from_is_good(tmp_path: Path) -> None:
    package = tmp_path / "good.zip"
    package.write_bytes(zipped(parts()))
    assert verify(package).findings == ()


def test_each_is_refused_for_what_it_is(corpus: list[tuple[str, str, Path]]) -> None:
    found = {name: (code, {one.code for one in verify(path).findings}) for name, code, path in corpus}
    assert {name: codes for name, (code, codes) in found.items() if code not in codes} == {}


def test_none_prints_what_moves_the_cursor(corpus: list[tuple[str, str, Path]]) -> None:
    for name, _, path in corpus:
        for one in verify(path).findings:
            assert f"{one.message}{one.span}{one.hint}".isprintable(), name


def test_each_ends_with_3_in_2_seconds_and_200_mb_and_writes_nothing(
    corpus: list[tuple[str, str, Path]], tmp_path: Path
) -> None:
    root = corpus[0][2].parent
    before = dict(seen(root))
    good = tmp_path / "good.zip"
    good.write_bytes(zipped(parts()))
    here = tmp_path / "here"
    here.mkdir()
    done = subprocess.run(
        [sys.executable, measured.__file__, *(str(path) for _, _, path in corpus), str(good)],
        cwd=here,
        env={**os.environ, "TMPDIR": str(here), "HOME": str(here), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    *ended, control = json.loads(done.stdout)
    assert control["code"] == GOOD, control
    assert len(ended) == len(corpus)
    for one in ended:
        assert one["code"] == PACKAGE_DOES_NOT_VERIFY, one
        assert "Traceback" not in one["printed"]
        assert one["seconds"] < measured.SECONDS, one
        assert one["kilobytes"] < KILOBYTES, one
    assert dict(seen(root)) == before
    assert [*here.iterdir()] == []


def test_limits_are_kept_by_the_system_and_not_by_good_will(tmp_path: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path; import measured as m\n"
        "m.run = lambda *_: len(bytes(300_000_000)); print(m.measured(Path('x'))['code'])\n"
        "m.run = lambda *_: Path('x').write_bytes(b'x'); print(m.measured(Path('x'))['code'])\n"
    )
    folder = str(Path(measured.__file__).parent)
    done = subprocess.run(
        [sys.executable, "-c", script, folder], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["99", "99"]


def test_corpus_is_the_same_each_time() -> None:
    sums = [{name: hashlib.sha256(made()).hexdigest() for name, (_, made) in ZIPS.items()} for _ in range(2)]
    assert sums[0] == sums[1]
