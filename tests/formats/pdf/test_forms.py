"""Forms to fill in on screen: real fields, named, in the order of the tags, in which Kazakh can be written."""

from __future__ import annotations

import ctypes
import io
import re
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from modulekit.document import (
    Block,
    Cell,
    Document,
    Field,
    Heading,
    Lines,
    List,
    ListRole,
    Part,
    PartKind,
    Row,
    Table,
    TableColumn,
    TableRole,
)
from modulekit.formats.pdf import write_document, write_form
from modulekit.formats.press import Printed
from tests.formats.pdf.bench import elements, page_texts, press, saved
from tests.formats.samples import handout, says, words
from tests.judges.programs import verapdf

TYPED = "Әкімдік қараша 2026: ₸ Ёлка"


def _part(number: int) -> Part:
    rows = (
        Row((Cell((says("Orchards"),)), Cell((says("yields"),))), None),
        Row((Cell((says("Wells"),)), Cell(field=Field(f"exercise-{number}/row-2/evidence", "Wells, Evidence"))), 14.0),
    )
    columns = (TableColumn(words("Problem")), TableColumn(words("Evidence")))
    ticks = List(
        ((says("The form is complete."),), (says("It is signed."),)),
        ListRole.CHECK,
        fields=tuple(Field(f"exercise-{number}/tick-{at}", label) for at, label in ((1, "Complete"), (2, "Signed"))),
    )
    blocks = (
        Heading(1, words(f"Sheet {number}"), f"sheet-{number}"),
        Lines(1, field=Field(f"exercise-{number}/name", "Name or group")),
        Table(columns, rows, caption=words("Evidence"), role=TableRole.FORM),
        ticks,
        Lines(4, field=Field(f"exercise-{number}/notes", "Notes: қорытынды")),
    )
    return Part(f"sheet-{number}", f"Sheet {number}", PartKind.CHAPTER, blocks)


def _document() -> Document:
    return Document(handout().meta, (_part(1), _part(2)))


@cache
def _printed() -> Printed:
    return write_form(_document(), press())


def _opened() -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(_printed().data))


def test_every_field_of_the_document_is_a_field_of_the_form() -> None:
    with _opened() as pdf:
        form = pdf.Root.AcroForm
        assert [str(field.T) for field in form.Fields] == [
            f"exercise-{sheet}/{name}"
            for sheet in (1, 2)
            for name in ("name", "row-2/evidence", "tick-1", "tick-2", "notes")
        ]
        assert [str(field.TU) for field in form.Fields][:2] == ["Name or group", "Wells, Evidence"]
        assert str(form.Fields[4].TU) == "Notes: қорытынды"
        assert [str(field.FT) for field in form.Fields][:5] == ["/Tx", "/Tx", "/Btn", "/Btn", "/Tx"]
        for field in form.Fields:
            left, bottom, right, top = (float(number) for number in field.Rect)
            assert left < right
            assert bottom < top
            assert field.get("/V", "/Off") == "/Off"
            assert "/N" in field.AP


def test_the_tab_key_follows_the_tags() -> None:
    with _opened() as pdf:
        assert [str(page.obj.Tabs) for page in pdf.pages] == ["/S", "/S"]
        forms = [element for element in elements(pdf) if element.S == "/Form"]
        named = [str(kid.Obj.T) for form in forms for kid in form.K]
        assert named == [str(field.T) for field in pdf.Root.AcroForm.Fields]


def test_a_form_does_not_claim_to_be_for_the_archive() -> None:
    with _opened() as pdf:
        said = pdf.Root.Metadata.read_bytes()
        assert b"pdfuaid:part" in said
        assert b"pdfaid" not in said
        assert "/OutputIntents" not in pdf.Root


def test_the_same_document_to_print_has_no_fields() -> None:
    with pikepdf.open(io.BytesIO(write_document(_document(), press()).data)) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert not [a for page in pdf.pages for a in page.obj.get("/Annots", [])]


