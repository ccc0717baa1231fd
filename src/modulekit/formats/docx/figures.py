"""Pictures with their alternative text, caption and credit, and bars drawn to scale."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from modulekit.document import Bar, Chart, Diagram, Figure, Text
from modulekit.formats import bars
from modulekit.formats.charts.canvas import Room
from modulekit.formats.charts.drawing import figure
from modulekit.formats.docx import grid
from modulekit.formats.docx.desk import Desk
from modulekit.formats.docx.inline import run, runs, tab
from modulekit.formats.docx.look import Look
from modulekit.formats.docx.paragraphs import indent, paragraph
from modulekit.formats.docx.place import Place
from modulekit.formats.docx.sheet import GAP
from modulekit.formats.docx.tables import caption
from modulekit.formats.drawing.size import too_small
from modulekit.formats.drawing.studio import Shown, Studio
from modulekit.formats.ooxml.pictures import Picture, blip
from modulekit.formats.ooxml.units import emu, twips
from modulekit.formats.ooxml.xml import Element, el
from modulekit.formats.styles import landscape_area

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_TALLEST = 190.0  # millimetres: what a page holds beside a caption
_CAPTION = 18.0  # millimetres: caption and source on a page across
_FRAME = 9525  # three quarters of a point


def written(desk: Desk, block: Figure, place: Place) -> list[Element]:
    """The picture, then its caption and its credit. A picture that cannot be read leaves its words."""
    direct = indent(place.indent) if place.indent else None
    width = place.width * block.width
    found = desk.picture(block.asset, width, block.id)
    if found is None:
        shown: list[Element] = [run(desk, f"[{block.alt}]")]
    else:
        shown = [el("w:r", None, drawing(desk, block, width, *found))]
    last = not (block.caption or block.number or block.credit)
    keep = el("w:keepNext", {"w:val": 0}) if last else None
    elements = [paragraph(desk, "Figure", shown, properties=(direct, keep))]
    elements.extend(caption(desk, block.number, block.caption, "Figure Caption"))
    if block.credit:
        elements.append(paragraph(desk, "Source", runs(desk, block.credit)))
    return desk.mark(block.id, elements)


def diagram(desk: Desk, block: Diagram, place: Place) -> list[Element]:
    """The drawing as a picture at the size of its letters, on a page across where it is too wide."""
    width, height = landscape_area(desk.press.theme, desk.look.style)
    studio = Studio(desk.press, _TALLEST, landscape=(width, height - _CAPTION))
    parts = studio(block, place.width, alone=not place.beside)
    desk.findings += [too_small(*tiny) for tiny in studio.tiny]
    return list(chain.from_iterable(_part(desk, block, shown, place, width) for shown in parts))


def _part(desk: Desk, block: Diagram, shown: Shown, place: Place, across: float) -> list[Element]:
    """The drawing, or a part of it below the mark with which it goes on."""
    place = Place(across) if shown.landscape else place
    share = min(shown.width / place.width, 1.0)
    figure = Figure(shown.asset, shown.alt, block.caption, block.number, block.source, share, id=block.id)
    if shown.mark:
        figure = replace(figure, caption=(Text(shown.mark),), credit=(), id="")
    elements = written(desk, figure, place)
    if shown.landscape:
        desk.lay_across(elements)
    return elements


def chart(desk: Desk, block: Chart, place: Place) -> list[Element]:
    """The picture of a chart, as it stands in the PDF."""
    room = Room(place.width, desk.press.theme.number("size", "tiny"))
    return written(desk, figure(block, room, desk.press), place)


def drawing(desk: Desk, block: Figure, width: float, picture: Picture, relation: str, svg: str | None) -> Element:
    """The element that shows ``picture`` in so many millimetres, as high as its shape says, with its words."""
    width = min(width, _TALLEST / picture.ratio)
    extent = {"cx": emu(width), "cy": emu(width * picture.ratio)}
    number = desk.drawing_id()
    facts: dict[str, str | int] = {"id": number, "name": f"Picture {number}", "descr": block.alt}
    return el(
        "w:drawing",
        None,
        el(
            "wp:inline",
            {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
            el("wp:extent", extent),
            el("wp:docPr", facts),
            el("wp:cNvGraphicFramePr", None, el("a:graphicFrameLocks", {"noChangeAspect": 1})),
            el(
                "a:graphic",
                None,
                el(
                    "a:graphicData",
                    {"uri": _PICTURE},
                    el(
                        "pic:pic",
                        None,
                        el("pic:nvPicPr", None, el("pic:cNvPr", facts), el("pic:cNvPicPr")),
                        blip("pic:blipFill", relation, svg),
                        el(
                            "pic:spPr",
                            None,
                            el("a:xfrm", None, el("a:off", {"x": 0, "y": 0}), el("a:ext", extent)),
                            el("a:prstGeom", {"prst": "rect"}, el("a:avLst")),
                            _frame(desk.look) if block.frame else None,
                        ),
                    ),
                ),
            ),
        ),
    )


def _frame(look: Look) -> Element:
    colour = el("a:srgbClr", {"val": look.colour("petrol")})
    return el("a:ln", {"w": _FRAME}, el("a:solidFill", None, colour))


def bar(desk: Desk, block: Bar, place: Place) -> list[Element]:
    """A table of one row whose cells are as wide as the segments weigh."""
    scale = bars.scale(block, place.width, desk.look.size("sans", "tiny"))
    widths = [place.width * piece.share / 100 for piece in scale.pieces]
    cells = []
    for piece, width in zip(scale.pieces, widths, strict=True):
        label = run(desk, piece.label) if scale.inside else None
        cells.append(grid.cell(desk, width, [paragraph(desk, "Bar Text", label)]))
    drawn = grid.table(desk, "Time Bar", widths, [grid.row(cells)], indent=place.indent, description=block.alt)
    return [drawn, grid.gap(desk) if scale.inside else _labels(desk, scale, place)]


def _labels(desk: Desk, scale: bars.Scale, place: Place) -> Element:
    """The labels below the bar, each at a tab stop under the beginning of its segment."""
    words, stops, at = [], [], place.indent
    for piece in scale.pieces:
        at += place.width * piece.gap / 100
        if at > 0:
            stops.append(el("w:tab", {"w:val": "left", "w:pos": twips(at)}))
            words.append(tab(desk))
        words.append(run(desk, piece.label))
        at += place.width * piece.width / 100
    space = el("w:spacing", {"w:before": twips(0.8), "w:after": twips(GAP)})
    return paragraph(desk, "Bar Text", words, properties=(el("w:tabs", None, stops), space))
