"""What an edition shows of its funder: words in its language, no sign larger than the emblem."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from modulekit.diagnostics import Report
from modulekit.editions import visible
from modulekit.model import Centre
from modulekit.model.visibility import Insignia, Partner, Visibility, VisibilityProfile, Visible
from modulekit.model.wording import Wording
from modulekit.resources import templates
from modulekit.source.files import Files
from modulekit.source.yaml import parse_yaml


def drawing(width: int, height: int) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"/>'.encode()


PICTURES = {"e.svg": drawing(3, 2), "wide.svg": drawing(8, 1), "tall.svg": drawing(1, 2), "centre.svg": drawing(1, 1)}
FUNDER = Visibility.model_validate(
    {
        "profile": "eu-external-2018",
        "emblem": "e.svg",
        "emblem_alt": {"en": "Emblem", "kk": "Эмблема"},
        "responsible": {"en": "the project team", "ru": "группа проекта", "kk": "жоба тобы"},
        "granting_authority": "the Agency",
    }
)
PARTNERS = tuple(Partner.model_validate({"name": name, "logo": f"{name}.svg"}) for name in ("wide", "tall", "missing"))
CENTRE = Centre.model_validate({"centre": "c", "name": "The Centre", "place": "Town", "logo": "centre.svg"})


def profile(name: str) -> VisibilityProfile:
    report = Report()
    parsed = parse_yaml(Files(templates()).read(f"visibility/{name}.yaml"), PurePosixPath(name), report)
    assert parsed is not None
    return VisibilityProfile.model_validate(parsed.data)


def insignia(name: str = "eu-external-2018") -> Insignia:
    return Insignia(FUNDER, profile(name), PARTNERS, PICTURES)


def test_each_language_has_its_own_emblem() -> None:
    """The emblem of a funder often has words in it."""
    files = {"en": "e.svg", "kk": "tall.svg"}
    funder = FUNDER.model_copy(update={"emblem": Wording.model_validate(files)})
    own = replace(insignia(), visibility=funder)
    shown = {language: visible(own, language, None).emblem for language in ("en", "kk", "ru")}
    assert {language: emblem.path for language, emblem in shown.items() if emblem} == {**files, "ru": "e.svg"}


def test_no_sign_is_larger_than_the_emblem() -> None:
    shown = visible(insignia(), "en", CENTRE)
    assert shown.emblem is not None
    assert (shown.emblem.width, shown.emblem.height) == (21.0, 14.0)
    assert [logo.alt for logo in shown.logos] == ["wide", "tall", "The Centre"]
    for logo in shown.logos:
        assert logo.width <= shown.emblem.width
        assert logo.height <= shown.emblem.height
        assert logo.width == shown.emblem.width or logo.height == shown.emblem.height


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("eu-external-2010", "en", "are the sole responsibility of the project team and can in no way be taken"),
        ("eu-external-2018", "en", "are the sole responsibility of the project team and do not necessarily reflect"),
        ("eu-2021-27", "en", "those of the European Union or the Agency. Neither the European Union nor"),
        ("eu-external-2010", "ru", "несёт исключительно группа проекта;"),
        ("eu-external-2018", "kk", "тек қана жоба тобы жауапты"),
        ("eu-2021-27", "kk", "грант беруші органның (the Agency)"),
    ],
)
def test_the_words_are_those_of_the_language(name: str, language: str, said: str) -> None:
    shown = visible(insignia(name), language, None)
    assert len(shown.statement) == 2
    assert said in shown.statement[1]
    assert shown.line
    assert not [text for text in (*shown.statement, shown.line) if "{" in text]


@pytest.mark.parametrize("name", ["eu-external-2010", "eu-external-2018", "eu-2021-27"])
def test_profiles_that_come_with_modulekit(name: str) -> None:
    rules = profile(name)
    assert rules.profile == name
    assert rules.emblem is not None
    assert (rules.emblem.minimum_height, rules.emblem.ratio) == (10, 1.5)
    assert set(rules.unconfirmed) == {"ru", "kk"}
    for words in rules.wordings().values():
        assert words.by_language.keys() == {"en", "ru", "kk"}
    assert rules.asked() == (("granting_authority",) if name == "eu-2021-27" else ("responsible",))


def test_a_workspace_that_says_nothing() -> None:
    assert visible(Insignia(), "en", None) == Visible()


def test_a_centre_without_a_funder() -> None:
    shown = visible(Insignia(pictures=PICTURES), "en", CENTRE)
    assert shown.emblem is None
    assert [logo.alt for logo in shown.logos] == ["The Centre"]
    assert shown.statement == ()
