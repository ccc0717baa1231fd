"""The program's words in every language: complete, with the same places, all plural forms, and signs of that language.

A language that is added as one file in ``templates/strings`` is tested here without a line of Python.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from string import Formatter

import pytest
from babel import Locale
from fontTools.ttLib import TTFont

from modulekit.products.strings import Entry, Strings, parse_strings
from modulekit.resources import templates
from tests.courses import english
from tests.presses import theme

LANGUAGES = sorted(file.stem for file in (templates() / "strings").glob("*.yaml"))
OTHERS = [language for language in LANGUAGES if language != "en"]
_CYRILLIC = [language for language in LANGUAGES if language in ("ru", "kk")]
_KAZAKH_ONLY = frozenset("ӘҒҚҢӨҰҮҺІәғқңөұүһі")
_NAMES = re.compile(
    r'Good "modulekit" signature|-a 256'  # what a program answers, and is asked
    r"|\b(PDF|DOCX|PPTX|ModuleKit|Word|PowerPoint|PowerShell|Windows|Linux|macOS|SSH|A4|SHA-\d+"
    r"|[\w-]+(\.[\w-]+)*\.(txt|sig|zip|html|json)|allowed_signers|SENDER|VERIFY|zip|ZIP|modulekit|shasum|sha256sum|data/?)(?!\w)"
)
"""Names of programs, systems, files and sizes of paper, which are the same in every language."""


@cache
def words(language: str) -> Strings:
    return parse_strings((templates() / "strings" / f"{language}.yaml").read_text(encoding="utf-8"), language)


def forms(entry: Entry) -> tuple[str, ...]:
    return (entry,) if isinstance(entry, str) else tuple(entry.values())


def places(form: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(form) if name)


_NOT_PRINTED = ("quotation-marks", "number-words", "noun-endings")  # by which translations are checked


def printed(language: str) -> Iterator[tuple[str, str]]:
    """What is printed, without places and names, by key."""
    for key, entry in words(language).entries.items():
        for form in forms(entry) if key not in _NOT_PRINTED else ():
            yield key, _NAMES.sub("", re.sub(r"\{\w+\}", "", form))


def test_the_languages_of_the_course_are_there() -> None:
    assert {"en", "ru", "kk"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_keys_in_the_same_order(language: str) -> None:
    assert list(words(language).entries) == list(english().entries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty_or_has_spaces_around_it(language: str) -> None:
    wrong = [key for key, entry in words(language).entries.items() for f in forms(entry) if not f or f != f.strip()]
    assert not wrong


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_places(language: str) -> None:
    """All forms of a word together name what the English ones name: nothing is lost, nothing is unknown."""
    for key, entry in english().entries.items():
        asked = frozenset.union(*map(places, forms(entry)))
        found = frozenset.union(*map(places, forms(words(language).entries[key])))
        assert found - {"n"} == asked - {"n"}, key
        assert found <= asked | {"n"}, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_the_language(language: str) -> None:
    rule = Locale.parse(language).plural_form
    asked = rule.tags | {"other"}
    for key, entry in words(language).entries.items():
        if not isinstance(entry, str):
            assert set(entry) == asked, key
            for tag, form in entry.items():
                served = [n for n in range(200) if rule(n) == tag]
                if len(served) > 1:  # a form for several numbers has to say which it is
                    assert places(form) & {"n", "count", "hours"}, f"{key}: {tag}"


def test_a_form_is_chosen_for_each_number() -> None:
    russian, kazakh = words("ru"), words("kk")
    counted = [russian("points-n", n=n) for n in (1, 2, 5, 11, 21, 104)]
    assert counted == ["1 балл", "2 балла", "5 баллов", "11 баллов", "21 балл", "104 балла"]
    assert [kazakh("points-n", n=n) for n in (1, 2)] == ["1 балл", "2 балл"]
    assert russian("count-per-group", n=21, count=21, item="маркер") == "21 × маркер на каждую группу"
    assert kazakh("count-per-group", n=1, count=1, item="маркер") == "әр топқа маркер"


@pytest.mark.parametrize("language", _CYRILLIC)
def test_no_latin_letters_are_left(language: str) -> None:
    assert not [(key, form) for key, form in printed(language) if re.search("[A-Za-z]", form)]


def test_kazakh_letters_stand_in_kazakh_only() -> None:
    assert not [key for key, form in printed("ru") if _KAZAKH_ONLY & set(form)]
    assert set("әғқңөұүһі") - set("".join(form for _, form in printed("kk"))) <= {"һ"}


@pytest.mark.parametrize("language", _CYRILLIC)
def test_words_differ_from_the_english_ones(language: str) -> None:
    """What is the same in all languages is only places and signs between them."""
    same = [key for key, entry in english().entries.items() if words(language).entries[key] == entry]
    assert all(
        re.fullmatch(r"[\W\d]*", _NAMES.sub("", re.sub(r"\{\w+\}", "", form)))
        for k in same
        for form in forms(english().entries[k])
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotation_marks_are_those_of_the_language(language: str) -> None:
    foreign = set("\"'«»„") if language == "en" else set("\"'“”’‘")
    assert not [(key, form) for key, form in printed(language) if foreign & set(form)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_beside_notes_fit_their_column(language: str) -> None:
    """A word that is wider than its column would be broken anywhere. The column is that of ``base.css``."""
    css = (templates() / "css" / "base.css").read_text(encoding="utf-8")
    column = re.search(r"\.labels \.term-label \{ float: left; width: (\d+)mm;.*letter-spacing: \.05em", css)
    assert column
    size = theme().number("size", "tiny") - 0.4
    with TTFont(templates() / "fonts" / "NotoSans-Bold.ttf", lazy=True) as font:
        names, widths, units = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm

        def millimetres(word: str) -> float:
            letters = sum(widths[names[ord(sign)]][0] / units + 0.05 for sign in word.upper())
            return float(letters * size * 25.4 / 72)

        labels = {key: entry for key, entry in words(language).entries.items() if key.startswith("note-")}
        labels["you-need"] = words(language).entries["you-need"]
        wide = {word for entry in labels.values() for form in forms(entry) for word in re.findall(r"\w+", form)}
        assert not {word for word in wide if millimetres(word) > float(column[1])}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_is_in_the_bundled_fonts(language: str) -> None:
    asked = {ord(sign) for _, form in printed(language) for sign in form}
    assert len(asked) > 40
    faces = list((templates() / "fonts").glob("Noto*.ttf"))
    assert len(faces) >= 12
    for file in faces:
        with TTFont(file, lazy=True) as font:
            assert asked <= set(font.getBestCmap()), file.name
