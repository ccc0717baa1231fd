"""The bench: what the peers are given, and what is written down. Nothing is measured here."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.markdown import Exporter
from bench.measured import FailedError, Program, Sample, run, side_by_side
from bench.report import write_down

from modulekit.document import Asset, Chart, Diagram
from tests.formats.samples import handout, slides

_PICTURE = Asset("a.png", "image/png", b"")


def exporter() -> Exporter:
    def drawn(drawing: Chart | Diagram) -> tuple[Asset, ...]:
        del drawing
        return (_PICTURE,)

    return Exporter(drawn, lambda asset: f"pictures/{asset.name}")


def test_the_peers_get_headings_tables_pictures_and_page_breaks() -> None:
    text = exporter().document(handout())
    assert text.count("#pagebreak") == len(handout().parts) - 1
    for sign in ("\n# ", "\n## ", "|---", "](pictures/a.png)", "\n- ", "\n> **"):
        assert sign in text, sign


def test_the_peers_get_every_slide_with_its_notes() -> None:
    text = exporter().deck(slides())
    assert text.count("\n## ") == len(slides().slides)
    assert text.count("::: notes") == sum(bool(slide.notes) for slide in slides().slides)


def test_programs_are_measured_side_by_side_and_failures_are_told(tmp_path: Path) -> None:
    sleep = Program(("sleep", "0.2"), tmp_path)
    both = side_by_side([[sleep], [sleep]], 2)
    assert both.wall >= 0.2
    assert both.cpu < 0.2
    with pytest.raises(FailedError):
        run(Program(("false",), tmp_path))


def test_medians_are_taken_figure_by_figure() -> None:
    samples = [Sample(1, 30, 200), Sample(2, 10, 100), Sample(3, 20, 300)]
    assert Sample.of_all(samples) == Sample(2, 20, 200)


def test_a_table_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text("Before\n<!-- bench: begin -->\nold\n<!-- bench: end -->\nAfter\n", "utf-8")
    write_down(page, "new")
    assert page.read_text("utf-8") == "Before\n<!-- bench: begin -->\nnew\n<!-- bench: end -->\nAfter\n"
    page.write_text("no marks", "utf-8")
    with pytest.raises(ValueError, match="lacks"):
        write_down(page, "new")
