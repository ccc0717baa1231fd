"""One Deck that holds every slide body, for the tests of all writers."""

from __future__ import annotations

from modulekit.document import (
    Align,
    ChartBody,
    ColumnsBody,
    Deck,
    DiagramBody,
    ExerciseBody,
    Figure,
    Meta,
    PictureBody,
    PointsBody,
    QuestionBody,
    QuotationBody,
    Row,
    Section,
    SectionBody,
    Slide,
    Strong,
    SummaryBody,
    Table,
    TableBody,
    TableColumn,
    TitleBody,
)
from tests.formats.pieces import SPLIT, TREE, bullets, cell, says, words
from tests.formats.sample_charts import CHARTS
from tests.formats.sample_diagrams import TREE as TREE_OF_CAUSES


def slides(*, paper: bool = False) -> Deck:
    """Every slide body, with and without notes, source and footer."""
    meta = Meta(
        title="Impact-Oriented Programming",
        label="Slides",
        language="en",
        style="slides",
        version="1.2",
        date="2026-11-02",
        author="Regional Development Project",
    )
    table = Table(
        (TableColumn(words("District"), 2), TableColumn(words("Income, %"), 1, Align.RIGHT)),
        (Row((cell("District A"), cell("63"))), Row((cell("District B"), cell("81")))),
    )
    picture = Figure(TREE, "A tree: yields fall in dry years because there is no water and few stores.")
    opening = (
        Slide(
            "slide-title",
            1,
            words("Impact-Oriented Programming"),
            TitleBody(
                words("For regions and rural territories"),
                ("Өскемен", "2–3 November 2026"),
                words("Funded by …"),
            ),
        ),
    )
    lesson = (
        Slide(
            "slide-section",
            2,
            words("From evidence to a problem tree"),
            SectionBody("3", "After this lesson you can", (words("state a problem"), words("trace its causes"))),
            "Day 1",
        ),
        Slide(
            "slide-points",
            3,
            words("A problem is not a missing solution"),
            PointsBody(
                (
                    words("“No irrigation fund” is a project in disguise"),
                    words("“Yields fell by a third” is a ", Strong(words("state"))),
                    words("Ask: who could show it, and where?"),
                )
            ),
            "From evidence to a problem tree · Handout p. 17",
            notes=(says("Let the room read first."), bullets("Then ask.", "Wait.")),
        ),
        Slide(
            "slide-columns",
            4,
            words("Two ways to begin"),
            ColumnsBody(
                (
                    (words("From projects"), (words("Quick"), words("Nobody asks why"))),
                    (words("From problems"), (words("Slower"), words("Мәселе бәріне түсінікті"))),
                )
            ),
        ),
        Slide(
            "slide-picture",
            5,
            words("A small tree"),
            PictureBody(picture),
            source=words("Drawing: the authors"),
        ),
        Slide(
            "slide-table",
            6,
            words("What the figures say"),
            TableBody(table),
            source=words("Illustrative figures for training."),
        ),
        Slide(
            "slide-question",
            7,
            words("Think for a minute"),
            QuestionBody(words("Who could dispute your figure?")),
        ),
        Slide(
            "slide-exercise",
            8,
            words("Exercise 2 · Draw the tree"),
            ExerciseBody(words("Choose a figure and ask “why?” until a district can act."), "Groups of five", SPLIT),
            "Handout p. 18",
            notes=(),
        ),
        Slide(
            "slide-quotation",
            9,
            words("In their words"),
            QuotationBody(words("We had a plan before we had a problem."), words("A head of division, 2025")),
        ),
        Slide("slide-summary", 10, words("To remember"), SummaryBody((words("Point to it."), words("Ask why.")))),
        Slide("slide-chart", 11, words("What the years say"), ChartBody(CHARTS["negative"])),
        Slide("slide-tree", 12, words("Why yields fall"), DiagramBody(TREE_OF_CAUSES)),
    )
    return Deck(
        meta,
        (Section("opening", "Opening", opening), Section("lesson", "From evidence to a tree", lesson)),
        paper,
    )
