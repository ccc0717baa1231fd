"""Dates, numbers, lists and the alphabet in each language."""

from __future__ import annotations

from datetime import date

import pytest

from modulekit.products.alphabet import sorting
from modulekit.products.locale import day as printed_day
from modulekit.products.locale import decimals_of, figures, listed, notation, weekday, with_dates
from modulekit.products.strings import Strings
from tests.products.test_languages import LANGUAGES, words

SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "23 November 2026"),
        ("ru", "23 ноября 2026 г."),
        ("kk", "2026 жылғы 23 қараша"),
    ],
)
def test_a_day(language: str, said: str) -> None:
    assert printed_day(words(language), date(2026, 11, 23)).replace(SPACE, " ") == said


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("en", "2021-10-25", "25 October 2021"),
        ("ru", "2021-10", "октябрь 2021 г."),
        ("kk", "2021-10", "2021 жылғы қазан"),
        ("ru", "2004", "2004"),
        ("ru", "2021-02-30", "2021-02-30"),
        ("ru", "KZ-2021-10-25", "KZ-2021-10-25"),
        ("kk", "2010-03-04, 2013-06-01", "2010 жылғы 4 наурыз, 2013 жылғы 1 маусым"),
    ],
)
def test_dates_in_a_text(language: str, written: str, said: str) -> None:
    assert with_dates(words(language), written).replace(SPACE, " ") == said


@pytest.mark.parametrize(
    ("language", "value", "decimals", "said"),
    [
        ("en", 6288000, 0, "6,288,000"),
        ("ru", 6288000, 0, f"6{SPACE}288{SPACE}000"),
        ("kk", -1250.5, 1, f"−1{SPACE}250,5"),
        ("ru", -0.04, 1, "0,0"),
        ("en", 7, 2, "7.00"),
    ],
)
def test_a_number(language: str, value: float, decimals: int, said: str) -> None:
    assert notation(language).number(value, decimals) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2,310 → 2,180", f"2{SPACE}310 → 2{SPACE}180"),
        ("4.1 %", "4,1 %"),
        ("−1,234,567.89", f"−1{SPACE}234{SPACE}567,89"),
        ("96 (04.2024)", "96 (04.2024)"),
        ("01.04.2026", "01.04.2026"),
        ("1.2.3", "1.2.3"),
        ("12,5", "12,5"),
        ("2024", "2024"),
        ("–", "–"),
    ],
)
def test_figures_turn_from_one_notation_to_another(written: str, said: str) -> None:
    assert figures(written, "en", "ru") == said
    assert figures(written, "en", "en") == written


def test_figures_turn_back() -> None:
    assert figures("2 310; 2\u202f310,5; 4,1", "ru", "en") == "2,310; 2,310.5; 4.1"


def test_where_codes_stand_a_point_stays_a_point() -> None:
    assert figures("1.2", "en", "kk", codes=True) == "1.2"
    assert figures("1.2 %", "en", "kk", codes=True) == "1,2 %"
    assert figures("14,300", "en", "kk", codes=True) == f"14{SPACE}300"


@pytest.mark.parametrize(("text", "places"), [("12", 0), ("12.50", 2), ("1 250,5", 1), ("", 0)])
def test_decimals(text: str, places: int) -> None:
    assert decimals_of(text) == places


def test_lists() -> None:
    assert [listed(words(language), ["1", "2", "3"]) for language in ("en", "ru", "kk")] == [
        "1, 2 and 3",
        "1, 2 и 3",
        "1, 2 және 3",
    ]
    assert [listed(words("ru"), items) for items in (["1"], [])] == ["1", ""]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_months_and_weekdays(language: str) -> None:
    counted = {key: len(words(language)(key).split()) for key in ("months", "months-alone", "weekdays")}
    assert counted == {"months": 12, "months-alone": 12, "weekdays": 7}


def test_a_language_in_another_script_says_its_own_words() -> None:
    """CLDR has Kazakh in Cyrillic letters only and gives them for `kk-Latn` as well."""
    latin = {"weekdays": "düisenbi seisenbi särsenbi beisenbi jūma senbi jeksenbi", "list-last": "{items} jäne {last}"}
    own = Strings("kk-Latn", {**words("kk").entries, **latin})
    assert weekday(own, date(2015, 1, 20)) == "Seisenbi"
    assert listed(own, ["qala", "auyl"]) == "qala jäne auyl"
    assert [weekday(words(language), date(2015, 1, 20)) for language in ("en", "ru", "kk")] == [
        "Tuesday",
        "Вторник",
        "Сейсенбі",
    ]


@pytest.mark.parametrize(
    ("language", "in_order"),
    [
        ("en", ["2nd", "action plan", "activity", "co-executor", "coexist", "resume", "résumé", "Target", "аким"]),
        ("ru", ["2 акта", "акимат", "вклад", "ежедневно", "ёлка", "ель", "йод", "SWOT"]),
        (
            "kk",
            [
                *("аким", "акт", "ақпан", "Әкім", "бала", "гүл", "ғылым", "кала", "көл", "қала", "нан", "ой", "өлең"),
                *("тең", "ұл", "үй", "хат", "һәм", "цех", "ыдыс", "іс", "этаж", "SWOT"),
            ],
        ),
    ],
)
def test_words_stand_as_in_a_dictionary(language: str, in_order: list[str]) -> None:
    key = sorting(words(language)("alphabet"))
    mixed = in_order[::2] + in_order[1::2]
    assert sorted(mixed, key=key) == in_order


@pytest.mark.parametrize(("language", "letters"), [("en", 26), ("ru", 33), ("kk", 42)])
def test_the_alphabets_are_whole(language: str, letters: int) -> None:
    alphabet = words(language)("alphabet").replace(" ", "")
    assert len(alphabet) == len(set(alphabet)) == letters
