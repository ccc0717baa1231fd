"""Charts in PowerPoint: objects that PowerPoint draws, with the workbook that holds their values."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pptx
import pytest

from modulekit.document import Chart, ChartBody, ChartKind, Deck, Section, Slide
from modulekit.formats.pptx import write
from modulekit.formats.press import Press
from tests.formats.sample_charts import CHARTS
from tests.formats.samples import slides, words
from tests.judges.programs import ooxml_validator

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def deck() -> Deck:
    made = tuple(
        Slide(f"slide-{number}", number, words(name), ChartBody(chart))
        for number, (name, chart) in enumerate(CHARTS.items(), 1)
    )
    return Deck(slides().meta, (Section("s", "Charts", made),))


@pytest.fixture(scope="module")
def opened(press: Press) -> Any:
    return pptx.Presentation(io.BytesIO(write(deck(), press).data))


def chart_of(opened: Any, name: str) -> Any:
    (shape,) = [shape for shape in opened.slides[list(CHARTS).index(name)].shapes if shape.has_chart]
    return shape


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_a_chart_with_all_its_values(name: str, opened: Any) -> None:
    source, shape = CHARTS[name], chart_of(opened, name)
    (plot,) = shape.chart.plots
    assert tuple(plot.categories) == source.categories
    assert {one.name: tuple(one.values) for one in plot.series} == {one.name: one.values for one in source.series}
    assert shape._element.nvGraphicFramePr.cNvPr.get("descr") == source.alt
    assert shape.chart.part._element.xpath("./c:lang/@val") == ["en-GB"]
    assert shape.chart.has_legend == (len(source.series) > 1)


@pytest.mark.parametrize("name", CHARTS)
def test_the_workbook_holds_the_values(name: str, opened: Any) -> None:
    source: Chart = CHARTS[name]
    workbook = chart_of(opened, name).chart.part.chart_workbook.xlsx_part.blob
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        properties = archive.read("docProps/core.xml")
    numbers = [
        float(cell.findtext(f"{SHEET}v") or "nan")
        for cell in sheet.iter(f"{SHEET}c")
        if cell.get("t") is None and cell.find(f"{SHEET}v") is not None
    ]
    values = [value for one in source.series for value in one.values if value is not None]
    assert sorted(numbers) == pytest.approx(sorted(values))
    assert b"dcterms:created" not in properties


def test_kinds_follow_the_chart_and_the_length_of_its_names(opened: Any) -> None:
    found = {name: str(chart_of(opened, name).chart.chart_type).split()[0] for name in CHARTS}
    assert found["bar"] == found["negative"] == "COLUMN_CLUSTERED"
    assert found["long-names"] == "BAR_CLUSTERED"
    assert {found[name] for name, chart in CHARTS.items() if chart.kind is ChartKind.LINE} == {"LINE_MARKERS"}


@pytest.mark.judge("ooxml")
def test_powerpoint_opens_it_without_repair(press: Press, tmp_path: Path) -> None:
    file = tmp_path / "charts.pptx"
    file.write_bytes(write(deck(), press).data)
    (verdict,) = ooxml_validator([file])
    assert verdict, str(verdict)
