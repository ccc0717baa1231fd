"""Makes templates/pptx/base.pptx: an empty 16:9 deck with a layout for each kind of slide that ModuleKit writes.

    python tools/make_pptx_base.py

The theme part comes from python-pptx's default template, everything else from modulekit.formats.pptx.layouts and the
tokens in templates/theme.yaml. The same tokens give the same bytes. A centre that wants its own base opens this one in
PowerPoint, changes what it likes and keeps the names of the layouts and the numbers of their placeholders.
"""

from __future__ import annotations

import io

import pptx

from modulekit.formats.ooxml.theme_part import dress_theme
from modulekit.formats.ooxml.units import emu
from modulekit.formats.ooxml.xml import Element, el, serialise
from modulekit.formats.pptx.layouts import LAYOUTS
from modulekit.formats.pptx.master import dress_master, layout, master
from modulekit.formats.pptx.notes_page import HEIGHT, WIDTH, notes_master
from modulekit.formats.pptx.table_style import table_styles
from modulekit.formats.theme import Theme, parse_theme
from modulekit.resources import templates
from office_package import OFFICE, default_theme, packed, relations, write_base

PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml"


def make() -> bytes:
    """The bytes of the base file."""
    theme = parse_theme((templates() / "theme.yaml").read_text(encoding="utf-8"))
    root = master()
    dress_master(root, theme)
    shipped = default_theme(pptx, "default.pptx", "ppt/theme/theme1.xml")
    parts = {
        "ppt/presentation.xml": serialise(_presentation(theme)),
        "ppt/presProps.xml": serialise(el("p:presentationPr")),
        "ppt/viewProps.xml": serialise(el("p:viewPr")),
        "ppt/tableStyles.xml": serialise(table_styles()),
        "ppt/theme/theme1.xml": dress_theme(shipped, theme, "slides", headings="sans", text="sans"),
        "ppt/slideMasters/slideMaster1.xml": serialise(root),
        "ppt/notesMasters/notesMaster1.xml": serialise(notes_master()),
        "ppt/theme/theme2.xml": dress_theme(shipped, theme, "slides", headings="sans", text="sans"),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relations((f"{OFFICE}/theme", "../theme/theme2.xml")),
        "ppt/_rels/presentation.xml.rels": relations(
            (f"{OFFICE}/slideMaster", "slideMasters/slideMaster1.xml"),
            (f"{OFFICE}/presProps", "presProps.xml"),
            (f"{OFFICE}/viewProps", "viewProps.xml"),
            (f"{OFFICE}/theme", "theme/theme1.xml"),
            (f"{OFFICE}/tableStyles", "tableStyles.xml"),
            (f"{OFFICE}/notesMaster", "notesMasters/notesMaster1.xml"),
        ),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
            *((f"{OFFICE}/slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in _numbers()),
            (f"{OFFICE}/theme", "../theme/theme1.xml"),
        ),
    }
    for number, sheet in zip(_numbers(), LAYOUTS, strict=True):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = serialise(layout(sheet))
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = relations(
            (f"{OFFICE}/slideMaster", "../slideMasters/slideMaster1.xml")
        )
    data = packed("ppt/presentation.xml", parts, _types())
    pptx.Presentation(io.BytesIO(data))  # a base that cannot be opened is not written
    return data


def main() -> None:
    """Write the base file where the writer looks for it."""
    write_base("pptx/base.pptx", make())


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


def _types() -> dict[str, str]:
    kinds = {
        "presentation": "presentation.main",
        "presProps": "presProps",
        "viewProps": "viewProps",
        "tableStyles": "tableStyles",
        "slideMasters/slideMaster1": "slideMaster",
        **{f"slideLayouts/slideLayout{n}": "slideLayout" for n in _numbers()},
        "notesMasters/notesMaster1": "notesMaster",
    }
    return {f"ppt/{name}.xml": f"{PRESENTATION}.{kind}+xml" for name, kind in kinds.items()}


if __name__ == "__main__":
    main()
