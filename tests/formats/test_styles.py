"""Style sheets: every token of the theme is filled in, and a theme changes what it says."""

from __future__ import annotations

import re

import pytest

from modulekit.formats.styles import scaled, sheet_of, style_sheet, type_area
from modulekit.formats.theme import parse_theme
from modulekit.resources import templates
from tests.presses import theme

SHEETS = ("base", "pages", "deck", "screen", "furniture")


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_is_filled_in_and_reads_nothing(name: str) -> None:
    css = style_sheet(templates(), theme(), (name,), "handout")
    assert "{{" not in css
    assert "{%" not in css
    assert "url(" not in css
    assert "@import" not in css
    assert css.count("{") == css.count("}")


@pytest.mark.parametrize("name", SHEETS)
def test_colours_come_from_the_theme_alone(name: str) -> None:
    text = (templates() / "css" / f"{name}.css").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{3,6}\b", text)


def test_a_theme_changes_colour_size_and_accent() -> None:
    other = parse_theme('colour: {petrol: "#003366"}\nsize: {body: 12}\naccent: {workbook: "#aa0000"}', base=theme())
    css = style_sheet(templates(), other, ("base",), "workbook")
    assert "#003366" in css
    assert "#12343b" not in css
    assert "font-size: 12pt" in css
    assert "#aa0000" in css


def test_a_product_may_have_margins_and_letters_of_its_own() -> None:
    assert sheet_of(theme(), "guide").inner < sheet_of(theme(), "handout").inner
    assert type_area(theme(), "guide").text < type_area(theme(), "handout").text
    assert type_area(theme(), "guide").width > type_area(theme(), "handout").width


def test_scaling_changes_letters_and_nothing_else() -> None:
    large = scaled(theme(), 2)
    assert large.number("size", "body") == 2 * theme().number("size", "body")
    assert large.groups["page"] == theme().groups["page"]
