"""Slides have no slots: a slide shows what stands in one, by the id that every region's material gives it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from modulekit.build.lattice import Point
from modulekit.build.prepare import Preparation
from modulekit.diagnostics import Report, Severity
from modulekit.document import Paragraph, TableBody, plain
from modulekit.source import open_workspace, read_module
from tests.courses import SMALL
from tests.products.composed import deck

TABLE = (
    "table: {{id: local-figures, caption: Meetings of {name}, columns: [Year, Meetings], rows: [['2025', '{count}']]}}"
)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """The small course with a table in its slot and a slide that shows it."""
    root = Path(shutil.copytree(SMALL, tmp_path / "workspace", ignore=shutil.ignore_patterns(".modulekit")))
    home = root / "modules" / "short-meetings"
    for region, count in (("coast", 41), ("hills", 53)):
        file = home / "regions" / f"{region}.yaml"
        table = TABLE.format(name=f"the {region}", count=count)
        file.write_text(f"{file.read_text('utf-8').rstrip()}\n      - {table}\n", "utf-8")
    lesson = home / "lessons" / "02-decisions.yaml"
    text = lesson.read_text("utf-8")
    slot = "- slot: {id: local-meeting, about: A meeting of the region that participants know}"
    own = TABLE.format(name="any district", count=7)
    changed = text.replace(
        slot,
        "- slot:\n          id: local-meeting\n          about: A meeting that participants know\n"
        f"          default:\n            - {own}",
    ).replace("    slides:\n", "    slides:\n      - {title: Figures of the region, shows: local-figures}\n", 1)
    assert changed.count("local-figures") == 2
    lesson.write_text(changed, "utf-8")
    return root


@pytest.mark.parametrize(("centre", "count"), [("", "7"), ("hills-centre", "53")])
def test_a_slide_shows_the_material_of_its_region(workspace: Path, centre: str, count: str) -> None:
    report = Report()
    opened = open_workspace(workspace, report)
    assert opened is not None
    source = read_module(opened, "short-meetings", report)
    assert source is not None
    point = Point(centre, "", "en")
    job = Preparation.of(opened, source, (point,), report).job(point, report)
    assert [one for one in report if one.severity is not Severity.NOTE] == []
    (shown,) = (
        slide for slide in deck("slides-participant", job).slides if plain(slide.title) == "Figures of the region"
    )
    assert isinstance(shown.body, TableBody)
    blocks = [block for row in shown.body.table.rows for cell in row.cells for block in cell.blocks]
    cells = [plain(block.children) for block in blocks if isinstance(block, Paragraph)]
    assert cells == ["2025", count]
