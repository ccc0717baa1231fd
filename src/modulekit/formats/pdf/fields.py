"""The fields of all fragments become one form.

WeasyPrint makes a field and its place in the structure tree of every ``input`` and ``textarea``; what a viewer needs to
let somebody write there is made here: one font for all, whole, since nobody knows which letters will be written, and
an appearance for the empty field and for the tick. Takes a PDF whose pages are in place. Must not know HTML or nodes.
"""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from modulekit.formats.pdf.fonts import FontFiles, to_unicode, width_array

_FACE = "NotoSans-Regular.ttf"
_NAME, _CALLED = "Sans", Name("/Noto-Sans")  # in the form, and in the file
_SIZE, _INK = 9, "0.114 0.141 0.161 rg"  # points; the theme's ink is made for paper, any dark one will do on screen
_MULTILINE = 1 << 12
_PRINT = 4


def make_form(out: pikepdf.Pdf, files: FontFiles) -> None:
    """Gather the widgets of ``out`` in an AcroForm, in the order of the pages and of their tags.

    Raises ``ValueError`` where two fields have one name: a viewer would fill in both.
    """
    fields = Array()
    names: set[str] = set()
    for page in out.pages:
        for widget in page.obj.get(Name.Annots, Array()):
            if widget.get(Name.Subtype) != Name.Widget:
                continue
            name = str(widget.T)
            if name in names:
                raise ValueError(f"two fields are called {name}")
            names.add(name)
            _dress(out, widget)
            fields.append(widget)
    resources = Dictionary(Font=Dictionary({f"/{_NAME}": _font(out, files)}))
    out.Root.AcroForm = out.make_indirect(
        Dictionary(Fields=fields, DR=resources, DA=String(f"/{_NAME} {_SIZE} Tf {_INK}"))
    )


def _dress(out: pikepdf.Pdf, widget: pikepdf.Object) -> None:
    left, first, right, second = (float(number) for number in widget.Rect)
    bottom, top = sorted((first, second))
    widget.Rect = Array([left, bottom, right, top])
    widget.F = _PRINT
    width, height = round(right - left, 2), round(top - bottom, 2)
    if Name.Btn == widget.FT:
        tick = f"q {_INK} {_tick(width, height)} f Q"
        looks = Dictionary(on=_look(out, width, height, tick), Off=_look(out, width, height, ""))
        widget.AP = Dictionary(N=looks)
        widget.AS = widget.V = Name.Off
        return
    widget.Ff = _MULTILINE
    widget.DA = String(f"/{_NAME} {_SIZE} Tf {_INK}")
    widget.AP = Dictionary(N=_look(out, width, height, "/Tx BMC EMC"))
    if Name.V in widget:
        del widget.V


def _look(out: pikepdf.Pdf, width: float, height: float, drawing: str) -> pikepdf.Object:
    stream = out.make_stream(drawing.encode())
    stream.Type, stream.Subtype = Name.XObject, Name.Form
    stream.BBox, stream.Resources = Array([0, 0, width, height]), Dictionary()
    return stream


def _tick(width: float, height: float) -> str:
    """A tick as a closed outline, from shares of the box."""
    points = ((0.16, 0.5), (0.27, 0.61), (0.42, 0.43), (0.76, 0.82), (0.87, 0.72), (0.43, 0.18))
    x, y = zip(*((round(a * width, 2), round(b * height, 2)) for a, b in points), strict=True)
    lines = " ".join(f"{a} {b} l" for a, b in zip(x[1:], y[1:], strict=True))
    return f"{x[0]} {y[0]} m {lines} h"


def _font(out: pikepdf.Pdf, files: FontFiles) -> pikepdf.Object:
    """The whole face, addressed by glyph numbers."""
    from fontTools.ttLib import TTFont

    path = files.folder / _FACE
    data = path.read_bytes()
    with TTFont(path, lazy=True) as face:
        scale = 1000 / face["head"].unitsPerEm
        numbers = {letter: face.getGlyphID(glyph) for letter, glyph in sorted(face.getBestCmap().items())}
        widths = {face.getGlyphID(glyph): round(width * scale) for glyph, (width, _) in face["hmtx"].metrics.items()}
        box = [round(getattr(face["head"], side) * scale) for side in ("xMin", "yMin", "xMax", "yMax")]
        ascent, descent = round(face["hhea"].ascent * scale), round(face["hhea"].descent * scale)
        capitals = round(face["OS/2"].sCapHeight * scale)
    program = out.make_stream(data)
    program.Length1 = len(data)
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=_CALLED,
        Flags=32,
        FontBBox=Array(box),
        ItalicAngle=0,
        Ascent=ascent,
        Descent=descent,
        CapHeight=capitals,
        StemV=80,
        FontFile2=program,
    )
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=_CALLED,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=out.make_indirect(descriptor),
        W=width_array(widths),
        CIDToGIDMap=Name.Identity,
    )
    words: dict[int, bytes] = {}
    for letter, glyph in numbers.items():
        words.setdefault(glyph, chr(letter).encode("utf-16-be").hex().encode())
    return out.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=_CALLED,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([out.make_indirect(descendant)]),
            ToUnicode=out.make_stream(to_unicode(words)),
        )
    )
