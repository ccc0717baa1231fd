"""Blocks as a trainer meets them in Word: lists that restart, tables that repeat their header, boxes, lines."""

from __future__ import annotations

import json
from dataclasses import asdict
from itertools import pairwise

from modulekit.document import (
    Bar,
    Block,
    Box,
    BoxRole,
    Definition,
    Definitions,
    Document,
    Lines,
    List,
    ListRole,
    Part,
    PartKind,
    Row,
    Segment,
    Table,
    TableColumn,
    TableRole,
    walk,
)
from modulekit.formats.docx import write
from modulekit.formats.docx.box_looks import BOXES
from modulekit.formats.docx.sheet import STYLES
from modulekit.formats.ooxml.xml import qname
from modulekit.formats.press import Press
from tests.formats.docx.reading import Element, Opened, find, opened, text_of, value
from tests.formats.samples import bullets, cell, handout, says, words


def document(*blocks: Block) -> Document:
    return Document(handout().meta, (Part("p", "P", PartKind.CHAPTER, blocks),))


def tables(made: Opened) -> list[Element]:
    return list(made.body.iter(qname("w:tbl")))


def styles_of_tables(made: Opened) -> list[str]:
    names = made.style_names
    return [names[value(table, "w:tblPr/w:tblStyle")] for table in tables(made)]


def in_style(made: Opened, style: str) -> list[Element]:
    return [table for table, name in zip(tables(made), styles_of_tables(made), strict=True) if name == style]


def test_nothing_of_the_sample_is_lost(sample: Opened) -> None:
    """Every word of every node, cover and facts included, stands in the file."""
    shown = "".join("".join(node.itertext()) for node in sample.body.iter(qname("w:t")))
    squeezed = "".join(shown.split())
    found = [text for part in handout().parts for text in texts(json.loads(json.dumps(asdict(part), default=repr)))]
    assert len(found) > 150
    hidden = ["Fact", "Value"]  # the header of a table of facts, which the eye does not need
    assert [text for text in found if "".join(text.split()) not in squeezed] == hidden


def texts(value: object) -> list[str]:
    """What a person reads below ``value``: the texts of inlines, labels and values, not ids, roles or descriptions."""
    if isinstance(value, dict) and "alternative" in value:  # a chart is a picture; its values are in the description
        return [text for key in ("caption", "source") for text in texts(value[key])]
    if isinstance(value, list):
        return [text for item in value for text in texts(item)]
    if not isinstance(value, dict):
        return []
    own = [value[key] for key in ("text", "label", "value", "number") if isinstance(value.get(key), str)]
    return own + [text for key, item in value.items() if key != "asset" for text in texts(item)]


def test_only_styles_of_the_sheet_are_used(sample: Opened) -> None:
    used = {line.style for line in sample.lines} | set(styles_of_tables(sample))
    assert used <= {style.name for style in STYLES}
    assert len(used) > 40


def test_words_are_never_formatted_by_hand(sample: Opened) -> None:
    """Fonts, sizes and colours come from styles, so that a style that is changed changes all."""
    symbols = 0
    for properties in sample.body.iter(qname("w:rPr")):
        for tag in ("w:sz", "w:color"):
            assert find(properties, tag) is None
        fonts = find(properties, "w:rFonts")
        if fonts is not None:
            assert fonts.get(qname("w:ascii")) == "Segoe UI Symbol"  # the box to tick
            symbols += 1
    assert symbols == 1


def test_every_run_of_words_says_its_language(sample: Opened) -> None:
    runs = [run for run in sample.body.iter(qname("w:r")) if find(run, "w:t") is not None]
    others = {text_of(run): value(run, "w:rPr/w:lang") for run in runs if value(run, "w:rPr/w:lang") != "en-GB"}
    assert len(runs) > 150
    assert others.pop("☐") == ""
    assert {"Қазақша: проблемалар ағашы", "Жиналыстың мақсаты жазылады."} <= others.keys()
    kazakh_only = frozenset("әғқңөұүһі")
    for shown, language in others.items():  # beside each other, and within a line
        is_kazakh = bool(frozenset(shown.lower()) & kazakh_only) or shown == "Centre"
        assert language == ("kk-KZ" if is_kazakh else "ru-RU"), shown


