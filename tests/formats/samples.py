"""One Document that holds every node in every role; beside it a Deck that holds every slide body, for writers' tests.

Written by hand, without courses or products: what a writer may meet, it meets here. The text is English with
Russian and Kazakh words, so that fonts and languages are tried as well.
"""

from __future__ import annotations

from dataclasses import replace

from modulekit.document import (
    Align,
    Block,
    Box,
    BoxRole,
    Break,
    Cell,
    Code,
    Columns,
    ColumnsRole,
    Contents,
    ContentsEntry,
    Cover,
    Definition,
    Definitions,
    Document,
    Emphasis,
    Fact,
    Figure,
    Foreign,
    Heading,
    InlineRole,
    Lines,
    Link,
    List,
    ListRole,
    Meta,
    Opener,
    ParagraphRole,
    Parallel,
    Part,
    PartKind,
    Reference,
    Row,
    Sign,
    Signs,
    Strong,
    Styled,
    Table,
    TableColumn,
    TableRole,
    Version,
)
from tests.formats.pieces import PHOTO, SLIDE, SPLIT, TREE, bullets, cell, says, words
from tests.formats.sample_charts import CHARTS
from tests.formats.sample_deck import slides
from tests.formats.sample_diagrams import DIAGRAMS

__all__ = [
    "PHOTO",
    "SLIDE",
    "SPLIT",
    "TREE",
    "bullets",
    "cell",
    "handout",
    "plain_document",
    "says",
    "slides",
    "words",
]


def handout() -> Document:
    """Every node in every role, every inline, references within a part, across parts and to nowhere."""
    return Document(
        Meta(
            title="Impact-Oriented Programming",
            label="Participant handout",
            language="en",
            style="handout",
            version="1.2",
            date="2026-11-02",
            author="Regional Development Project",
            organisation="Academy of Public Administration",
            subject="Programming for regions and rural territories",
            keywords=("programming", "monitoring", "бағдарлама"),
        ),
        (_cover(), _contents(), _lesson(), _tables(), _guide(), _annex()),
    )


def plain_document(parts: int = 3, paragraphs: int = 4) -> Document:
    """A small document without pictures, for tests of assembly: each part refers to the next."""
    chapters = tuple(
        Part(
            f"part-{number}",
            f"Part {number}",
            PartKind.CHAPTER,
            (
                Heading(1, words(f"Part {number}"), f"part-{number}"),
                *(says(f"Paragraph {index} of part {number}. " * 12) for index in range(paragraphs)),
                Heading(2, words("Onward"), f"onward-{number}"),
                says(
                    "See ",
                    Reference(f"part-{number % parts + 1}", words(f"part {number % parts + 1}")),
                    ".",
                ),
            ),
        )
        for number in range(1, parts + 1)
    )
    return Document(handout().meta, chapters)


def _cover() -> Part:
    cover = Cover(
        title=words("Impact-Oriented Programming for Regions and Rural Territories"),
        subtitle=words("From evidence to an action plan"),
        kicker=words("Participant handout"),
        facts=(
            Fact("Course", "IOP-2"),
            Fact("Hours", "16 academic hours"),
            Fact("Version", "1.2 of 2 November 2026"),
            Fact("Centre", "Өскемен, Шығыс Қазақстан", "kk"),
        ),
        statement=(
            Figure(PHOTO, "Emblem of the funder", width=0.12),
            says("Produced with the assistance of the funder. The contents are the responsibility of the author."),
        ),
    )
    return Part("cover", "Cover", PartKind.COVER, (cover,))


def _contents() -> Part:
    entries = (
        ContentsEntry(1, words("From evidence to a problem tree"), "lesson-problem-tree", "3"),
        ContentsEntry(2, words("What the figures say"), "figures-say"),
        ContentsEntry(2, words("Draw the tree"), "exercise-tree", "Exercise 2"),
        ContentsEntry(1, words("Tables and forms"), "tables", "4"),
        ContentsEntry(1, words("In the room"), "guide"),
        ContentsEntry(1, words("Glossary"), "glossary", "A"),
    )
    return Part(
        "contents",
        "Contents",
        PartKind.CONTENTS,
        (Heading(1, words("Contents"), "contents"), Contents(entries)),
    )


