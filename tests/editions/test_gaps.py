"""What stops a build in another language says where it is mended."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from modulekit.diagnostics import Diagnostic, Report
from modulekit.editions.gaps import complaints
from modulekit.editions.translate import Marks, Policy, translate
from modulekit.model.catalogue import Catalogue, Translation
from modulekit.source.po import read_po
from modulekit.source.po_writer import default_headers, write_po
from tests.editions.ledgers import catalogue, cyrillic, source

FILE = PurePosixPath("modules/short-meetings/locale/ru.po")


def _found(policy: Policy, title: Translation) -> list[Diagnostic]:
    entries = [title if entry.key == title.key else entry for entry in catalogue(source().module, cyrillic)]
    return _said(policy, Catalogue("ru", tuple(entries)))


def _said(policy: Policy, given: Catalogue) -> list[Diagnostic]:

    data = write_po(replace(given, headers=default_headers("ru", "m", "2026-11-23")))
    read = read_po(data, "ru", FILE, Report())
    assert read is not None
    translated = translate(source().module, read.catalogue, policy, Marks("‹EN›", "‹old›"))
    return [*complaints(translated, policy, source().places, read.places, FILE)]


TITLE = Translation("module/title", "Meetings that *decide*")


def test_a_missing_text() -> None:
    [found] = _found(Policy.STRICT, TITLE)
    assert (found.code, str(found.span)) == ("MK836", "modules/short-meetings/module.yaml:4:8")
    assert found.message == "“Meetings that *decide*” is not translated into “ru”."
    assert found.hint == "Its entry stands in modules/short-meetings/locale/ru.po:14."


def test_an_outdated_text() -> None:
    [found] = _found(Policy.STRICT, replace(TITLE, text="Совещания", outdated=True, previous="Meetings"))
    assert found.code == "MK837"
    assert found.hint == "Look at modules/short-meetings/locale/ru.po:16, then take away the mark `fuzzy`."


def test_other_policies_print_what_there_is() -> None:
    assert not _found(Policy.FALLBACK, TITLE)
    assert not _found(Policy.LAST_APPROVED, TITLE)


def test_a_translation_that_cannot_stand_is_an_error_in_every_policy() -> None:
    for policy in Policy:
        [found] = _found(policy, replace(TITLE, text="Два\nряда"))
        assert (found.code, str(found.span)[:-2]) == ("MK838", "modules/short-meetings/locale/ru.po:14")


def test_an_old_catalogue_is_counted_not_recited() -> None:
    found = _said(Policy.STRICT, Catalogue("ru"))
    assert len(found) == 21
    assert found[0].hint == "It is new: run `modulekit translate extract` first."
    assert found[-1].message.endswith("more texts in “ru”: missing.")