def test_numbered_lists_restart(press: Press) -> None:
    steps = List(((says("one"),), (says("two"),)), ListRole.NUMBER)
    later = List(((says("five"),),), ListRole.NUMBER, 5)
    made = opened(write(document(steps, says("Then"), steps, later), press).data)
    numbers = [value(line.element, "w:pPr/w:numPr/w:numId") for line in made.lines if line.style == "List Number"]
    assert numbers[0] == numbers[1]
    assert len({numbers[0], numbers[2], numbers[4]}) == 3
    starts = {
        num.get(qname("w:numId")): value(num, "w:lvlOverride/w:startOverride")
        for num in made.xml("word/numbering.xml").iter(qname("w:num"))
    }
    assert [starts[numbers[0]], starts[numbers[2]], starts[numbers[4]]] == ["1", "1", "5"]


def test_a_figure_and_its_ending_stay_on_one_line(press: Press) -> None:
    made = opened(write(document(says("сүттің 60 %-ы бір-бірден")), press).data)
    (line,) = made.lines
    assert [node.tag for node in line.element.iter() if node.tag in (qname("w:t"), qname("w:noBreakHyphen"))] == [
        qname("w:t"),
        qname("w:noBreakHyphen"),
        qname("w:t"),
    ]
    assert line.text == "сүттің 60 %ы бір-бірден"


def test_lists_nest_by_style(press: Press) -> None:
    inner = bullets("deep", role=ListRole.BULLET)
    outer = List(((says("top"), inner, says("more")), (says("next"),)), ListRole.NUMBER)
    made = opened(write(document(outer), press).data)
    assert [(line.style, line.text) for line in made.lines] == [
        ("List Number", "top"),
        ("List Bullet 2", "deep"),
        ("List Continue", "more"),
        ("List Number", "next"),
    ]


def test_checks_have_a_box_that_windows_has(sample: Opened) -> None:
    assert sample.styled("List Check") == ["a flipchart", "two colours of notes"]
    levels = [
        level for level in sample.xml("word/numbering.xml").iter(qname("w:lvl")) if value(level, "w:lvlText") == "☐"
    ]
    assert len(levels) == 6
    fonts = [find(level, "w:rPr/w:rFonts") for level in levels]
    assert all(font is not None and font.get(qname("w:ascii")) == "Segoe UI Symbol" for font in fonts)


def test_header_rows_repeat_and_rows_do_not_split(sample: Opened) -> None:
    named = dict(zip(styles_of_tables(sample), tables(sample), strict=True))
    for style in ("Data Table", "Form Table", "Plan Table"):
        rows = named[style].findall(qname("w:tr"))
        assert find(rows[0], "w:trPr/w:tblHeader") is not None
        assert all(find(row, "w:trPr/w:cantSplit") is not None for row in rows), style
    assert find(named["Facts Table"], "w:tr/w:trPr/w:tblHeader") is None
    assert value(named["Data Table"], "w:tblPr/w:tblCaption") == "Table 4.1 Income and employment"


def test_forms_have_room_to_write(sample: Opened) -> None:
    form, tally = in_style(sample, "Form Table")
    for table, room in ((form, ["680"] * 3), (tally, ["397"] * 5)):  # 12 mm and 7 mm
        heights = [find(row, "w:trPr/w:trHeight") for row in table.findall(qname("w:tr"))[1:]]
        assert [height.get(qname("w:val")) for height in heights if height is not None] == room
    margins = [int(side.get(qname("w:w"), "")) for side in tally.iter(qname("w:left"))]
    assert len(margins) == 21 * 6  # every cell
    assert max(margins) < 40  # less than 0.7 mm: a figure needs the room


