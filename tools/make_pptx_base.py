"""Makes templates/pptx/base.pptx: an empty 16:9 deck with a layout for each kind of slide that ModuleKit writes.

    python tools/make_pptx_base.py

The theme part comes from python-pptx's default template, everything else from modulekit.formats.pptx.layouts and the
tokens in templates/theme.yaml. The same tokens give the same bytes. A centre that wants its own base opens this one in
PowerPoint, changes what it likes and keeps the names of the layouts and the numbers of their placeholders.
"""

from __future__ import annotations

import io
from pathlib import Path

import pptx

from modulekit.archive import pack, repack_ooxml, unpack
from modulekit.formats.ooxml.theme_part import dress_theme
from modulekit.formats.ooxml.units import emu
from modulekit.formats.ooxml.xml import Element, el, serialise
from modulekit.formats.pptx.layouts import LAYOUTS
from modulekit.formats.pptx.master import dress_master, layout, master
from modulekit.formats.pptx.notes_page import HEIGHT, WIDTH, notes_master
from modulekit.formats.pptx.table_style import table_styles
from modulekit.formats.theme import Theme, parse_theme
from modulekit.resources import templates

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def make() -> bytes:
    """The bytes of the base file."""
    theme = parse_theme((templates() / "theme.yaml").read_text(encoding="utf-8"))
    root = master()
    dress_master(root, theme)
    parts = {
        "ppt/presentation.xml": serialise(_presentation(theme)),
        "ppt/presProps.xml": serialise(el("p:presentationPr")),
        "ppt/viewProps.xml": serialise(el("p:viewPr")),
        "ppt/tableStyles.xml": serialise(table_styles()),
        "ppt/theme/theme1.xml": dress_theme(_default_theme(), theme, "slides", headings="sans", text="sans"),
        "ppt/slideMasters/slideMaster1.xml": serialise(root),
        "ppt/notesMasters/notesMaster1.xml": serialise(notes_master()),
        "ppt/theme/theme2.xml": dress_theme(_default_theme(), theme, "slides", headings="sans", text="sans"),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relations((f"{OFFICE}/theme", "../theme/theme2.xml")),
        "docProps/core.xml": serialise(el("cp:coreProperties")),
        "docProps/app.xml": serialise(el("ep:Properties")),
        "_rels/.rels": _relations(
            (f"{OFFICE}/officeDocument", "ppt/presentation.xml"),
            (CORE, "docProps/core.xml"),
            (f"{OFFICE}/extended-properties", "docProps/app.xml"),
        ),
        "ppt/_rels/presentation.xml.rels": _relations(
            (f"{OFFICE}/slideMaster", "slideMasters/slideMaster1.xml"),
            (f"{OFFICE}/presProps", "presProps.xml"),
            (f"{OFFICE}/viewProps", "viewProps.xml"),
            (f"{OFFICE}/theme", "theme/theme1.xml"),
            (f"{OFFICE}/tableStyles", "tableStyles.xml"),
            (f"{OFFICE}/notesMaster", "notesMasters/notesMaster1.xml"),
        ),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            *((f"{OFFICE}/slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in _numbers()),
            (f"{OFFICE}/theme", "../theme/theme1.xml"),
        ),
    }
    for number, sheet in zip(_numbers(), LAYOUTS, strict=True):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = serialise(layout(sheet))
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = _relations(
            (f"{OFFICE}/slideMaster", "../slideMasters/slideMaster1.xml")
        )
    parts["[Content_Types].xml"] = _types()
    data = repack_ooxml(pack(parts.items()))
    pptx.Presentation(io.BytesIO(data))  # a base that cannot be opened is not written
    return data


def main() -> None:
    """Write the base file where the writer looks for it."""
    target = templates() / "pptx" / "base.pptx"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(make())
    print(f"{target}: {target.stat().st_size} bytes")


def _numbers() -> range:
    return range(1, len(LAYOUTS) + 1)


def _presentation(theme: Theme) -> Element:
    number = theme.number
    return el(
        "p:presentation",
        {"saveSubsetFonts": 1, "autoCompressPictures": 0},
        el("p:sldMasterIdLst", None, el("p:sldMasterId", {"id": 2147483648, "r:id": "rId1"})),
        el("p:notesMasterIdLst", None, el("p:notesMasterId", {"r:id": "rId6"})),
        el("p:sldSz", {"cx": emu(number("page", "slide-width")), "cy": emu(number("page", "slide-height"))}),
        el("p:notesSz", {"cx": emu(WIDTH), "cy": emu(HEIGHT)}),
    )


def _default_theme() -> bytes:
    default = Path(pptx.__file__).parent / "templates" / "default.pptx"
    return unpack(default.read_bytes())["ppt/theme/theme1.xml"]


def _relations(*relations: tuple[str, str]) -> bytes:
    rows = "".join(
        f'<Relationship Id="rId{index}" Type="{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(relations, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'.encode()


def _types() -> bytes:
    overrides = {
        "/ppt/presentation.xml": f"{PRESENTATION}.presentation.main+xml",
        "/ppt/presProps.xml": f"{PRESENTATION}.presProps+xml",
        "/ppt/viewProps.xml": f"{PRESENTATION}.viewProps+xml",
        "/ppt/tableStyles.xml": f"{PRESENTATION}.tableStyles+xml",
        "/ppt/slideMasters/slideMaster1.xml": f"{PRESENTATION}.slideMaster+xml",
        **{f"/ppt/slideLayouts/slideLayout{n}.xml": f"{PRESENTATION}.slideLayout+xml" for n in _numbers()},
        "/ppt/notesMasters/notesMaster1.xml": f"{PRESENTATION}.notesMaster+xml",
        "/ppt/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/ppt/theme/theme2.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    rows = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'{DECLARATION}<Types xmlns="{TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    ).encode()


if __name__ == "__main__":
    main()
