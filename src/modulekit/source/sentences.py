"""What a validation error means, in our own words: one function for each type of error.

Takes the facts of one error, gives a code, a sentence and a hint. Must not know where the file is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from modulekit.codes.hints import did_you_mean, listing, plural
from modulekit.model import ExerciseUse, Node, Step
from modulekit.model.descriptions import description
from modulekit.source.guesses import meant
from modulekit.source.shape import Spot, bare, members, node_classes

Sentence = tuple[str, str, str]
"""A code, a message, a hint."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One error: its type and limits as pydantic names them, the value as written, and the place."""

    type: str
    limits: Mapping[str, Any]
    value: object
    spot: Spot
    beside: tuple[str, ...] = ()
    """The keys that are written in the same mapping."""
    above: frozenset[str] = frozenset()
    """The keys that are written in the mappings around it."""

    @property
    def name(self) -> str:
        """What the author would call the place."""
        key = f"`{self.spot.key}`" if self.spot.key else "the file"
        entries = [f"entry {number} of" for number in self.spot.entries]
        return " ".join((*reversed(entries), key))

    @property
    def shown(self) -> str:
        """The value in quotation marks, cut where it is long."""
        text = " ".join(str(self.value).split())
        return f"“{text[:39]}…”" if len(text) > 40 else f"“{text}”"


def sentence_of(fault: Fault) -> Sentence:
    """The code, sentence and hint for ``fault``."""
    if fault.value is None and fault.type not in ("missing", "extra_forbidden", "value_error"):
        return _nothing(fault)
    code, message, hint = _SENTENCES.get(fault.type, _other)(fault)
    return code, message[:1].upper() + message[1:], hint


def _nothing(fault: Fault) -> Sentence:
    if fault.spot.entries:
        hint = 'Write "" for an empty cell.' if len(fault.spot.entries) > 1 else "Write it, or remove the “-”."
        return "MK209", f"{fault.name[:1].upper()}{fault.name[1:]} is empty.", hint
    if not fault.spot.key:
        return "MK209", "The file holds no keys.", ""
    return "MK209", f"The key `{fault.spot.key}` has no value.", _about(fault) or "Write a value, or remove the key."


def _missing(fault: Fault) -> Sentence:
    if get_origin(bare(fault.spot.kind)) is tuple or isinstance(fault.value, list):
        size = len(fault.value) if isinstance(fault.value, list) else 0
        return "MK207", f"{fault.name} needs more than {plural(size, 'entry', 'entries')}.", ""
    return "MK202", f"the key `{fault.spot.key}` is missing.", _about(fault)


def _unknown(fault: Fault) -> Sentence:
    key = fault.spot.key
    message = f"the key `{key}` is unknown here."
    *outer, owner = fault.spot.owners
    if issubclass(owner, ExerciseUse) and key in Step.model_fields:
        return "MK201", message, f"An exercise brings its {key} along, from its own file."
    if key not in fault.above and any(key in node.model_fields for node in outer):
        return "MK201", message, "It belongs to the mapping above; indent it less."
    known = tuple(owner.model_fields)
    guess = meant(key, known)
    if guess is not None:
        return "MK201", message, f"Did you mean `{guess}`?"
    if len(fault.beside) == 1 and not (key.isidentifier() and key.islower()):
        return "MK201", message, "If it is part of a text, put the text in quotes: a colon and a space make a key."
    return "MK201", message, f"Possible here: {listing(name for name in known if name not in fault.beside)}."


def _no_text(fault: Fault) -> Sentence:
    message = f"{fault.name} must be text, not {_kind_of(fault.value)}."
    if isinstance(fault.value, dict) and len(fault.value) == 1:
        return "MK203", message, "A text with a colon and a space in it must be in quotes."
    if _is_reference(fault.value):
        return "MK203", message, _QUOTE_REFERENCE
    if isinstance(fault.value, dict | list):
        return "MK203", message, "A text that begins with “{” or “[” must be in quotes."
    return "MK203", message, ""


def _empty_text(fault: Fault) -> Sentence:
    return "MK206", f"{fault.name} is empty.", _about(fault)


def _long_text(fault: Fault) -> Sentence:
    size, most = len(str(fault.value)), fault.limits.get("max_length")
    return "MK206", f"{fault.name} has {size} characters; {most} is the most that is possible.", ""


def _form(fault: Fault) -> Sentence:
    if fault.value == "":
        return _empty_text(fault)
    pattern = str(fault.limits.get("pattern"))
    for part, kind, hint in _FORMS:
        if part in pattern:
            return "MK206", f"{fault.name} must be {kind}, not {fault.shown}.", hint(str(fault.value))
    return "MK206", f"{fault.name} cannot be {fault.shown}.", _about(fault)


def _no_number(fault: Fault) -> Sentence:
    message = f"{fault.name} must be a whole number, not {fault.shown}."
    text = str(fault.value)
    clock = re.fullmatch(r"(\d{1,2}):([0-5]\d)", text)
    if clock:
        return "MK204", message, f"Write {int(clock[1]) * 60 + int(clock[2])} if hours and minutes are meant."
    digits = re.match(r"\d+(?=\D*$)", text)
    if digits:
        return "MK204", message, f"Write {digits[0]} without the words."
    return "MK204", message, _about(fault)


def _too_little(fault: Fault) -> Sentence:
    least = fault.limits.get("ge", fault.limits.get("gt"))
    return "MK204", f"{fault.name} must be at least {least}, not {fault.value}.", ""


