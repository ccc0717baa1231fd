"""MK7xx: slides and pages."""

from modulekit.codes.code import error, warning

PAGES = (
    error(
        "MK701",
        "A slide overflows",
        "The text does not fit at a size that can be read from the last row. It is reported, never cut or shrunk.",
        "points: (eleven of them, each of three lines)",
        "points: (five of them, each of one line; the rest in the handout)",
    ),
    warning(
        "MK702",
        "Too much on a slide",
        "Participants read the slide instead of listening. What is to be read belongs in the handout.",
        "points: (nine of them)",
        "points: (five of them)",
    ),
    error(
        "MK703",
        "A character that the fonts do not have",
        "It would be printed as an empty box. The fonts hold Latin, Cyrillic with all Kazakh letters, and "
        "common signs.",
        "title: 計画",
        "title: Planning",
    ),
    error(
        "MK704",
        "The PDF writer met something that it could not lay out",
        "A page or a picture would look wrong or be inaccessible.",
        "a picture that the writer cannot draw",
        "a picture that opens in a browser",
    ),
    error(
        "MK705",
        "Something that a format cannot express",
        "Nothing is left out in silence: either a writer prints it or it says so here.",
        "a drawing in a format that carries text only",
        "the same words in a paragraph",
    ),
    error(
        "MK706",
        "A heading of the wrong level",
        "Screen readers and contents follow the levels. Under a step's title (level 2) come ### and then "
        "####; elsewhere "
        "a short text has no headings at all.",
        "handout:\n  - |\n    # What a problem is",
        "handout:\n  - |\n    ### What a problem is",
    ),
    error(
        "MK707",
        "Raw HTML in a text",
        "A course is printed to Word and PowerPoint too, where HTML means nothing.",
        "Yields <b>fell</b> by a third.",
        "Yields **fell** by a third.",
    ),
    error(
        "MK708",
        "A picture inside a text",
        "Pictures need alternative text, a caption and a number. Use a figure.",
        "![tree](assets/tree.svg)",
        "- figure: {file: assets/tree.svg, alt: …, caption: …}",
    ),
    error(
        "MK709",
        "A link that leads nowhere safe",
        "Handouts are read offline and for years. Links lead to https:// pages or write a mail; files of the "
        "course are "
        "referred to by id.",
        "[the sheet](../sheet.xlsx)",
        "[the statistics office](https://stat.gov.kz)",
    ),
    error(
        "MK710",
        "Markdown that a page cannot hold",
        "Lines across the page, rows with more cells than the header, and lists in lists in lists have no place on a "
        "printed page.",
        "***",
        "### A heading",
    ),
    error(
        "MK711",
        "A slide that shows what participants do not get",
        "Everybody sees a slide. It can show a tree, a chain, a chart or a table that stands filled in in the handout, "
        "but no worksheet and no model answer.",
        "- {title: Our tree, shows: tree-of-the-exercise}",
        "- {title: The tree of the example, shows: tree-of-the-handout}",
    ),
    error(
        "MK712",
        "A drawing that nobody could read",
        "Letters of a tree, chain or timeline are at least 7 points on paper and 10 on a slide. What is too large for "
        "an upright page stands on a page across, and a tree that no page holds is cut into parts on paper; what is "
        "too large even then is reported, never printed smaller.",
        "a slide that shows a problem tree of thirty causes; a timeline of sixty rows",
        "a slide with one branch of the tree; two timelines of thirty rows",
    ),
    error(
        "MK713",
        "A slide that shows a part which is not there",
        "A slide may show one branch of a tree, or the tree down to some level. Other drawings and tables are shown "
        "whole, and a branch is named by the id of its problem.",
        "- {title: Why canals leak, shows: tree-of-the-handout, branch: canal}",
        "- {title: Why canals leak, shows: tree-of-the-handout, branch: canals}",
    ),
    warning(
        "MK714",
        "Words that run into the margin",
        "A table's columns are never narrower than their longest words, which are not divided in every language. Where "
        "all of them together need more than the page has, the last column is punched, cut off or not printed.",
        "a form with ten columns whose titles are long words",
        "the same form with eight columns, or with shorter titles",
    ),
)