def _lesson() -> Part:
    blocks: tuple[Block, ...] = (
        Opener(
            words("From evidence to a ", Emphasis(words("problem tree"))),
            "lesson-problem-tree",
            "3",
            words("Day 1 · 13:30–15:00 · 90 minutes"),
        ),
        Box(
            BoxRole.OUTCOMES,
            (bullets("state a problem as a negative condition;", "trace causes until each can be acted on."),),
            words("After this lesson you can"),
        ),
        says("A programme that begins with a list of projects has already decided.", role=ParagraphRole.LEAD),
        says(
            "A programme that begins with a ",
            Strong(words("problem")),
            " still has to find out: see ",
            Reference("figures-say", words("the figures")),
            ", ",
            Reference("table-income", words("Table 4.1")),
            " and ",
            Reference("term-outcome", words("outcome")),
            ". ",
            Reference("trainer-only", words("What is not here")),
            " stays plain. Type ",
            Code("<budget> & year"),
            ", read ",
            Link("https://example.org/a?b=1&c=2", words("the source")),
            ", turn to ",
            Styled(InlineRole.TAG, words("p. 17")),
            Styled(InlineRole.MUTED, words(" if there is time")),
            ", tick ",
            Styled(InlineRole.TICK, words("☐")),
            ".",
            Break(),
            Foreign("kk", words("Қазақша: проблемалар ағашы")),
            "; ",
            Foreign("ru", words("по-русски: дерево проблем")),
            ", 1 200 ₸.",
        ),
        Box(BoxRole.KEY, (says("A problem is a negative state that somebody can point to."),)),
        Heading(2, words("What the figures say"), "figures-say"),
        says("Nobody disputes the figure; everybody disputes what it means.", role=ParagraphRole.QUOTE),
        Figure(
            TREE,
            "A tree: yields fall in dry years because there is no water and few stores.",
            words("A tree with two causes"),
            "Figure 3.1",
            words("Drawing: the authors"),
            0.8,
            id="figure-tree",
        ),
        Figure(PHOTO, "A field in spring, seen from the road.", width=0.5, frame=True),
        replace(
            CHARTS["line"], caption=words("Yields"), number="Figure 3.2", source=words("Invented"), id="figure-yields"
        ),
        *DIAGRAMS.values(),
        Heading(3, words("How it grows"), "how-it-grows", "3.1", words("demonstration")),
        List(
            (
                (says("Choose the figure that worries you most."),),
                (says("Ask why:"), bullets("once;", "and again.")),
                (says("Write the evidence beside each leaf."), says("Or a question mark.")),
            ),
            ListRole.NUMBER,
            3,
        ),
        bullets("a flipchart", "two colours of notes", role=ListRole.CHECK),
        says("The room is ready", role=ParagraphRole.CHECK),
        Heading(4, words("A detail"), "a-detail"),
        *(
            Box(role, (says(f"What a box for “{role}” holds."),), words(f"Box: {role}"))
            for role in (
                BoxRole.NOTE,
                BoxRole.TIP,
                BoxRole.WARNING,
                BoxRole.EXAMPLE,
                BoxRole.LAW,
                BoxRole.CASE,
                BoxRole.TERM,
                BoxRole.ANSWER,
                BoxRole.SUMMARY,
                BoxRole.QUESTION,
            )
        ),
        Box(
            BoxRole.EXERCISE,
            (
                SPLIT,
                says("Groups of five at one flipchart", role=ParagraphRole.META),
                List(
                    (((says("Choose a figure."),)), (says("Ask “why?” until a district can act."),)),
                    ListRole.NUMBER,
                ),
                Lines(3),
            ),
            words(Styled(InlineRole.NUMBER, words("Exercise 2")), " · Draw the tree"),
            words("groups of 5 · 50 min"),
            "exercise-tree",
        ),
    )
    return Part("lesson-problem-tree", "From evidence to a problem tree", PartKind.CHAPTER, blocks)


def _tables() -> Part:
    income = Table(
        (
            TableColumn(words("District"), 2),
            TableColumn(words("Self-employed, %"), 1, Align.RIGHT),
            TableColumn(words("Trend"), 1, Align.CENTRE),
        ),
        tuple(
            Row((cell(f"District {letter}"), cell(share), cell(trend)), id=f"row-{letter.lower()}")
            for letter, share, trend in (
                ("A", "41.2", "−6.1"),
                ("B", "28.7", "+2.3"),
                ("C", "1,022.5", "+9.4"),
            )
        ),
        words("Income and employment"),
        "Table 4.1",
        words("Illustrative figures for training, not official statistics."),
        id="table-income",
    )
    form = Table(
        (TableColumn(words("Activity"), 3), TableColumn(words("Who")), TableColumn(words("By when"))),
        tuple(Row((cell(), cell(), cell()), height=12) for _ in range(3)),
        words("Your action plan"),
        "Worksheet 1",
        role=TableRole.FORM,
        row_headers=False,
        id="worksheet-1",
    )
    plan = Table(
        (
            TableColumn(words("Time")),
            TableColumn(words("What"), 4),
            TableColumn(words("Minutes"), 1, Align.RIGHT),
        ),
        (
            Row((cell("13:30"), cell("Problem trees"), cell("90"))),
            Row((cell("15:00"), cell("Үзіліс · break"), cell("15")), muted=True),
            Row((cell("15:15"), Cell((says("Objectives"), bullets("one branch", "one group"))), cell("60"))),
        ),
        words("The afternoon"),
        role=TableRole.PLAN,
    )
    facts = Table(
        (TableColumn(words("Fact")), TableColumn(words("Value"), 3)),
        (Row((cell("Target group"), cell("Officials of districts"))), Row((cell("Hours"), cell("16")))),
        role=TableRole.FACTS,
    )
    figures = tuple(TableColumn(words(f"{n} {form}"), 1, Align.CENTRE) for n in range(1, 11) for form in "AB")
    tally = Table(
        (TableColumn(words("No."), 3, Align.CENTRE), *figures),
        tuple(Row((cell(str(n)), *(cell() for _ in figures)), height=7) for n in range(1, 6)),
        role=TableRole.TALLY,
    )
    return Part(
        "tables",
        "Tables and forms",
        PartKind.CHAPTER,
        (Opener(words("Tables and forms"), "tables", "4"), income, form, plan, facts, tally),
    )


