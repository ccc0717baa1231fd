"""Damage to what a YAML file says: other types, lost and doubled keys, values of other places, too much of anything."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import yaml

Step = str | int

TEXTS = (
    "",
    " ",
    "~",
    "no",
    "0",
    "-1",
    "9" * 400,
    "1.10",
    "2026-13-45",
    "25:61",
    "all",
    "*",
    "**",
    "a\rb",
    "a\u202eb",
    "\u200f",
    "a\nb",
    "щ" * 1000,
    "x" * 100_000,
    "[[",
    "[[term:a",
    "[[table:nothing]]",
    "[[exercise:a|b]]",
    "[[a:b|c|d]]",
    "<b>a</b>",
    "<script>alert(1)</script>",
    "![a](file:///etc/passwd)",
    "![a](http://example.org/a.png)",
    "[a](javascript:b)",
    "[a](data:text/html,b)",
    "# a",
    "### a",
    "- a",
    "1. a",
    "> a",
    "| a |\n|---|\n| b | c |",
    "---",
    "&nbsp;",
    "{n}",
    "{0.a}",
    "{",
    "%s",
    "../../etc/passwd",
    "/etc/passwd",
    "assets/../../x",
    "assets/nothing.png",
    "data/nothing.csv",
    "CON",
    "a" * 61,
    "\\",
    "a\\\nb",
    "a  \nb",
    "\ufffd",
    "😀",
    "e\u0301",
    "a\u00a0b",
    "=1+1",
    "C:\\a",
)
REPEATED = (
    "*a _b ",
    "[",
    "![",
    "[a](",
    "`",
    "<a ",
    "> ",
    "- ",
    "1. ",
    "* ",
    "| ",
    "|\n",
    "\\",
    "&",
    "[[",
    "]]",
    "[[a:b]]",
    "**a",
    "~~~\n",
    "# \n",
    "a\n",
    "a\n\n",
    "  - a\n",
    "<",
    "_",
    "(",
    "http://a.b ",
    "a|",
    "\n|-",
    "- - ",
    "+ ",
    "![](",
    "*_",
    "``` ",
    "][",
    "> - ",
)


def damaged_tree(data: bytes, chance: random.Random, other: bytes) -> bytes:
    """The YAML file ``data`` with one to four values changed; raises ``yaml.YAMLError`` where it is none."""
    tree, pool = _loaded(data), _loaded(other)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        tree = _damaged(tree, chance, pool)
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=chance.choice((20, 120, 10_000))).encode()


def _loaded(data: bytes) -> Any:
    return yaml.load(data.decode(), yaml.CBaseLoader)


def _damaged(tree: Any, chance: random.Random, pool: Any) -> Any:
    places = list(_places(tree))
    if not places:
        return tree
    holder, step = chance.choice(places)
    value = holder[step]
    match chance.randrange(12):
        case 0:
            del holder[step]
        case 1:
            holder[step] = chance.choice(TEXTS)
        case 2:
            words = chance.choice(REPEATED)
            holder[step] = words * (chance.choice((50, 900, 19_990)) // len(words))
        case 3:
            holder[step] = chance.choice(([], {}, None, [value], {"text": value}, [value, [value]], {"": value}))
        case 4:
            holder[step] = _deep(chance)
        case 5 if isinstance(holder, dict):
            holder[chance.choice((*holder, "zzz", "", "id", "title", "steps"))] = holder.pop(step)
        case 6:
            source, at = chance.choice(list(_places(pool)) or places)
            holder[step] = source[at]
        case 7:
            source, at = chance.choice(places)
            holder[step] = yaml.load(yaml.safe_dump(source[at]), yaml.CBaseLoader)
        case 8 if isinstance(value, list) and value:
            holder[step] = value * chance.choice((2, 30, 1500))
        case 9 if isinstance(holder, dict):
            for number in range(chance.choice((1, 2000))):
                holder[f"key-{number}"] = "value"
        case 10 if isinstance(holder, list):
            chance.shuffle(holder)
        case _:
            if isinstance(value, str) and value:
                at = chance.randrange(len(value))
                holder[step] = value[:at] + chance.choice(TEXTS) + value[at:]
    return tree


def _deep(chance: random.Random) -> Any:
    value: Any = "a"
    for _ in range(chance.choice((5, 60, 200))):
        value = [value] if chance.random() < 0.5 else {"a": value}
    return value


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every value below ``tree``, as what holds it and where."""
    steps: Any = tree if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    for step in list(steps):
        yield tree, step
        yield from _places(tree[step])
