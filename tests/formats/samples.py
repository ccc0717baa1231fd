"""One Document that holds every node in every role and one Deck that holds every slide body, for writers' tests.

Written by hand, without courses or products: what a writer may meet, it meets here. The text is English with
Russian and Kazakh words, so that fonts and languages are tried as well.
"""

from __future__ import annotations

import struct
import zlib

from modulekit.document import (
    Align,
    Asset,
    Bar,
    Block,
    Box,
    BoxRole,
    Break,
    Cell,
    Code,
    Columns,
    ColumnsBody,
    ColumnsRole,
    Contents,
    ContentsEntry,
    Cover,
    Deck,
    Definition,
    Definitions,
    Document,
    Emphasis,
    ExerciseBody,
    Fact,
    Figure,
    Heading,
    Inline,
    InlineRole,
    Inlines,
    Lines,
    Link,
    List,
    ListRole,
    Meta,
    Opener,
    Paragraph,
    ParagraphRole,
    Part,
    PartKind,
    PictureBody,
    PointsBody,
    QuestionBody,
    QuotationBody,
    Reference,
    Row,
    Section,
    SectionBody,
    Segment,
    Slide,
    Strong,
    Styled,
    SummaryBody,
    Table,
    TableBody,
    TableColumn,
    TableRole,
    Text,
    TitleBody,
)


def words(*inlines: Inline | str) -> Inlines:
    """Inlines from strings and inlines: ``words("See ", Strong(...))``."""
    return tuple(Text(inline) if isinstance(inline, str) else inline for inline in inlines)


def says(*inlines: Inline | str, role: ParagraphRole = ParagraphRole.BODY) -> Paragraph:
    """A paragraph from strings and inlines."""
    return Paragraph(words(*inlines), role)


def cell(*inlines: Inline | str) -> Cell:
    """A table cell with one paragraph, or an empty one."""
    return Cell((says(*inlines),)) if inlines else Cell()


def bullets(*items: str, role: ListRole = ListRole.BULLET) -> List:
    """A list of one-paragraph items."""
    return List(tuple((says(item),) for item in items), role)


def png(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """A PNG of one colour."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = (b"\x00" + bytes(colour) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


TREE = Asset(
    "tree.svg",
    "image/svg+xml",
    """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 200" width="480" height="200" \
font-family="Noto Sans" font-size="13">
<g fill="none" stroke="#12343b" stroke-width="1.4"><path d="M240 66V110M110 130V110H370V130"/>
<rect x="130" y="20" width="220" height="46"/><rect x="20" y="130" width="180" height="46"/>
<rect x="280" y="130" width="180" height="46"/></g>
<g fill="#12343b" text-anchor="middle"><text x="240" y="48">Yields fall in dry years</text>
<text x="110" y="158">Су жетіспейді</text><text x="370" y="158">Мало хранилищ</text></g></svg>""".encode(),
)
PHOTO = Asset("photo.png", "image/png", png(320, 180, (111, 143, 138)))
SLIDE = Asset("slide-21.png", "image/png", png(320, 180, (223, 232, 232)))

SPLIT = Bar(
    (Segment("brief 5", 5), Segment("work 25", 25), Segment("report 12", 12), Segment("debrief 8", 8)),
    "Time: brief 5 minutes, work 25, report 12, debrief 8.",
)


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
        kicker="Participant handout",
        facts=(
            Fact("Course", "IOP-2"),
            Fact("Hours", "16 academic hours"),
            Fact("Version", "1.2 of 2 November 2026"),
            Fact("Centre", "Өскемен, Шығыс Қазақстан"),
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
            ".",
            Break(),
            "Қазақша: мәселе ағашы; по-русски: дерево проблем, 1 200 ₸.",
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
    return Part(
        "tables",
        "Tables and forms",
        PartKind.CHAPTER,
        (Opener(words("Tables and forms"), "tables", "4"), income, form, plan, facts),
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
        ),
    )


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
        ),
    )


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
    )
    return Deck(
        meta,
        (Section("opening", "Opening", opening), Section("lesson", "From evidence to a tree", lesson)),
        paper,
    )
