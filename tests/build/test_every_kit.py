"""Every kit for every centre, in one language and in all: others judge the packages as we do, whole and spoiled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from modulekit.build.pack import pack
from modulekit.cli.signing import Signed, sign
from modulekit.delivery.bag import SIGNATURE, TAG_MANIFEST
from modulekit.delivery.package import write_folder, zip_of
from modulekit.delivery.verify import verify
from modulekit.resources import templates
from modulekit.review.kits import builtin_kits
from tests.build.parcels import whole
from tests.cli.test_signing import new_key
from tests.courses import centres
from tests.judges.packages import SPOILED, Spoiled, every_judge
from tests.presses import theme

LANGUAGES = ("en", "kk", "kk ru en")


def packages() -> Iterator[tuple[str, str, str]]:
    """Kits, receivers and languages."""
    for kit in builtin_kits():
        for centre in centres():
            for languages in LANGUAGES:
                yield kit, centre, languages


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_key(tmp_path_factory.mktemp("key"))


def test_there_are_kits_and_centres() -> None:
    assert len([*packages()]) >= 4 * 2 * 3


@pytest.mark.judge("bagit", "sha256sum", "ssh-keygen", "unzip", "rocrate")
@pytest.mark.parametrize(
    ("kit", "centre", "languages"),
    [*packages()],
    ids=str,
)
def test_all_judges_agree(kit: str, centre: str, languages: str, key: Path, tmp_path: Path) -> None:
    packed = pack(whole(builtin_kits()[kit], centres()[centre], *languages.split()), templates(), theme())
    signed = sign(packed.files[TAG_MANIFEST], key)
    assert isinstance(signed, Signed)
    packed = packed.with_beside({SIGNATURE: signed.signature})
    folder, package = tmp_path / packed.name, tmp_path / f"{packed.name}.zip"
    write_folder(packed.files, folder)
    package.write_bytes(zip_of(packed.files, packed.name))
    signers = tmp_path / "allowed_signers"
    signers.write_text(f"{signed.signer_line}\n", encoding="utf-8")
    for name, verdict in every_judge(folder, package, signers).items():
        assert verdict, f"{name}: {verdict}"
    assert verify(folder).good
    assert verify(package).good
    for spoil in SPOILED if languages == LANGUAGES[-1] else ():
        found = spoil.of(folder, tmp_path / "spoiled")
        _is_refused(found, signers)


def _is_refused(found: Spoiled, signers: Path) -> None:
    wrong = {str(one.span) for one in verify(found.folder).findings}
    assert wrong == set(found.wrong), found.what
    said = {name for name, verdict in every_judge(found.folder, None, signers).items() if not verdict}
    assert said == set(found.refused_by), found.what
