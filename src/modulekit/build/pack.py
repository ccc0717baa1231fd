"""A parcel becomes a package: a bag with the papers, the start page and all that lies beside them.

.. code-block:: text

    Kit, editions ─papers_of→ Paper… ─Parcel─→ start page, leaflets, crate ─bag_files→ Packed

Takes a parcel, gives all bytes of the package. What prints the digest of the package or signs it is laid beside the
lists afterwards (:meth:`Packed.with_beside`), because nothing that the lists hold can know their digest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from modulekit import __version__
from modulekit.build.crate import METADATA, crate
from modulekit.build.leaflets import leaflet_path, print_text, verify_text
from modulekit.build.papers import Paper
from modulekit.build.parcel import Parcel, course_title, kit_name
from modulekit.build.start_page import START_PAGE, start_page
from modulekit.delivery.bag import bag_files, tag_manifest_digest
from modulekit.formats.theme import Theme

__all__ = ["Packed", "Paper", "Parcel", "pack"]


@dataclass(frozen=True, slots=True)
class Packed:
    """A finished package: its name, every file of it by path, and the papers that it holds.

    ``digest`` is the SHA-256 of its tag manifest, in hexadecimal digits: it stands for the whole package.
    """

    name: str
    files: Mapping[PurePosixPath, bytes]
    papers: tuple[Paper, ...]
    languages: tuple[str, ...]
    digest: str

    @property
    def octets(self) -> int:
        """The size of all files in bytes."""
        return sum(map(len, self.files.values()))

    def with_beside(self, files: Mapping[PurePosixPath, bytes]) -> Packed:
        """The package with ``files`` that no list names: a signature, an act that prints the digest.

        Raises ``ValueError`` where one of them would take the place of a file of the package.
        """
        taken = sorted(str(path) for path in files.keys() & self.files.keys())
        if taken:
            raise ValueError(f"the package already holds {', '.join(taken)}")
        together = {**self.files, **files}
        return replace(self, files={path: together[path] for path in sorted(together, key=str)})


def pack(parcel: Parcel, templates: Path, theme: Theme) -> Packed:
    """Put a parcel into a bag, with the pages that lie beside it. The same parcel gives the same bytes.

    Raises ``ValueError`` for an empty parcel and ``modulekit.delivery.bag_names.NameRefusedError`` for a name that some
    computer could not hold.
    """
    beside: dict[PurePosixPath, bytes] = {START_PAGE: start_page(parcel, templates, theme), METADATA: crate(parcel)}
    for job in parcel.jobs:
        language = job.module.language
        beside[leaflet_path("VERIFY", language)] = verify_text(job)
        if parcel.is_for_trainers:
            beside[leaflet_path("PRINT_LIST", language)] = print_text(parcel, job)
    files = bag_files(parcel.payload, _info(parcel), beside)
    languages = tuple(job.module.language for job in parcel.jobs)
    return Packed(parcel.name, files, parcel.papers, languages, tag_manifest_digest(files))


def _info(parcel: Parcel) -> Iterator[tuple[str, str]]:
    """The lines of bag-info.txt."""
    job = parcel.first
    yield "Source-Organization", job.organisation
    yield "Bagging-Date", parcel.day.isoformat()
    yield "External-Identifier", parcel.name
    yield "External-Description", f"{course_title(job)}: {kit_name(parcel.kit, job.strings)}"
    yield "Module", job.module.module
    yield "Module-Code", job.module.code
    yield "Module-Version", job.module.document.version
    yield "Module-Date", job.module.document.date.isoformat()
    yield "Kit", parcel.kit.kit
    if job.centre:
        yield "Centre", job.centre.centre
        yield "Centre-Name", job.centre.name.text(job.module.language)
    if job.delivery:
        yield "Delivery", job.delivery.delivery
    for edition in parcel.jobs:
        yield "Language", edition.module.language
    yield "Bag-Software-Agent", f"ModuleKit {__version__}"