def test_lines_are_nine_millimetres_apart_and_can_be_typed_on(press: Press) -> None:
    made = opened(write(document(Lines(3), says("After")), press).data)
    assert [line.style for line in made.lines] == ["Writing Line"] * 3 + ["Body Text"]
    (style,) = [s for s in made.xml("word/styles.xml").iter(qname("w:style")) if value(s, "w:name") == "Writing Line"]
    spacing = find(style, "w:pPr/w:spacing")
    assert spacing is not None
    assert (spacing.get(qname("w:line")), spacing.get(qname("w:lineRule"))) == ("510", "exact")
    between = find(style, "w:pPr/w:pBdr/w:between")
    assert between is not None  # or Word would draw one line under all of them


def test_bars_are_drawn_to_scale(press: Press) -> None:
    bar = Bar((Segment("a", 1), Segment("b", 3)), "One to three")
    (table,) = tables(opened(write(document(bar), press).data))
    first, second = (int(column.get(qname("w:w"))) for column in table.iter(qname("w:gridCol")))
    assert abs(second / first - 3) < 0.01
    assert value(table, "w:tblPr/w:tblDescription") == "One to three"


def test_labels_that_do_not_fit_stand_below_the_bar(press: Press) -> None:
    bar = Bar((Segment("an introduction", 1), Segment("work", 30)), "Mostly work")
    made = opened(write(document(bar), press).data)
    assert [line.text for line in made.lines] == ["", "", "an introduction\twork"]


def test_callouts_of_plain_words_are_paragraphs(press: Press) -> None:
    boxes = [Box(role, (says("Words."),), words("Title")) for role in BOXES]
    made = opened(write(document(*boxes), press).data)
    assert tables(made) == []
    for look in BOXES.values():
        assert made.styled(look.name) == ["Words."]
        assert made.styled(f"{look.name} Title") == ["Title"]


def test_neighbouring_callouts_do_not_grow_together(press: Press) -> None:
    box = Box(BoxRole.NOTE, (says("Words."),))
    made = opened(write(document(box, box), press).data)
    assert [line.style for line in made.lines] == ["Note", "Box Gap", "Note"]


def test_callouts_with_lists_are_tables_that_look_the_same(press: Press) -> None:
    boxes = [Box(role, (bullets("One."),), words("Title")) for role in BOXES]
    made = opened(write(document(*boxes), press).data)
    assert styles_of_tables(made) == [f"{look.name} Frame" for look in BOXES.values()]


def test_an_exercise_is_a_frame_with_a_header(sample: Opened) -> None:
    (frame,) = in_style(sample, "Exercise Frame")
    rows = frame.findall(qname("w:tr"))
    assert text_of(rows[0]) == "Exercise 2 · Draw the tree\tgroups of 5 · 50 min"
    assert find(rows[1], "w:trPr/w:cantSplit") is not None


def test_an_answer_that_fills_a_page_stands_open_between_two_rules(press: Press) -> None:
    """A frame of such a height begins on a new page, and the one before it stays white."""
    tall = Box(BoxRole.ANSWER, tuple(says("Words of an answer. " * 30) for _ in range(12)), words("Answer"))
    made = opened(write(document(tall), press).data)
    assert tables(made) == []
    assert [line.text for line in made.lines if line.style == "Answer Heading"] == ["Answer"]
    rules = [rule for rule in made.xml("word/document.xml").iter(qname("w:pBdr")) if find(rule, "w:top") is not None]
    assert len(rules) == 2
    short = Box(BoxRole.ANSWER, (says("Words."),), words("Answer"))
    (frame,) = tables(opened(write(document(short), press).data))
    assert find(frame.findall(qname("w:tr"))[1], "w:trPr/w:cantSplit") is not None


