"""From a parcel to what its act states."""

from __future__ import annotations

import dataclasses
from pathlib import PurePosixPath

import pytest

from modulekit.build.act import Handed, act_of, languages_of_act, transfer_of
from modulekit.build.parcel import Parcel
from modulekit.model import Centre, Workspace
from modulekit.model.wording import Wording
from tests.build.parcels import HANDOUT, SLIDES, parcel
from tests.courses import hills_centre
from tests.products.composed import text_of
from tests.products.test_act import words

WORKSPACE = Workspace(title="T", organisation=Wording(by_language={"en": "Office", "ru": "Бюро"}))
HANDED = Handed("ab" * 32)


def for_centre(centre: Centre, *languages: str) -> Parcel:
    """The parcel for a centre, in ``languages``; its papers stay those of the first."""
    given = parcel()
    (job,) = given.jobs
    jobs = []
    for language in languages:
        module = job.module.model_copy(update={"language": language})
        own = words(language)
        jobs.append(dataclasses.replace(job, module=module, strings=own, centre=centre))
    return dataclasses.replace(given, jobs=tuple(jobs))


def test_documents_stand_once_whatever_their_formats_and_languages() -> None:
    word = dataclasses.replace(
        HANDOUT, path=PurePosixPath("editable/handout-en.docx"), format="docx", folder="editable"
    )
    russian = dataclasses.replace(HANDOUT, path=PurePosixPath("participants/handout-ru.pdf"), language="ru", pages=24)
    given = dataclasses.replace(parcel(), papers=(SLIDES, HANDOUT, word, russian))
    found = transfer_of(given, HANDED, WORKSPACE, {})
    assert [(item.names, item.formats, dict(item.pages), item.files) for item in found.items] == [
        (("Slides",), ("PPTX",), {}, 1),
        (("Participant handout",), ("PDF", "DOCX"), {"en": 21, "ru": 24}, 3),
    ]
    assert (found.files, found.source) == (5, True)


def test_facts_come_from_the_course_and_the_workspace() -> None:
    found = transfer_of(for_centre(hills_centre(), "en"), HANDED, WORKSPACE, {})
    assert (found.code, found.version, found.package) == (
        "TST-MEET-01",
        "1.10",
        "short-meetings-1.10-centre-hills-centre-en",
    )
    (party,) = found.parties
    assert (party.giver, party.receiver, party.kit) == (
        "Office",
        "Training Centre of the Hills",
        "For a training centre",
    )
    assert party.title == "Meetings that decide"


def test_a_package_in_two_languages_has_an_act_in_these() -> None:
    centre = hills_centre().model_copy(update={"languages": ("en", "ru", "kk")})
    found = transfer_of(for_centre(centre, "en", "ru"), HANDED, WORKSPACE, {"kk": words("kk")})
    assert [party.strings.language for party in found.parties] == ["ru", "en"]
    assert [party.giver for party in found.parties] == ["Бюро", "Office"]


def test_a_package_in_one_language_has_an_act_in_those_of_its_receiver() -> None:
    centre = hills_centre().model_copy(update={"languages": ("en", "ru", "kk")})
    known = {language: words(language) for language in ("en", "ru", "kk")}
    found = transfer_of(for_centre(centre, "en"), HANDED, WORKSPACE, known)
    assert [party.strings.language for party in found.parties] == ["kk", "ru", "en"]
    assert {party.title_language for party in found.parties} == {"en"}
    assert found.languages == ("en",)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (("en", "ru", "kk"), ("kk", "ru", "en")),
        (("en", "ru", "en"), ("ru", "en")),
        (("en", "ky", "ru"), ("ru", "en")),
        (("en", "de", "kk", "ru"), ("kk", "ru", "en")),
        (("en",), ("en",)),
    ],
)
def test_languages(asked: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert languages_of_act(asked, ("en", "ru", "kk", "de")) == expected


def test_an_act_in_one_language_says_nothing_of_others() -> None:
    printed = text_of(act_of(for_centre(hills_centre(), "en"), HANDED, WORKSPACE, {}))
    assert words("en")("act-copies") in " ".join(printed.split())
    assert "The texts in all languages" not in printed
    assert "abab abab abab abab" in printed


def test_a_line_that_waits_to_be_completed_is_not_printed() -> None:
    lines = (Wording(by_language={"any": "[postal address: to be completed]"}), Wording(by_language={"any": "Box 7"}))
    centre = hills_centre().model_copy(update={"address": lines})
    (party,) = transfer_of(for_centre(centre, "en"), HANDED, WORKSPACE, {}).parties
    assert party.address == ("Box 7",)
