"""Makes templates/docx/base.docx: an empty A4 document with every style, list and running footer that ModuleKit uses.

    python tools/make_docx_base.py

The theme part comes from python-docx's default template, everything else from the style sheet in
modulekit.formats.docx.sheet and the tokens in templates/theme.yaml. The same tokens give the same bytes. A centre
that wants its own base opens this one in Word, changes what it likes and keeps the names of the styles; content
controls with the tags title, label, organisation, version and date are filled in headers and footers.
"""

from __future__ import annotations

import io

import docx

from modulekit.formats.docx.look import Look
from modulekit.formats.docx.numbering import Numbering
from modulekit.formats.docx.styles import dress, styles_part
from modulekit.formats.ooxml.theme_part import dress_theme
from modulekit.formats.ooxml.units import twips
from modulekit.formats.ooxml.xml import Element, el, serialise
from modulekit.formats.theme import parse_theme
from modulekit.resources import templates
from office_package import OFFICE, default_theme, packed, relations, write_base

DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = {
    "document": "document.main",
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    **{f"footer{number}": "footer" for number in (1, 2, 3)},
}
STORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"  # where Word keeps the core properties
BINDINGS = {
    "title": "/ns1:coreProperties[1]/ns0:title[1]",
    "label": "/ns1:coreProperties[1]/ns1:category[1]",
}


def make() -> bytes:
    """The bytes of the base file."""
    theme = parse_theme((templates() / "theme.yaml").read_text(encoding="utf-8"))
    number = theme.number
    width = number("page", "width") - number("page", "inner") - number("page", "outer")
    look = Look(theme, "default", width)

    styles = styles_part(look, "en-GB")
    numbering = el("w:numbering")
    ids = dress(styles, look, "en-GB")
    Numbering(numbering, styles, ids)

    shipped = default_theme(docx, "default.docx", "word/theme/theme1.xml")
    parts = {
        "word/document.xml": serialise(_document(look)),
        "word/styles.xml": serialise(styles),
        "word/numbering.xml": serialise(numbering),
        "word/settings.xml": serialise(_settings()),
        "word/theme/theme1.xml": dress_theme(shipped, theme, "default", headings="sans", text="serif"),
        "word/footer1.xml": serialise(_footer(ids, number_first=False)),
        "word/footer2.xml": serialise(_footer(ids, number_first=True)),
        "word/footer3.xml": serialise(el("w:ftr", None, _line(ids))),
        "word/_rels/document.xml.rels": relations(
            (f"{OFFICE}/styles", "styles.xml"),
            (f"{OFFICE}/numbering", "numbering.xml"),
            (f"{OFFICE}/settings", "settings.xml"),
            (f"{OFFICE}/theme", "theme/theme1.xml"),
            (f"{OFFICE}/footer", "footer1.xml"),
            (f"{OFFICE}/footer", "footer2.xml"),
            (f"{OFFICE}/footer", "footer3.xml"),
        ),
    }
    data = packed(
        "word/document.xml", parts, {f"word/{name}.xml": f"{DOCUMENT}.{kind}+xml" for name, kind in TYPES.items()}
    )
    docx.Document(io.BytesIO(data))  # a base that cannot be opened is not written
    return data


def main() -> None:
    """Write the base file where the writer looks for it."""
    write_base("docx/base.docx", make())


def _document(look: Look) -> Element:
    number = look.theme.number
    size = {"w:w": twips(number("page", "width")), "w:h": twips(number("page", "height"))}
    margins: dict[str, str | int] = {
        "w:top": twips(number("page", "top")),
        "w:right": twips(number("page", "outer")),
        "w:bottom": twips(number("page", "bottom")),
        "w:left": twips(number("page", "inner")),
        "w:header": twips(10),
        "w:footer": twips(10),
        "w:gutter": 0,
    }
    section = el(
        "w:sectPr",
        None,
        el("w:footerReference", {"w:type": "default", "r:id": "rId5"}),
        el("w:footerReference", {"w:type": "even", "r:id": "rId6"}),
        el("w:footerReference", {"w:type": "first", "r:id": "rId7"}),
        el("w:pgSz", size),
        el("w:pgMar", margins),
        el("w:cols", {"w:space": 720}),
    )
    return el("w:document", None, el("w:body", None, section))


