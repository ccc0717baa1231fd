"""Whatever can be packed verifies, and whatever becomes of a package, its receiver gets an answer."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path, PurePosixPath

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from modulekit.delivery.bag import bag_files
from modulekit.delivery.bag_names import NameRefusedError, check_name
from modulekit.delivery.package import write_folder, zip_of
from modulekit.delivery.verify import verify
from tests.delivery.bags import bag
from tests.delivery.hostile import parts
from tests.delivery.zips import zipped

HANDOUT = PurePosixPath("handout.pdf")
INFO = [("Source-Organization", "x")]
SHARED = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

LETTERS = st.one_of(st.sampled_from("abAB%.:~ -_$ҚқӘәйﬀßǰИ\u0306\u0130ſ12"), st.characters())
NAMES = st.one_of(
    st.text(LETTERS, min_size=1, max_size=6), st.sampled_from(["con", "NUL.txt", "clock$", "com1", "data"])
)
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)

STORED = zipped(parts())
DEFLATED = zipped(one.__class__(one.name, one.data, deflate=True) for one in parts())


def fits(path: PurePosixPath) -> bool:
    """Whether a file may be called so."""
    try:
        check_name(path)
    except NameRefusedError:
        return False
    return True


@SHARED
@given(st.dictionaries(PATHS.map(PurePosixPath), st.binary(max_size=40), min_size=3, max_size=8))
def test_what_can_be_packed_verifies(tmp_path: Path, payload: dict[PurePosixPath, bytes]) -> None:
    try:
        files = bag_files({path: data for path, data in payload.items() if fits(path)} or {HANDOUT: b""}, INFO)
    except NameRefusedError:  # two names that fall together
        assume(False)
        raise
    package = tmp_path / "package.zip"
    package.write_bytes(zip_of(files, "package"))
    write_folder(files, tmp_path / "package")
    assert verify(package).findings == ()
    assert verify(tmp_path / "package").findings == ()


@st.composite
def changes(draw: st.DrawFn, data: bytes) -> bytes:
    """``data`` with some bytes changed, put in, cut out, copied or moved."""
    made = bytearray(data)
    for _ in range(draw(st.integers(1, 4))):
        at, to = (draw(st.integers(0, len(made))) for _ in range(2))
        length = draw(st.integers(1, 60))
        match draw(st.sampled_from(["set", "flip", "put", "cut", "copy", "end"])):
            case "set" if at < len(made):
                made[at] = draw(st.sampled_from([0, 1, 0x2E, 0x2F, 0x50, 0x7F, 0xFF]))
            case "flip" if at < len(made):
                made[at] ^= 1 << draw(st.integers(0, 7))
            case "put":
                made[at:at] = draw(st.binary(max_size=60))
            case "cut":
                del made[at : at + length]
            case "copy":
                made[to:to] = made[at : at + length]
            case _:
                del made[at:]
    return bytes(made)


def contents(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


@settings(SHARED, max_examples=500)
@given(st.sampled_from([STORED, DEFLATED]).flatmap(changes))
def test_a_changed_zip_gets_an_answer_and_good_means_the_same_files(tmp_path: Path, data: bytes) -> None:
    package = tmp_path / "package.zip"
    package.write_bytes(data)
    verdict = verify(package)
    if verdict.good:  # a date or the name of the zip's folder may change, and nothing else
        found = {name.partition("/")[2]: content for name, content in contents(data).items()}
        assert found == bag()
    else:
        assert all(one.message.isprintable() for one in verdict.findings)


def test_mutants_are_sometimes_good_and_mostly_not(tmp_path: Path) -> None:
    package = tmp_path / "package.zip"
    good = []
    for at in range(len(STORED)):
        package.write_bytes(STORED[:at] + bytes([STORED[at] ^ 0x20]) + STORED[at + 1 :])
        if verify(package).good:
            good.append(at)
            assert [*contents(package.read_bytes()).values()] == [*contents(STORED).values()]
    assert good  # dates
    assert len(good) < len(STORED) // 10


@SHARED
@given(st.sampled_from(sorted(bag())).flatmap(lambda name: st.tuples(st.just(name), changes(bag()[name]))))
def test_a_changed_file_is_never_good(tmp_path: Path, change: tuple[str, bytes]) -> None:
    name, data = change
    assume(data != bag()[name])
    files = {PurePosixPath(path): content for path, content in {**bag(), name: data}.items()}
    write_folder(files, tmp_path / "package")
    assert not verify(tmp_path / "package").good
