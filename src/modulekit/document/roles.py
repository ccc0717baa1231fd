"""The small set of roles by which a theme dresses a node. Roles say what something is for, never how it looks."""

from __future__ import annotations

from enum import StrEnum


class Align(StrEnum):
    """Where the text of a table column stands."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


class InlineRole(StrEnum):
    """What a stretch of text is for."""

    TAG = "tag"  # a short label with a tint behind it: a page to turn to, a slide number
    MUTED = "muted"  # said in passing: a method, a unit
    NUMBER = "number"  # the number of a heading, a table or an exercise
    LABEL = "label"  # small capitals before what it labels
    TICK = "tick-box"  # an empty box among words, large enough for a pen


class ParagraphRole(StrEnum):
    """What a paragraph is for."""

    BODY = "body"
    LEAD = "lead"  # the first words of a part, a little larger
    META = "meta"  # facts about what follows: clock, minutes
    SOURCE = "source"  # under a table or a figure
    CLOCK = "clock"  # a time of day that is looked for at the far left
    LABEL = "label"  # small capitals above what it labels
    CHECK = "check"  # something to tick: an empty box stands before it
    NAME = "name"  # somebody's name, large; an empty one is a line to write it on
    QUOTE = "quote"


class ListRole(StrEnum):
    """What a list is for."""

    BULLET = "bullet"
    NUMBER = "number"
    CHECK = "check"  # each item has a box to tick


class TableRole(StrEnum):
    """What a table is for."""

    DATA = "data"  # figures and text to look up
    FORM = "form"  # cells to write in
    TALLY = "tally"  # many narrow cells, each for a figure by hand
    PLAN = "plan"  # a programme or a session plan: the first column is a clock
    FACTS = "facts"  # label and value, no header row needed by the eye


class BoxRole(StrEnum):
    """What a box is for."""

    OUTCOMES = "outcomes"
    KEY = "key"  # the one thing to remember
    NOTE = "note"
    TIP = "tip"
    WARNING = "warning"
    EXAMPLE = "example"
    LAW = "law"
    CASE = "case"
    TERM = "term"  # a term and its definition
    EXERCISE = "exercise"
    ANSWER = "answer"
    SUMMARY = "summary"
    EXPECT = "expect"  # an answer to listen for, set back
    QUESTION = "question"  # an item of a test with room for the answer
    TOOK = "took"  # a small empty box: the minutes it really took


class ColumnsRole(StrEnum):
    """What blocks stand side by side for."""

    TRIO = "trio"  # equal columns of short facts
    STEP = "step"  # clock, picture, words
    BADGES = "badges"  # cards of one size to cut out
    SIGNATURES = "signatures"  # a line to sign on above each label