def test_two_fields_of_one_name_are_refused() -> None:
    part = _part(1)
    with pytest.raises(ValueError, match="two fields are called exercise-1/name"):
        write_form(Document(handout().meta, (part, Part("b", "B", PartKind.CHAPTER, part.blocks))), press())


def test_the_same_input_gives_the_same_bytes() -> None:
    assert write_form(_document(), press()).data == _printed().data


def test_another_program_can_type_into_a_field() -> None:
    pdf = pypdfium2.PdfDocument(_printed().data)
    pdf.init_forms()
    page = pdf[0]
    before = _ink(page)
    with _opened() as opened:
        left, bottom, right, top = (float(number) for number in opened.Root.AcroForm.Fields[0].Rect)
    handle = pdf.formenv.raw
    pdfium.FORM_OnFocus(handle, page.raw, 0, (left + right) / 2, (bottom + top) / 2)
    typed = ctypes.create_string_buffer("Typed by hand, 2026\0".encode("utf-16-le"))
    pdfium.FORM_ReplaceSelection(handle, page.raw, ctypes.cast(typed, ctypes.POINTER(ctypes.c_ushort)))
    pdfium.FORM_ForceToKillFocus(handle)
    assert _ink(page) > before + 200
    page.close()
    pdf.close()


def test_the_font_of_the_form_holds_what_may_be_typed() -> None:
    """A viewer that fills in Kazakh words writes them with this font: they are drawn, and can be copied again."""
    with _opened() as pdf:
        font = pdf.Root.AcroForm.DR.Font.Sans
        glyphs = {bytes.fromhex(words).decode("utf-16-be"): glyph for glyph, words in _pairs(font)}
        assert not set(TYPED) - glyphs.keys()
        written = "".join(glyphs[letter] for letter in TYPED)
        look = pdf.Root.AcroForm.Fields[0].AP.N
        look.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(Sans=font))
        look.write(f"/Tx BMC BT /Sans 9 Tf 2 9 Td <{written}> Tj ET EMC".encode())
        buffer = io.BytesIO()
        pdf.save(buffer)
    filled, empty = pypdfium2.PdfDocument(buffer.getvalue()), pypdfium2.PdfDocument(_printed().data)
    for one in (filled, empty):
        one.init_forms()
    assert _ink(filled[0]) > _ink(empty[0]) + 200


def _pairs(font: pikepdf.Object) -> list[tuple[str, str]]:
    return re.findall(r"<([0-9a-f]{4})> <([0-9a-f]+)>", font.ToUnicode.read_bytes().decode())


def _ink(page: pypdfium2.PdfPage) -> int:
    """How many pixels are dark."""
    picture = page.render(scale=2, may_draw_forms=True, grayscale=True).to_pil()
    return sum(picture.histogram()[:120])


@pytest.mark.parametrize("before", [0, 6, 9, 12, 15])
@pytest.mark.parametrize("rows", [4, 11])
def test_a_form_that_a_page_can_hold_is_never_split(before: int, rows: int) -> None:
    """Wherever on the page it would begin: question, caption and all rows stand on one page."""
    text = says("The division reports every month about roads, wells and schools, and nobody decides anything. " * 2)
    columns = (TableColumn(words("Problem")), TableColumn(words("Evidence")))
    filled = tuple(Row((Cell((says(f"Row-{at}."),)), Cell()), 14.0) for at in range(1, rows + 1))
    form = Table(columns, filled, words("The-caption"), role=TableRole.FORM)
    blocks: tuple[Block, ...] = (Heading(1, words("Sheet"), "sheet"), *(text,) * before, says("The-question?"), form)
    printed = write_document(Document(handout().meta, (Part("s", "S", PartKind.CHAPTER, blocks),)), press())
    pages = page_texts(printed.data)
    (page,) = [page for page in pages if "The-caption" in page]
    assert "The-question?" in page
    assert "Row-1." in page
    assert f"Row-{rows}." in page


@pytest.mark.judge("verapdf")
def test_a_form_complies(tmp_path: Path) -> None:
    (verdict,) = verapdf([saved(_printed(), tmp_path)], "ua1")
    assert verdict, str(verdict)
