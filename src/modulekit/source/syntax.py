"""What is wrong where the YAML parser gave up, in words for somebody who has never heard of a scalar.

Takes the parser's error and the lines of the file, gives a place, a sentence and a hint. The parser says where and,
roughly, what; the line itself says which of the usual mistakes it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import yaml

_QUOTE = "Put the whole text in double quotes, or write it on the next line after “|”."


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake in the YAML; ``line`` and ``column`` count from 0."""

    line: int
    column: int
    message: str
    hint: str = ""


def mistake_of(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Mistake:
    """The mistake behind the parser's ``error``."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    text = lines[line] if line < len(lines) else ""
    context, problem = error.context or "", error.problem or ""
    opened = (error.context_mark.line, error.context_mark.column) if error.context_mark else (line, column)

    if "tab" in problem or text[column : column + 1] == "\t":
        return Mistake(line, column, "A tab cannot indent YAML.", "Use two spaces for each level.")
    if problem.startswith("mapping values are not allowed"):
        return _colon(line, column, text)
    if "cannot start any token" in problem:
        sign = text[column : column + 1]
        return Mistake(line, column, f"A text cannot begin with “{sign}” here.", _QUOTE)
    if context in ("while scanning an alias", "while scanning an anchor"):
        sign = text[opened[1] : opened[1] + 1]
        return Mistake(*opened, f"A text that begins with “{sign}” must be in quotes.", _QUOTE)
    if "quoted scalar" in context:
        return _quoted(problem, opened, line, column)
    if "could not find expected ':'" in problem:
        return Mistake(
            *opened,
            "This line is neither “key: value” nor part of the text above.",
            "Add the colon after the key, or indent the line deeper than the key that it belongs to.",
        )
    if "while parsing a flow" in context and "expected ','" in problem:
        sign = lines[opened[0]][opened[1]] if opened[0] < len(lines) else "["
        return Mistake(*opened, f"The bracket “{sign}” that opens here is not closed.", _bracket_hint(lines, opened))
    if problem.startswith(("block sequence entries", "sequence entries")):
        return Mistake(line, column, "A list cannot begin on the line of its key.", "Begin it on the next line.")
    if "while scanning a block scalar" in context:
        sign = lines[opened[0]][opened[1]] if opened[0] < len(lines) else "|"
        return Mistake(line, column, f"After “{sign}” the text begins on the next line.", "Or put the text in quotes.")
    if context.startswith(("while parsing a block mapping", "while parsing a block collection")):
        return _block(line, column, text, of_list="collection" in context)
    if "node content" in problem:
        sign = text[column : column + 1]
        return Mistake(
            line, column, f"A value cannot begin with “{sign}”." if sign else "The file ends too early.", _QUOTE
        )
    if "document start" in problem:
        return Mistake(
            line, column, "Something follows after the end of the document.", "Remove the line “...” above it."
        )
    return Mistake(line, column, f"This is not valid YAML: {problem or context or error}.")


def _colon(line: int, column: int, text: str) -> Mistake:
    if ":" in text[:column]:
        return Mistake(line, column, "A colon with a space after it stands inside a text without quotes.", _QUOTE)
    return Mistake(
        line,
        column,
        "This key does not fit under the line above it.",
        "The line above lacks a colon, or this one is indented too deeply.",
    )


def _quoted(problem: str, opened: tuple[int, int], line: int, column: int) -> Mistake:
    if "escape" in problem or "hexdec" in problem:
        return Mistake(
            line,
            column,
            "In double quotes a backslash has a meaning of its own.",
            "Write two backslashes, or use single quotes.",
        )
    return Mistake(*opened, "The quotation mark that opens here is never closed.", "Close it at the end of the text.")


def _block(line: int, column: int, text: str, *, of_list: bool) -> Mistake:
    before = text[:column].rstrip()
    if before.endswith(("]", "}")):
        return Mistake(line, column, "The text goes on after a closing bracket.", _QUOTE)
    if before.endswith(('"', "'")):
        hint = "Quote the whole text. Inside single quotes an apostrophe is written twice."
        return Mistake(line, column, "The text goes on after a closing quotation mark.", hint)
    if of_list:
        hint = "Begin it with “- ”, or indent it exactly like the lines that it belongs to."
        return Mistake(line, column, "This line stands in a list, but is no item of it.", hint)
    if text[column:].startswith("- "):
        hint = "Indent it below the key whose list it is."
        return Mistake(line, column, "A list item stands where a key is expected.", hint)
    hint = "Indent it exactly like the lines that it belongs to."
    return Mistake(line, column, "The indentation of this line fits none of the lines above.", hint)


def _bracket_hint(lines: Sequence[str], opened: tuple[int, int]) -> str:
    start = lines[opened[0]][: opened[1] + 2] if opened[0] < len(lines) else ""
    if start.endswith("[[") or start[:-1].endswith("[["):
        return 'A text that begins with a reference must be in quotes: "[[exercise:id]] …".'
    return "Close it, or put the text in quotes if the bracket is part of it."
