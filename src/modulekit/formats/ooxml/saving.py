"""A package of the office libraries → its entries by name, without the detour over a zip that is opened again.

Takes a package of python-docx or python-pptx and the content types that its library tells by their extensions, gives
names and bytes. Must not know which parts there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_ALWAYS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}


def entries_of(package: Any, relations: Any, by_extension: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """All parts of ``package``, their relations and its own ``relations``, and the list of content types."""
    parts = list(package.iter_parts())
    entries = {"[Content_Types].xml": _content_types(parts, frozenset(by_extension)), "_rels/.rels": _xml(relations)}
    for part in parts:
        entries[part.partname.membername] = part.blob
        if len(part.rels):
            entries[part.partname.rels_uri.membername] = _xml(part.rels)
    return entries


def _xml(relations: Any) -> bytes:
    return bytes(relations.xml)


def _content_types(parts: Iterable[Any], by_extension: frozenset[tuple[str, str]]) -> bytes:
    """What each part is: by its extension where the standard says so, else by its name."""
    defaults, overrides = dict(_ALWAYS), dict[str, str]()
    for part in parts:
        extension = part.partname.ext.lower()
        if (extension, part.content_type) in by_extension:
            defaults[extension] = part.content_type
        else:
            overrides[part.partname] = part.content_type
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    _list(root, "Default", "Extension", defaults)
    _list(root, "Override", "PartName", overrides)
    return bytes(etree.tostring(root, encoding="UTF-8", standalone=True))


def _list(root: Any, name: str, key: str, types: Mapping[str, str]) -> None:
    for what, content_type in sorted(types.items()):
        etree.SubElement(root, f"{{{_TYPES}}}{name}", {key: what, "ContentType": content_type})
