"""Courses of any length, to see what grows with them: lessons with every common block, exercises, tests, a glossary.

``python -m bench.modules LESSONS FOLDER`` writes a workspace with one module. The same number gives the same bytes, and
a lesson is as long in a short course as in a long one. The words mean nothing.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

_WORDS = (  # noqa: SIM905 - easier to read than a list
    "village water market road school income household milk farm price plan report region council budget season "
    "winter buyer point group number share year cost result cause meeting decision letter field paper group keeper"
).split()
_A_DAY = 34  # lessons, of few minutes: a programme has 30 days at most
_LEVELS = ("remember", "understand", "apply", "analyse", "evaluate", "create")


def write_workspace(lessons: int, folder: Path) -> Path:
    """A workspace in ``folder`` with a module of so many lessons and as many exercises; the folder of the module."""
    module = folder / "modules" / f"lessons-{lessons}"
    _put(folder / "modulekit.yaml", {"format": 1, "title": "A bench", "organisation": "Nobody"})
    for number in range(lessons):
        _put(module / "lessons" / f"{number:04}-{_name(number)}.yaml", _lesson(number, lessons))
        _put(module / "exercises" / f"{_name(number)}-work.yaml", _exercise(number, lessons))
    _put(
        module / "quiz.yaml",
        {
            "forms": {"per_outcome": 1, "minutes": 20},
            "items": [_item(number, lessons) for number in range(2 * min(lessons, 20))],
        },
    )
    (module / "data").mkdir()
    (module / "data" / "yields.csv").write_text("year,ours,theirs\n2023,41,40\n2024,43,41\n2025,46,44\n", "utf-8")
    (module / "assets").mkdir()
    shapes = '<rect width="40" height="20" fill="#369"/><circle cx="60" cy="10" r="8" fill="#693"/>'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20">{shapes}</svg>\n'
    (module / "assets" / "shapes.svg").write_text(drawing, "utf-8")
    _put(module / "module.yaml", _module(lessons))
    return module


def _module(lessons: int) -> dict[str, Any]:
    days = [range(first, min(first + _A_DAY, lessons)) for first in range(0, lessons, _A_DAY)]
    return {
        "format": 1,
        "module": f"lessons-{lessons}",
        "code": f"BENCH-{lessons}",
        "title": f"A course of {lessons} lessons",
        "language": "en",
        "summary": _prose(random.Random(1), 2),
        "target_group": "Programs that are measured.",
        "group": {"least": 4, "most": 20},
        "licence": "CC BY 4.0",
        "document": {
            "version": "1.0",
            "date": "2026-11-02",
            "status": "draft",
            "author": "Nobody",
            "history": [{"version": "1.0", "date": "2026-11-02", "change": "First edition."}],
        },
        "outcomes": [
            {"id": f"outcome-{number}", "level": _LEVELS[number % 6], "text": f"say what lesson {number} is about"}
            for number in range(min(lessons, 20))
        ],
        "academic_hour": 45,
        "programme": [
            {
                "title": f"Day {number + 1}",
                "start": "09:00",
                "end": "18:00",
                "sessions": [
                    session
                    for at, lesson in enumerate(day)
                    for session in ({"lesson": _name(lesson), "minutes": 12}, *_pause(at))
                ],
            }
            for number, day in enumerate(days)
        ],
        "glossary": [
            {"id": f"term-{number}", "term": f"{_WORDS[number % 30]} {number}", "definition": _sentence(_of(number))}
            for number in range(lessons)
        ],
        "references": [
            {"id": f"source-{number}", "kind": "reading", "title": f"The book of lesson {number}", "date": "2024"}
            for number in range(lessons)
        ],
    }


def _pause(at: int) -> Iterator[dict[str, Any]]:
    if at % 7 == 6:
        yield {"pause": "lunch", "minutes": 45} if at == 13 else {"pause": "break", "minutes": 15}


def _lesson(number: int, lessons: int) -> dict[str, Any]:
    words = _of(number)
    name, other = _name(number), _name((number * 7 + 3) % lessons)
    text = (
        f"{_prose(words, 2)}\n\nSee [[table:{name}-table]], [[lesson:{other}|another lesson]] and "
        f"[[term:term-{number}]].\n\n### {_sentence(words)}\n\n- {_sentence(words)}\n- **{_sentence(words)}**\n\n"
        f"1. {_sentence(words)}\n2. *{_sentence(words)}*\n\n{_prose(words, 2)} More stands in [[ref:source-{number}]]."
    )
    return {
        "lesson": name,
        "title": f"Lesson {number}: {_sentence(words)[:-1]}",
        "minutes": 12,
        "outcomes": [f"outcome-{number % min(lessons, 20)}"],
        "key_messages": [_sentence(words), _sentence(words)],
        "overview": _prose(words, 1),
        "steps": [
            {
                "title": _sentence(words)[:-1],
                "minutes": 5,
                "method": "presentation",
                "slides": [
                    {"title": _short(words), "points": [_short(words), _short(words)], "notes": _sentence(words)},
                    {"title": _short(words), "shows": f"{name}-table"},
                ],
                "handout": [text, {"key_term": f"term-{number}"}, _table(name, words), *_block(number, name, words)],
                "trainer": {"say": _prose(words, 1), "do": _sentence(words), "participants": _sentence(words)},
            },
            {"exercise": f"{name}-work"},
            {
                "title": _sentence(words)[:-1],
                "minutes": 2,
                "method": "plenary",
                "handout": [_prose(words, 3), {"callout": {"kind": "key", "text": _sentence(words)}}],
                "trainer": {"say": _prose(words, 1)},
            },
        ],
    }


def _table(name: str, words: random.Random) -> dict[str, Any]:
    rows = [[_short(words), str(words.randrange(100)), _sentence(words)] for _ in range(6)]
    columns = ["What", {"title": "How many", "align": "right"}, {"title": "Why", "width": 2}]
    return {"table": {"id": f"{name}-table", "caption": _sentence(words)[:-1], "columns": columns, "rows": rows}}


def _block(number: int, name: str, words: random.Random) -> Iterator[dict[str, Any]]:
    """One of the larger blocks, another for each lesson."""
    caption = {"id": f"{name}-block", "caption": _sentence(words)[:-1]}
    match number % 4:
        case 0:
            shown = {"file": "assets/shapes.svg", "alt": "A bar and a disc."}
            yield {"figure": {**caption, **shown}}
        case 1:
            chart = {"kind": "line", "alt": "Both lines rise.", "unit": "t", "file": "data/yields.csv"}
            yield {"chart": {**caption, **chart}}
        case 2:
            causes = [
                {
                    "id": f"cause-{at}",
                    "text": _sentence(words),
                    "causes": [{"id": f"root-{at}", "text": _sentence(words), "evidence": "A survey, 2025: 40 %"}],
                }
                for at in range(2)
            ]
            core = {"id": "core", "text": _sentence(words), "evidence": "A survey, 2025: 60 %"}
            yield {
                "problem_tree": {
                    **caption, "source": "Worked out.", "core": core, "causes": causes, "effects": [_sentence(words)],
                }
            }  # fmt: skip
        case _:
            chain = {level: [_sentence(words)] for level in ("inputs", "activities", "outputs", "outcomes", "impact")}
            yield {"results_chain": {**caption, "source": "Worked out.", **chain}}


def _exercise(number: int, lessons: int) -> dict[str, Any]:
    words = _of(number + 1_000_000)
    return {
        "exercise": f"{_name(number)}-work",
        "title": _sentence(words)[:-1],
        "purpose": _sentence(words),
        "kind": "pairs",
        "outcomes": [f"outcome-{number % min(lessons, 20)}"],
        "minutes": {"brief": 1, "work": 2, "report": 1, "debrief": 1},
        "task": [_sentence(words), _sentence(words)],
        "worksheet": [{"lines": {"prompt": _sentence(words)[:-1], "count": 4}}],
        "answer": [_prose(words, 2)],
        "debrief": [{"question": f"{_sentence(words)[:-1]}?", "expect": _sentence(words)}],
    }


def _item(number: int, lessons: int) -> dict[str, Any]:
    words = _of(number + 2_000_000)
    choices = [f"{_short(words)} {at}" for at in range(4)]
    outcome = number % min(lessons, 20)
    about = {"kind": "single", "outcome": f"outcome-{outcome}", "level": _LEVELS[outcome % 6]}
    asked = {"question": f"{_sentence(words)[:-1]}?", "choices": choices, "key": 1, "feedback": _sentence(words)}
    return {"id": f"q{number}", **about, **asked}


def _of(number: int) -> random.Random:
    return random.Random(number)


def _name(number: int) -> str:
    return f"{_WORDS[number % 30]}-{number}"


def _short(words: random.Random) -> str:
    return " ".join(words.choices(_WORDS, k=3)).capitalize()


def _sentence(words: random.Random) -> str:
    return " ".join(words.choices(_WORDS, k=words.randrange(6, 11))).capitalize() + "."


def _prose(words: random.Random, paragraphs: int) -> str:
    return "\n\n".join(" ".join(_sentence(words) for _ in range(4)) for _ in range(paragraphs))


def _put(path: Path, data: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    path.write_text(yaml.dump(data, Dumper=dumper, sort_keys=False, allow_unicode=True, width=120), "utf-8")


if __name__ == "__main__":
    write_workspace(int(sys.argv[1]), Path(sys.argv[2]))