def test_labels_stand_left_of_their_words(sample: Opened) -> None:
    assert sample.styled("Prompt") == [
        "Say\tEvery programme began with a favourite project.",
        "Ask\tWhich of the two could a visitor check?",
        "Page\tHandout p. 17",
    ]
    assert sample.styled("Expected Answer") == ["The second."]


def test_a_label_that_is_too_long_for_its_place_has_a_line_of_its_own(press: Press) -> None:
    items = (Definition(words("Сказать"), (says("Раз."),)), Definition(words("Обратить внимание"), (says("Два."),)))
    made = opened(write(document(Definitions(items, labels=True)), press).data)
    assert made.styled("Prompt") == ["Сказать\tРаз.", "Обратить внимание"]
    assert [line.text for line in made.lines] == ["Сказать\tРаз.", "Обратить внимание", "Два."]


def test_cells_end_with_a_paragraph_as_word_wants_it(sample: Opened) -> None:
    cells = list(sample.body.iter(qname("w:tc")))
    assert len(cells) > 40
    assert all(cell[-1].tag == qname("w:p") for cell in cells)


def test_a_table_never_touches_the_next(press: Press) -> None:
    blocks = [block for part in handout().parts for block in walk(part.blocks) if isinstance(block, Table)]
    made = opened(write(document(*blocks, *blocks), press).data)
    kinds = [child.tag.rpartition("}")[2] for child in made.body]
    assert kinds.count("tbl") == 2 * len(blocks)
    assert ("tbl", "tbl") not in pairwise(kinds)


def test_a_question_stays_with_the_lines_for_its_answer(press: Press) -> None:
    announced = says("You need:")
    made = opened(write(document(says("Why?"), Lines(2), announced, bullets("paper"), says("So.")), press).data)
    kept = [line.text or line.style for line in made.lines if find(line.element, "w:pPr/w:keepNext") is not None]
    assert kept == ["Why?", "Writing Line", "You need:"]


def _form(rows: int, height: float) -> Table:
    columns = (TableColumn(words("Problem")), TableColumn(words("Evidence")))
    filled = tuple(Row((cell(f"Problem {number}"), cell()), height) for number in range(1, rows + 1))
    return Table(columns, filled, words("What we know"), "Table 1", role=TableRole.FORM)


def test_a_form_that_a_page_can_hold_is_never_split(press: Press) -> None:
    """Question, caption and every row but the last hold on to what follows; no row is split itself."""
    made = opened(write(document(says("What do you know?"), _form(12, 14.0), says("So.")), press).data)
    (table,) = tables(made)
    rows = list(table.iter(qname("w:tr")))
    assert len(rows) == 13
    assert all(find(row, "w:trPr/w:cantSplit") is not None for row in rows)
    held = [all(find(line, "w:pPr/w:keepNext") is not None for line in row.iter(qname("w:p"))) for row in rows]
    assert held == [True] * 12 + [False]
    before = [line.text for line in made.lines if find(line.element, "w:pPr/w:keepNext") is not None]
    assert before[0] == "What do you know?"
    caption = next(
        name for name in made.xml("word/styles.xml").iter(qname("w:style")) if value(name, "w:name") == "caption"
    )
    assert find(caption, "w:pPr/w:keepNext") is not None


def test_a_form_longer_than_a_page_may_be_split(press: Press) -> None:
    made = opened(write(document(_form(30, 14.0)), press).data)
    rows = list(tables(made)[0].iter(qname("w:tr")))
    held = [find(next(row.iter(qname("w:p"))), "w:pPr/w:keepNext") is not None for row in rows]
    assert held[0]
    assert not all(held[1:-2])


def test_empty_nodes_do_no_harm(press: Press) -> None:
    empty = (List(()), Lines(0), Box(BoxRole.NOTE, ()), Box(BoxRole.EXERCISE, ()), List(((),)), says())
    made = opened(write(document(*empty, *reversed(empty)), press).data)
    assert [line.text for line in made.lines if line.text] == []
