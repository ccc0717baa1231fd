"""Checks of translations: what they find, and what they leave alone."""

from __future__ import annotations

import time

import pytest

from modulekit.checks.translation import CHECKS, Term, check_translation
from modulekit.checks.translation.letters import USUAL
from modulekit.codes import CODES
from modulekit.diagnostics import Severity
from modulekit.review.translated import held
from tests.checks.translation.renderings import found, rendering

OUTCOME = Term("outcome", ("конечный результат", "итог"))
CHAIN = Term("results chain", ("цепочка результатов",))
TREE = Term("activity", ("іс-шара",))


@pytest.mark.parametrize("code", CHECKS)
def test_a_check_says_which_code_it_gives(code: str) -> None:
    assert (CHECKS[code].__doc__ or "").startswith(f"{code}: ")


WRONG = [
    ("MK842", "ru", "See [[table:a]].", "См.: [[table:b]]."),
    ("MK842", "ru", "See [[table:a]].", "См.: [[table:a]] и [[table:a]]."),
    ("MK842", "ru", "Day {n}", "День {день}"),
    ("MK843", "ru", "1,420 farms", "1 240 хозяйств"),
    ("MK843", "ru", "1,420 farms", "1,420 хозяйств"),
    ("MK843", "ru", "4.1 %", "4.1 %"),
    ("MK843", "ru", "12.5 t", "12.5 т"),
    ("MK843", "ru", "In 2024", "В 2024 и 2025 годах"),
    ("MK843", "kk", "40 and 40", "40"),
    ("MK844", "kk", "5 minutes", "бес минут"),
    ("MK844", "ru", "1,002 persons and 5 cows", "1 002 человека и пять коров"),
    ("MK845", "ru", "One.\n\nTwo.", "Раз. Два."),
    ("MK845", "ru", "### A\n\nb", "#### А\n\nб"),
    ("MK845", "ru", "- a\n- b", "1. а\n2. б"),
    ("MK845", "ru", "| a | b |\n|---|---|\n| c | d |", "| а |\n|---|\n| в |"),
    ("MK845", "ru", "a **b** c", "а ** б ** в"),
    ("MK845", "ru", "a *b* c", "а **б** в"),
    ("MK845", "ru", "# A\n\n- b", "- а\n\n# б"),
    ("MK847", "ru", "Opening", "Opening"),
    ("MK848", "ru", "Two outcomes", "Два outcomes"),
    ("MK848", "ru", "See [[table:a|the table]]", "См. [[table:a|the table]] ниже"),
    ("MK849", "ru", "Opening", "Oткрытие"),
    ("MK849", "ru", "Goods from the district", "Товары c рынка"),
    ("MK850", "ru", "the “tree”", "“дерево”"),
    ("MK850", "kk", "the “tree”", '"ағаш"'),
    ("MK850", "kk", "the “tree”", "«ағаш"),
    ("MK703", "ru", "Plan", "План 計"),
]

RIGHT = [
    ("MK842", "ru", "See [[table:a|the table]] and [[term:b]].", "[[term:b]]: см. [[table:a|таблицу]]."),
    ("MK843", "ru", "1,420 m tenge, 4.1 per cent", "1 420 млн тенге, 4,1 %"),
    ("MK843", "ru", "6,288,000", "6 288 000"),
    ("MK843", "ru", "measure 2.1, CC BY 4.0", "мера 2.1, CC BY 4.0"),
    ("MK843", "kk", "in 2023–24", "2023–2024 жылдары"),
    ("MK843", "kk", "on 2015-01-20", "2015 жылғы 20 қаңтарда"),
    ("MK843", "ru", "five people", "5 человек"),
    ("MK843", "ru", "see [[table:indicators-2024]]", "см. [[table:indicators-2024]]"),
    ("MK843", "ru", "by 11.2027", "к 11.2027"),
    ("MK844", "ru", "5 minutes", "5 минут"),
    ("MK844", "ru", "Irrigated land, 1,000 ha", "Орошаемые земли, тыс. га"),
    ("MK845", "ru", "*a* and **b**\n\n- c\n- d", "**б** и *а*\n\n* в\n* г"),
    ("MK845", "ru", "2 * 3", "2 * 3"),
    ("MK847", "ru", "PDF", "PDF"),
    ("MK847", "ru", "https://stat.gov.kz opens", "https://stat.gov.kz открывается"),
    ("MK848", "ru", "GDSI Limited writes in PDF, see mail@gdsi.ie", "GDSI Limited пишет в PDF, см. mail@gdsi.ie"),
    ("MK848", "ru", "Open Excel", "Откройте Excel"),
    ("MK848", "ru", "`code` here", "`code` здесь"),
    ("MK849", "ru", "a PDF file of options a and b", "PDF-файл вариантов a и b"),
    ("MK849", "kk", "Opening", "Ашылу"),
    ("MK850", "ru", "the “tree” of “problems”", "«дерево „проблем“»"),
    ("MK850", "ru", 'a 12" screen of O’Brien', 'экран 12" О’Брайена'),
    ("MK703", "kk", "Plan → 3 m² ☐", "Жоспар → 3 м² ☐ әғқңөұүһі"),
]