def _guide() -> Part:
    step = Columns(
        (
            (
                says("13:30", role=ParagraphRole.CLOCK),
                says("15 min", role=ParagraphRole.META),
                Box(BoxRole.TOOK, (), words("took")),
            ),
            (Figure(SLIDE, "Slide 21: A problem is not a missing solution", frame=True),),
            (
                Heading(2, words("What makes a statement good"), "step-1", "3.1", words("presentation")),
                Definitions(
                    (
                        Definition(words("Say"), (says("Every programme began with a favourite project."),)),
                        Definition(
                            words("Ask"),
                            (
                                says("Which of the two could a visitor check?"),
                                Box(BoxRole.EXPECT, (says("The second."),)),
                            ),
                        ),
                        Definition(
                            words("Page"),
                            (says(Reference("figure-tree", (Styled(InlineRole.TAG, words("Handout p. 17")),))),),
                        ),
                    ),
                    labels=True,
                ),
            ),
        ),
        (17, 52, 109),
        ColumnsRole.STEP,
        "step-one",
    )
    trio = Columns(
        tuple(
            (says(label, role=ParagraphRole.LABEL), says(text))
            for label, text in (
                ("Have ready", "A flipchart for each group."),
                ("Before", "Lay the sheet on every table."),
                ("If you have 60 minutes", "Skip step 3.2."),
            )
        ),
        (1, 1, 1),
    )
    return Part(
        "guide",
        "In the room",
        PartKind.CHAPTER,
        (
            Heading(1, words("In the room"), "guide"),
            says("Day 1 · 90 minutes", role=ParagraphRole.META),
            trio,
            step,
            says(Styled(InlineRole.LABEL, words("Then")), " go on to the next step."),
            says("Source: the authors", role=ParagraphRole.SOURCE),
            *_people(),
        ),
    )


def _people() -> tuple[Block, ...]:
    """Two badges to cut out, and lines to sign on."""
    badge = (says("Training centre", role=ParagraphRole.LABEL), says("Sample Person", role=ParagraphRole.NAME))
    return (
        Columns((badge, badge), (1, 1), ColumnsRole.BADGES),
        Columns(((says("\u00a0"), says("Director", role=ParagraphRole.META)),), (1,), ColumnsRole.SIGNATURES),
    )


def _passages() -> tuple[Block, ...]:
    """Two languages side by side, then one below the other."""
    kazakh, russian = "Жиналыстың мақсаты жазылады.", "Цель совещания записывается."
    pairs = (
        ((Heading(2, words("Мақсаты"), "purpose"),), (Heading(2, words("Назначение")),)),
        ((says(kazakh),), (says(russian), says("Коротко."))),
        ((List((bullets("Сұрақ").items[0],), ListRole.NUMBER, 2),), (List((bullets("Вопрос").items[0],)),)),
        ((says("Аудармасы жоқ."),), ()),
    )
    beside = tuple(
        Parallel((Version("kk", left), Version("ru", right)), leads=isinstance(left[0], Heading))
        for left, right in pairs
    )
    return (*beside, Parallel((Version("kk", (says(kazakh),)), Version("ru", (says(russian),))), stacked=True))


def _annex() -> Part:
    return Part(
        "glossary",
        "Glossary",
        PartKind.ANNEX,
        (
            Heading(1, words("Glossary"), "glossary", "A"),
            Definitions(
                (
                    Definition(
                        words("outcome"),
                        (says("What changes for people. Нәтиже; результат."),),
                        "term-outcome",
                    ),
                    Definition(words("output"), (says("What the programme delivers. Өнім; продукт."),), "term-output"),
                )
            ),
            *_passages(),
            Signs((Sign(PHOTO, "Emblem of the funder", 15, 10), Sign(SLIDE, "Logo of a partner", 12, 9))),
        ),
    )
