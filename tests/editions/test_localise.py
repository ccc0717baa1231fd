"""What stands in slots: a region's own material, that of every region, or the module's."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

import pytest

from modulekit.diagnostics import Loc, Places, Span
from modulekit.editions import localise
from modulekit.model import Entry, Exercise, Module, Region, Slot
from modulekit.model.walk import walk

FILE = PurePosixPath("x.yaml")


def module(default: Any = "every-region") -> Module:
    slot = {"slot": {"id": "local", "about": "A case", "default": default}}
    return Module.model_validate(
        {
            "module": "m",
            "code": "M",
            "title": "M",
            "language": "en",
            "summary": "s",
            "target_group": "t",
            "group": {"least": 1, "most": 2},
            "licence": "l",
            "document": {"version": "1.0", "date": "2026-01-01", "status": "draft", "author": "a"},
            "outcomes": [{"id": "o", "level": "apply", "text": "do"}],
            "programme": [{"title": "d", "start": "09:00", "sessions": [{"lesson": "one"}]}],
            "lessons": [
                {
                    "lesson": "one",
                    "title": "One",
                    "minutes": 10,
                    "steps": [
                        {"title": "S", "minutes": 10, "method": "plenary", "handout": ["before", slot, "after"]},
                    ],
                }
            ],
            "regions": [
                {"region": "hills", "name": "Hills", "slots": [{"slot": "local", "content": ["hill 1", "hill 2"]}]},
                {"region": "sea", "name": "Sea", "slots": [{"slot": "local", "content": ["sea"]}]},
                {"region": "void", "name": "Void", "slots": []},
            ],
        }
    )


HANDOUT: Loc = ("lessons", 0, "steps", 0, "handout")


def texts(module: Module) -> list[str]:
    return [entry.markdown.text for entry in module.lessons[0].steps[0].handout if entry.markdown]


@pytest.mark.parametrize(
    ("region", "default", "expected", "regions"),
    [
        ("hills", "every-region", ["hill 1", "hill 2"], ("Hills",)),
        ("sea", ["own"], ["sea"], ("Sea",)),
        ("void", "every-region", ["hill 1", "hill 2", "sea"], ("Hills", "Sea")),
        ("void", ["own"], ["own"], ()),
        (None, "every-region", ["hill 1", "hill 2", "sea"], ("Hills", "Sea")),
        (None, ["own"], ["own"], ()),
        ("nowhere", [], [], ()),
    ],
)
def test_what_stands_in_a_slot(region: str | None, default: Any, expected: list[str], regions: tuple[str, ...]) -> None:
    found = localise(module(default), Places(), region)
    assert texts(found.module) == ["before", *expected, "after"]
    assert [(a.slot, a.about, a.regions) for a in found.adaptations] == [("local", "A case", regions)]


def test_no_slot_and_no_region_is_left() -> None:
    found = localise(module(), Places()).module
    assert found.regions == ()
    nodes = [node for _, node in walk(found)]
    assert not any(isinstance(node, Slot) or (isinstance(node, Entry) and node.slot) for node in nodes)
    assert any(isinstance(node, Slot) for _, node in walk(module()))


def answered() -> Module:
    """The module with a form in the slot, and an answer that shows those of all regions."""
    one = module(["own"])
    form = {"table": {"id": "form", "caption": "F", "columns": ["a", "b"], "rows": [["x", "y"]]}}
    fill = Region.model_validate({"region": "sea", "name": "Sea", "slots": [{"slot": "local", "content": [form]}]})
    exercise = Exercise.model_validate(
        {
            "exercise": "e",
            "title": "E",
            "kind": "pairs",
            "outcomes": ["o"],
            "minutes": {"brief": 1, "work": 1, "report": 1, "debrief": 1},
            "purpose": "p",
            "task": ["t"],
            "answer": ["before", {"other_regions": "local"}, "after"],
        }
    )
    return one.model_copy(update={"regions": (fill,), "exercises": (exercise,)})


def test_an_answer_shows_the_material_of_all_regions_without_its_ids() -> None:
    kinds = [entry.kind for entry in localise(answered(), Places()).module.exercises[0].answer]
    assert kinds == ["markdown", "table", "markdown"]
    table = localise(answered(), Places()).module.exercises[0].answer[1].table
    assert table is not None
    assert table.id is None


def test_an_answer_in_a_regions_edition_shows_its_own_form_only() -> None:
    local = localise(answered(), Places(), "sea").module
    assert [entry.kind for entry in local.exercises[0].answer] == ["markdown", "markdown"]
    shown = local.lessons[0].steps[0].handout[1].table
    assert shown is not None
    assert shown.id == "form"


def test_places_follow_what_moves() -> None:
    def at(line: int) -> Span:
        return Span(FILE, line, 1)

    values = {
        (): at(1),
        ("title",): at(2),
        HANDOUT: at(3),
        (*HANDOUT, 0): at(4),
        (*HANDOUT, 1): at(5),
        (*HANDOUT, 1, "slot", "id"): at(6),
        (*HANDOUT, 2): at(7),
        ("regions", 0, "slots", 0, "content", 0): at(11),
        ("regions", 0, "slots", 0, "content", 1): at(12),
        ("regions", 0, "slots", 0, "content", 1, "deep"): at(13),
    }
    places = localise(module(), Places(values, {}), "hills").places
    lines = [places.at(*HANDOUT, n) for n in range(4)]
    assert lines == [at(4), at(11), at(12), at(7)]
    assert places.at(*HANDOUT, 2, "deep") == at(13)
    assert places.at("title") == at(2)
    assert places.at(*HANDOUT) == at(3)


def test_a_module_without_slots_stays_as_it_is() -> None:
    plain = module().model_copy(update={"lessons": ()})
    places = Places({("title",): Span(FILE, 2, 1)}, {})
    found = localise(plain, places, "hills")
    assert found.module.lessons == ()
    assert found.places is places
