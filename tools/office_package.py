"""What the makers of the two office bases share: relations, content types, packing, and where a base is written.

Takes parts as bytes, gives the bytes of a package. Must not know Word or PowerPoint.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from modulekit.archive import pack, repack_ooxml, unpack
from modulekit.formats.ooxml.xml import el, serialise
from modulekit.resources import templates

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE_TYPES = "application/vnd.openxmlformats-officedocument"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def packed(main: str, parts: Mapping[str, bytes], types: Mapping[str, str]) -> bytes:
    """The package whose main part is ``main``; ``types`` are the content types of ``parts`` that have one of their
    own. File properties, themes and the list of types are added here."""
    whole = {
        **parts,
        "docProps/core.xml": serialise(el("cp:coreProperties")),
        "docProps/app.xml": serialise(el("ep:Properties")),
        "_rels/.rels": relations(
            (f"{OFFICE}/officeDocument", main),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{OFFICE}/extended-properties", "docProps/app.xml"),
        ),
    }
    themes = {name: f"{_OFFICE_TYPES}.theme+xml" for name in parts if "/theme/" in name}
    properties = {
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": f"{_OFFICE_TYPES}.extended-properties+xml",
    }
    whole["[Content_Types].xml"] = _types({**types, **themes, **properties})
    return repack_ooxml(pack(whole.items()))


def relations(*found: tuple[str, str]) -> bytes:
    """A part of relations: pairs of kind and target, numbered from ``rId1``."""
    rows = "".join(
        f'<Relationship Id="rId{index}" Type="{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(found, 1)
    )
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'.encode()


def default_theme(library: ModuleType, file: str, part: str) -> bytes:
    """The theme part of the template that ``library`` brings along."""
    default = Path(str(library.__file__)).parent / "templates" / file
    return unpack(default.read_bytes())[part]


def write_base(name: str, data: bytes) -> None:
    """Write ``data`` where the writers look for the base called ``name``, such as ``docx/base.docx``."""
    target = templates() / name
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(data)
    print(f"{target}: {len(data)} bytes")


def _types(overrides: Mapping[str, str]) -> bytes:
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    ).encode()