def _settings() -> Element:
    compatibility = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    word = "http://schemas.microsoft.com/office/word"
    mapping = {"w:bg1": "light1", "w:t1": "dark1", "w:bg2": "light2", "w:t2": "dark2"}
    mapping |= {f"w:accent{n}": f"accent{n}" for n in range(1, 7)}
    mapping |= {"w:hyperlink": "hyperlink", "w:followedHyperlink": "followedHyperlink"}
    return el(
        "w:settings",
        None,
        el("w:zoom", {"w:percent": 100}),
        el("w:mirrorMargins"),
        el("w:defaultTabStop", {"w:val": 567}),
        el("w:autoHyphenation"),
        el("w:consecutiveHyphenLimit", {"w:val": 2}),
        el("w:doNotHyphenateCaps"),
        el("w:evenAndOddHeaders"),
        el("w:characterSpacingControl", {"w:val": "doNotCompress"}),
        el(
            "w:compat",
            None,
            [
                el("w:compatSetting", {"w:name": name, "w:uri": word, "w:val": value})
                for name, value in compatibility.items()
            ],
        ),
        el("w:themeFontLang", {"w:val": "en-GB"}),
        el("w:clrSchemeMapping", mapping),
        el("w:decimalSymbol", {"w:val": "."}),
        el("w:listSeparator", {"w:val": ","}),
    )


def _line(ids: dict[str, str], *children: object) -> Element:
    return el("w:p", None, el("w:pPr", None, el("w:pStyle", {"w:val": ids["footer"]})), *children)


def _footer(ids: dict[str, str], *, number_first: bool) -> Element:
    """Title and label at the inner edge, the page number at the outer one."""
    words = [_control("title", 1), _run(" · "), _control("label", 2)]
    page = [
        _mark(ids, "begin"),
        el("w:r", None, _page_style(ids), el("w:instrText", {"xml:space": "preserve"}, " PAGE ")),
        _mark(ids, "separate"),
        el("w:r", None, _page_style(ids), el("w:t", None, "1")),
        _mark(ids, "end"),
    ]
    tab = el("w:r", None, el("w:tab"))
    return el("w:ftr", None, _line(ids, [*page, tab, *words] if number_first else [*words, tab, *page]))


def _control(name: str, number: int) -> Element:
    """A content control that shows a file property: who edits it here edits it everywhere."""
    prefixes = (
        "xmlns:ns0='http://purl.org/dc/elements/1.1/' "
        "xmlns:ns1='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' "
    )
    binding = {"w:prefixMappings": prefixes, "w:xpath": BINDINGS[name], "w:storeItemID": STORE}
    return el(
        "w:sdt",
        None,
        el(
            "w:sdtPr",
            None,
            el("w:alias", {"w:val": name.capitalize()}),
            el("w:tag", {"w:val": name}),
            el("w:id", {"w:val": 26110200 + number}),
            el("w:dataBinding", binding),
            el("w:text"),
        ),
        el("w:sdtContent", None, _run(name.capitalize())),
    )


def _run(text: str) -> Element:
    return el("w:r", None, el("w:t", {"xml:space": "preserve"}, text))


def _page_style(ids: dict[str, str]) -> Element:
    return el("w:rPr", None, el("w:rStyle", {"w:val": ids["Page Number"]}))


def _mark(ids: dict[str, str], kind: str) -> Element:
    return el("w:r", None, _page_style(ids), el("w:fldChar", {"w:fldCharType": kind}))


if __name__ == "__main__":
    main()
