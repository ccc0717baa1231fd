"""``formats/pdf/programs.py``."""

from __future__ import annotations

import pydyf

from modulekit.formats.pdf.programs import without_programs


def program_of(name: str, encoding: str) -> pydyf.Stream:
    """What is left of the program of a font called ``name`` where ``A+Noto`` lies beside ModuleKit."""
    pdf, program = pydyf.PDF(), pydyf.Stream([b"glyphs"], compress=True)
    pdf.add_object(program)
    pdf.add_object(pydyf.Dictionary({"FontName": b"/" + name.encode(), "FontFile2": program.reference}))
    pdf.add_object(pydyf.Dictionary({"BaseFont": b"/" + name.encode(), "Encoding": encoding}))
    without_programs({"A+Noto": "Noto.ttf"}, pdf)
    return program


def test_a_font_that_the_file_cuts_itself_is_not_carried() -> None:
    assert program_of("A+Noto", "/Identity-H").stream == []


def test_a_font_from_elsewhere_and_one_with_signs_of_its_own_are() -> None:
    assert program_of("B+Other", "/Identity-H").stream == [b"glyphs"]
    assert program_of("A+Noto", "12 0 R").stream == [b"glyphs"]