def _too_much(fault: Fault) -> Sentence:
    most = fault.limits.get("le", fault.limits.get("lt"))
    return "MK204", f"{fault.name} must be at most {most}, not {fault.value}.", ""


def _no_list(fault: Fault) -> Sentence:
    words = [str(word) for kind in members(fault.spot.kind) for word in _choices(kind)]
    alternative = "".join(f" or “{word}”" for word in words)
    message = f"{fault.name} must be a list{alternative}, not {_kind_of(fault.value)}."
    return "MK203", message, "Write each entry on a line of its own that begins with “- ”."


def _few(fault: Fault) -> Sentence:
    least = fault.limits.get("min_length", 1)
    return "MK207", f"{fault.name} needs at least {plural(least, 'entry', 'entries')}.", ""


def _many(fault: Fault) -> Sentence:
    most, size = fault.limits.get("max_length", 0), fault.limits.get("actual_length")
    counted = f"; here are {size}" if size else ""
    return "MK207", f"{fault.name} takes at most {plural(most, 'entry', 'entries')}{counted}.", ""


def _choice(fault: Fault) -> Sentence:
    words = [str(word) for kind in members(fault.spot.kind) for word in _choices(kind)]
    return "MK205", f"{fault.name} cannot be {fault.shown}.", did_you_mean(str(fault.value), words, "Possible are")


def _no_mapping(fault: Fault) -> Sentence:
    nodes = list(dict.fromkeys(node_classes(fault.spot.kind))) or list(fault.spot.owners[-1:])
    keys = list(dict.fromkeys(name for node in nodes for name in node.model_fields))
    message = f"{fault.name} must be a mapping of keys, not {_kind_of(fault.value)}."
    if _is_reference(fault.value):
        return "MK203", message, _QUOTE_REFERENCE
    return "MK203", message, f"Its keys are {listing(keys)}." if keys else ""


def _rule(fault: Fault) -> Sentence:
    message = str(fault.limits.get("error", "")) or "these keys do not fit together"
    return "MK208", message if message.endswith(".") else f"{message}.", ""


def _no_truth(fault: Fault) -> Sentence:
    said = fault.shown if isinstance(fault.value, str) else _kind_of(fault.value)
    return "MK205", f"{fault.name} must be true or false, not {said}.", _about(fault)


def _no_date(fault: Fault) -> Sentence:
    return "MK206", f"{fault.name} must be a date, not {fault.shown}.", "Write year, month and day: 2026-11-23."


def _other(fault: Fault) -> Sentence:
    return "MK203", f"{fault.name} cannot be {fault.shown}.", _about(fault)


def _about(fault: Fault) -> str:
    """The first sentence that the model says about a key."""
    owner: type[Node] | None = fault.spot.owners[-1] if fault.spot.owners else None
    text = description(owner, fault.spot.key) if owner else ""
    first = re.split(r"(?<=\.)(?<!e\.g\.)\s", text.replace("``", "`"), maxsplit=1)[0]
    return f"About `{fault.spot.key}`: {first}" if first else ""


def _choices(kind: Any) -> list[Any]:
    kind = bare(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [member.value for member in kind]
    return list(get_args(kind)) if get_origin(kind) is Literal else []


def _kind_of(value: object) -> str:
    match value:
        case dict():
            return "a mapping of keys"
        case list():
            return "a list"
        case _:
            return "text"


def _is_reference(value: object) -> bool:
    """Whether a list is what YAML makes of ``[[kind:id]]`` without quotes."""
    return isinstance(value, list) and len(value) == 1 and isinstance(value[0], list)


def _as_id(text: str) -> str:
    word = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60].strip("-")
    example = f", such as {word}" if word else ""
    return f"Ids hold lower-case Latin letters, digits and single hyphens{example}."


_QUOTE_REFERENCE = 'A text that begins with a reference must be in quotes: "[[exercise:id]] …".'

_FORMS: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    (r"[^\r\n]", "one line", lambda _: "Write it after “>-”, which joins lines, or shorten it."),
    ("[a-z0-9]+(-", "an id", _as_id),
    ("([01]", "a time of day", lambda _: 'Write hours and minutes with two digits each: "09:00".'),
    (r"\d+\.\d+", "a version", lambda _: 'Write "1.0" or "1.0.0".'),
    ("https://", "an address", lambda _: "Write the whole address; it begins with https:// and holds no spaces."),
    ("[a-z]{2,3}", "a language tag", lambda _: "Write en, ru, kk-Cyrl or another tag of BCP 47."),
)
"""By a part of the pattern: what is expected, and how to write it."""

_SENTENCES: dict[str, Callable[[Fault], Sentence]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "string_type": _no_text,
    "string_too_short": _empty_text,
    "string_too_long": _long_text,
    "string_pattern_mismatch": _form,
    "int_parsing": _no_number,
    "int_parsing_size": _no_number,
    "int_type": _no_number,
    "int_from_float": _no_number,
    "greater_than_equal": _too_little,
    "greater_than": _too_little,
    "less_than_equal": _too_much,
    "less_than": _too_much,
    "tuple_type": _no_list,
    "too_short": _few,
    "too_long": _many,
    "enum": _choice,
    "literal_error": _choice,
    "model_type": _no_mapping,
    "dict_type": _no_mapping,
    "model_attributes_type": _no_mapping,
    "value_error": _rule,
    "bool_parsing": _no_truth,
    "bool_type": _no_truth,
    "date_parsing": _no_date,
    "date_type": _no_date,
    "date_from_datetime_parsing": _no_date,
    "date_from_datetime_inexact": _no_date,
}
