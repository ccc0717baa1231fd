"""Situation tables beside several districts, and options that address nothing on purpose."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from modulekit.document import Block, Inlines, Paragraph, Table, plain
from modulekit.model.results.rows import InterventionOptions, SituationTable
from modulekit.products.results import intervention_options, situation_table
from tests.products.composed import context

ROW = {"indicator": "Milk per cow", "values": ("2,310", "2,180"), "peers": ("2,640 → 2,900", "–")}


def _situation(**more: object) -> SituationTable:
    given = {"caption": "Milk", "years": ("2019", "2024"), "peers": ("Zhanakol", "Region"), "rows": (ROW,)}
    return SituationTable.model_validate(given | more)


def _titles(table: Table) -> list[str]:
    return [plain(column.title) for column in table.columns]


def _cells(table: Table) -> list[list[str]]:
    return [["".join(plain(_inlines(block)) for block in cell.blocks) for cell in row.cells] for row in table.rows]


def _inlines(block: Block) -> Inlines:
    assert isinstance(block, Paragraph)
    return block.children


def test_each_peer_has_a_column_and_the_years_say_whose_they_are() -> None:
    table = situation_table(context("handout"), _situation(place="Tasbulak", source="Illustrative."))
    assert _titles(table) == ["Indicator", "Tasbulak, 2019", "Tasbulak, 2024", "Zhanakol", "Region"]
    assert _cells(table) == [["Milk per cow", "2,310", "2,180", "2,640 → 2,900", "–"]]


def test_rows_without_a_source_of_their_own_keep_the_place_for_it() -> None:
    assert _titles(situation_table(context("handout"), _situation()))[-1] == "Source"


def test_two_values_in_a_cell_get_more_room_than_one() -> None:
    widths = [column.width for column in situation_table(context("handout"), _situation(source="x")).columns]
    assert widths[-2] > widths[-1]


def test_a_blank_column_of_peers_is_a_place_to_write_in_every_row() -> None:
    form = _situation(blank=("peers",), source="x", rows=({"indicator": "Milk"}, {"indicator": "Land"}))
    table = situation_table(context("handout"), form)
    assert _cells(table) == [["Milk", "", "", "", ""], ["Land", "", "", "", ""]]
    assert all(row.height for row in table.rows)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"peer": "Ushbastau"}, "either one peer or several"),
        ({"rows": ({"peers": ("1",)},)}, "values of 1 peers, the table names 2"),
        ({"rows": ({"peer": "1"},)}, "write peers"),
        ({"peers": ()}, "the table names 0"),
    ],
)
def test_values_and_peers_have_to_agree(given: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        _situation(**given)


def test_why_an_option_addresses_nothing_is_read_by_trainers() -> None:
    options = InterventionOptions.model_validate(
        {"caption": "Ways", "rows": ({"option": "A gong", "addresses_none": "nobody hears it"},)}
    )
    assert _cells(intervention_options(context("guide"), options))[0][1] == "nobody hears it"