@pytest.mark.parametrize(("code", "language", "source", "text"), WRONG)
def test_what_is_wrong_is_found(code: str, language: str, source: str, text: str) -> None:
    assert found(code, language, source, text)


@pytest.mark.parametrize(("code", "language", "source", "text"), RIGHT)
def test_what_is_right_is_left_alone(code: str, language: str, source: str, text: str) -> None:
    assert found(code, language, source, text) == []


def test_every_check_finds_something() -> None:
    assert {code for code, *_ in WRONG} | {"MK846"} == CHECKS.keys()


@pytest.mark.parametrize(
    ("source", "text", "term", "is_right"),
    [
        ("Two outcomes", "Два конечных результата", OUTCOME, True),
        ("Outcomes", "Итоги", OUTCOME, True),
        ("Two outcomes of the whole programme", "Два результата всей программы", OUTCOME, False),
        ("Outcomes of all", "Конечные", OUTCOME, True),
        ("The “results chain” is read upwards", "«Цепочку» читают снизу вверх", CHAIN, False),
        ("The results chains", "Цепочки результатов", CHAIN, True),
        ("Activities and measures of a programme", "Бағдарламаның іс-шаралары мен шаралары", TREE, True),
        ("Activities and measures of a programme", "Бағдарламаның жұмыстары мен шаралары", TREE, False),
        ("Reactivity of the whole system", "Бүкіл жүйенің қозғалысы", TREE, True),
    ],
)
def test_terms_in_all_their_forms(source: str, text: str, term: Term, is_right: bool) -> None:
    assert (not found("MK846", "ru", source, text, term)) == is_right


def test_a_term_within_a_longer_one_is_not_looked_for() -> None:
    inner, outer = Term("tree", ("ағаш",)), Term("problem tree", ("проблемалар сызбасы",))
    assert not found("MK846", "kk", "The problem tree of the district", "Ауданның проблемалар сызбасы", inner, outer)


def test_kept_words_may_stay() -> None:
    texts = ("A letter in Word or a short word", "Письмо в Word")
    assert [*CHECKS["MK848"](rendering("ru", texts))]
    assert not [*CHECKS["MK848"](rendering("ru", texts, kept=frozenset({"Word"})))]


def test_two_languages_of_one_script_are_compared_by_sentences() -> None:
    assert found("MK847", "de", "The whole sentence stays", "The whole sentence stays")
    assert not found("MK847", "de", "Monitoring", "Monitoring")
    assert not found("MK848", "de", "The whole sentence stays", "Der whole sentence bleibt")


def test_of_a_language_without_words_of_its_own_the_rest_is_checked() -> None:
    assert found("MK843", "de", "1,420 farms", "1.240 Höfe")
    assert not found("MK843", "de", "5 farms", "fünf Höfe")
    assert not found("MK850", "de", "the “tree”", "»Baum«")


def test_errors_only() -> None:
    both = rendering("ru", ("Opening", "Oткрытие"), ("the “tree”", "“дерево”"))
    assert {d.code for d in check_translation(both)} == {"MK849", "MK850"}
    assert {d.code for d in check_translation(both, errors_only=True)} == {"MK849"}
    assert CODES["MK849"].severity is Severity.ERROR


def test_a_finding_stands_at_its_word() -> None:
    place = next(iter(CHECKS["MK849"](rendering("ru", ("Opening of it", "Вот Oткрытие"))))).span
    assert place is not None
    assert (place.line, place.column, place.end_column) == (1, 5, 13)


def test_what_is_taken_for_usual_is_held_by_the_fonts() -> None:
    usual = {sign for sign in map(chr, range(0x20, 0x3000)) if USUAL.fullmatch(sign)}
    assert "қ" in usual
    assert "→" in usual
    assert {ord(sign) for sign in usual} <= held()


def test_a_word_of_a_million_letters_takes_little_time() -> None:
    before = time.process_time()
    assert not found("MK849", "ru", "A word", "щ" * 1_000_000)
    assert time.process_time() - before < 2
