"""A secret is found wherever a file can hide it, and only there."""

from __future__ import annotations

import base64
import random
from collections.abc import Callable
from urllib.parse import quote

import pytest

from modulekit.delivery.contents import Share, texts
from modulekit.delivery.leaks import SHORTEST, WINDOW, Scan, scan, squeeze
from modulekit.delivery.zips import UnreadableError
from tests.delivery import files
from tests.delivery.files import HARMLESS, SECRET

HALF = SECRET[: len(SECRET) * 2 // 3]
ENTITIES = "".join(f"&#{ord(letter)};" for letter in SECRET)
SVG = f'<svg xmlns="http://www.w3.org/2000/svg"><desc>{SECRET}</desc></svg>'

HIDING_PLACES: dict[str, Callable[[], bytes]] = {
    "text": lambda: f"{HARMLESS}\n{SECRET}".encode(),
    "text: half of it": lambda: f"{HARMLESS} {HALF}, as they say".encode(),
    "text: in capitals": lambda: SECRET.upper().encode(),
    "text: broken over lines": lambda: SECRET.replace(" ", "\n\t").encode(),
    "text: hyphenated": lambda: SECRET.replace("popo", "po-\npo").replace("nips", "\u00adnips").encode(),
    "text: with ligatures": lambda: SECRET.replace("hi", "h\u200bi").encode(),
    "text: UTF-16": lambda: SECRET.encode("utf-16"),
    "text: with a byte order mark": lambda: f"\ufeff<p>{SECRET}</p>".encode(),
    "html: printed": lambda: files.page(f"<p>{SECRET}</p>"),
    "html: over elements": lambda: files.page("".join(f"<b>{word}</b> " for word in SECRET.split())),
    "html: entities": lambda: files.page(f"<p>{ENTITIES}</p>"),
    "html: alternative text": lambda: files.page(f'<img src="a.png" alt="{SECRET}">'),
    "html: unquoted, with brackets": lambda: files.page(f"<img alt='{SECRET} 1 > 0' title=x>"),
    "html: data attribute": lambda: files.page(f'<p data-note="{ENTITIES}">x</p>'),
    "html: comment": lambda: files.page(f"<!-- {SECRET} -->"),
    "html: style": lambda: files.page("", f'<style>p::after {{ content: "{SECRET}" }}</style>'),
    "html: script": lambda: files.page(f'<script>const note = "{SECRET}"</script>'),
    "html: meta": lambda: files.page("", f'<meta name="description" content="{SECRET}">'),
    "html: picture in an address": lambda: files.page(f'<img src="data:image/svg+xml,{quote(SVG)}" alt="x">'),
    "html: picture in base64": lambda: files.page(
        f'<img src="data:image/svg+xml;base64,{base64.b64encode(SVG.encode()).decode()}">'
    ),
    "svg: description": lambda: SVG.encode(),
    "xml: CDATA": lambda: f"<note><![CDATA[{SECRET}]]></note>".encode(),
    "docx: over runs": lambda: files.document(files.in_runs(SECRET)),
    "docx: alternative text": lambda: files.document(f'<wp:docPr id="1" descr="{SECRET}"/>'),
    "docx: comment": lambda: files.document("", ("word/comments.xml", f"<w:comments>{files.in_runs(SECRET)}")),
    "docx: deleted text": lambda: files.document(f"<w:del><w:delText>{SECRET}</w:delText></w:del>"),
    "docx: core properties": lambda: files.document("", ("docProps/core.xml", f"<dc:subject>{SECRET}</dc:subject>")),
    "docx: name of a part": lambda: files.document("", (f"word/media/{SECRET}.svg", "<svg/>")),
    "pptx: notes": lambda: files.presentation(("ppt/notesSlides/notesSlide1.xml", f"<p><a:t>{SECRET}</a:t></p>")),
    "pptx: comment": lambda: files.presentation(("ppt/comments/comment1.xml", f'<p:cm text="{SECRET}"/>')),
    "zip in zip": lambda: files.pack(("inner.zip", files.pack(("deep/notes.txt", SECRET)))),
    "zip: docx in zip": lambda: files.pack(("a.docx", files.document(files.in_runs(SECRET)))),
    "pdf: broken over lines with hyphens": lambda: files.printed(SECRET, style="p{width:21mm;hyphens:auto}"),
    "pdf: in white": lambda: files.printed(extra=f'<p style="color:#fff;font-size:3pt">{SECRET}</p>'),
    "pdf: over a page end": lambda: files.printed(
        extra=f'<p style="margin-top:100mm;width:30mm;font-size:20pt;orphans:1;widows:1">{SECRET}</p>'
    ),
    "pdf: alternative text": lambda: files.printed(
        extra=f'<img alt="{SECRET}" src="data:image/svg+xml,{quote(files.DRAWING)}">'
    ),
    "pdf: title": lambda: files.printed(title=SECRET),
    "pdf: title with signs that are written in several ways": lambda: files.printed(title=f'"\\\\ \\( ğ {SECRET}'),
    "pdf: outline": lambda: files.with_outline(SECRET),
    "pdf: value of a field": lambda: files.with_field("/V", SECRET),
    "pdf: tooltip of a field": lambda: files.with_field("/TU", SECRET),
    "pdf: name of a field": lambda: files.with_field("/T", SECRET),
    "pdf: metadata": lambda: files.with_metadata(SECRET),
    "pdf: replacement text": lambda: files.with_replacement_text(SECRET),
    "pdf: address of a link": lambda: files.printed(extra=f'<a href="https://example.org/{quote(SECRET)}">x</a>'),
    "pdf: attached text": lambda: files.with_attachment(SECRET.encode()),
    "pdf: attached docx": lambda: files.with_attachment(files.document(files.in_runs(SECRET))),
    "pdf: attached without a type": lambda: files.with_attachment(SECRET.encode(), typed=False),
}

CLEAN: dict[str, Callable[[], bytes]] = {
    "text": lambda: HARMLESS.encode(),
    "html": files.page,
    "docx": files.document,
    "pptx": files.presentation,
    "zip": lambda: files.pack(("a.docx", files.document()), ("b.html", files.page())),
    "pdf": files.plain_pdf,
    "pdf with attachment": lambda: files.with_attachment(files.document()),
    "picture": lambda: b"\x89PNG\r\n\x1a\n" + SECRET.encode(),  # nobody reads what is in a picture's bytes
}


def look(data: bytes, *secrets: str, public: tuple[str, ...] = ()) -> Scan:
    return scan({"a-file": data}, [[secret] for secret in secrets or (SECRET,)], public)


@pytest.mark.parametrize("place", HIDING_PLACES)
def test_a_secret_is_found(place: str) -> None:
    result = look(HIDING_PLACES[place](), "Something quite different that stands in no file at all.", SECRET)
    assert [(leak.file, leak.phrase) for leak in result.leaks] == [("a-file", 1)]
    assert squeeze(result.leaks[0].found) in squeeze(SECRET)
    assert result.searched == 2


@pytest.mark.parametrize("kind", CLEAN)
def test_a_clean_file_is_clean(kind: str) -> None:
    result = look(CLEAN[kind]())
    assert not result.leaks
    assert (result.files, result.searched) == (1, 1)
    assert result.characters > 50 or kind == "picture"


def test_pdf_text_was_really_broken_with_hyphens() -> None:
    """The control of a control: the page of the test above has hyphens that the secret has not."""
    lines = next(iter(texts("a.pdf", HIDING_PLACES["pdf: broken over lines with hyphens"]()))).splitlines()
    assert len(lines) > 5
    assert any(line.rstrip()[-1:] in "-\u2010\u00ad\ufffe\x02" for line in lines[:-1])


@pytest.mark.parametrize(
    "data",
    [
        files.pack(("a.txt", HARMLESS))[:-30],
        files.document().replace(b"word", b"wrod", 1),
        b"PK\x03\x04 and nothing of a zip",
        b"%PDF-1.7\nbroken",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old Word file",
        b"\x1f\x8b\x08\x00 compressed",
        bytes(range(128, 256)),
        files.page('<img src="data:image/svg+xml;base64,A">'),
    ],
    ids=["cut zip", "renamed entry", "no zip", "no pdf", "old Word", "gzip", "bytes", "bad base64"],
)
def test_what_cannot_be_searched_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        look(data)


def test_a_damaged_entry_is_refused() -> None:
    data = bytearray(files.pack(("a.txt", HARMLESS * 20)))
    at = data.index(b"a.txt") + 15
    data[at : at + 8] = b"\xff" * 8
    with pytest.raises(UnreadableError):
        look(bytes(data))


def test_a_damaged_or_locked_pdf_is_refused() -> None:
    with pytest.raises(UnreadableError):
        look(files.plain_pdf()[:-200])
    with pytest.raises(UnreadableError):
        look(files.locked())


def test_what_hides_too_deep_is_refused() -> None:
    data = files.pack(("a.txt", HARMLESS))
    for _ in range(6):
        data = files.pack(("b.zip", data))
    with pytest.raises(UnreadableError, match="deep"):
        look(data)


@pytest.mark.parametrize("place", [place for place in HIDING_PLACES if place.startswith("pdf")])
def test_both_shares_of_a_pdf_are_all_of_it(place: str) -> None:
    data = HIDING_PLACES[place]()
    printed, held = ([*texts("a.pdf", data, share=share)] for share in Share)
    assert printed
    assert held
    assert [*printed, *held] == [*texts("a.pdf", data)]


def test_short_phrases_are_reported() -> None:
    result = scan({}, [["Yes."], ["No, not at all, never."], []], [])
    assert result.too_short == (0, 2)
    assert result.searched == 1


def test_phrases_that_stand_in_public_text_are_reported() -> None:
    secret = "The well is dry from June to August in most years."
    result = look(secret.encode(), secret, public=(f"As you know, {secret.lower()}",))
    assert not result.leaks
    assert result.public == (0,)
    assert result.searched == 0


def test_what_is_left_of_a_half_public_phrase_is_searched() -> None:
    secret = f"{HARMLESS} {SECRET}"
    assert not look(HARMLESS.encode(), secret, public=(HARMLESS,)).leaks
    assert look(SECRET.encode(), secret, public=(HARMLESS,)).leaks


def test_what_two_public_texts_say_side_by_side_is_no_secret() -> None:
    """A page does not show where a paragraph or a cell ended and the next one began."""
    secrets = [["Shared wells need two keepers each"], ["Two keepers share the deeper of both wells in a dry summer"]]
    public = [
        "Two keepers share",
        "the deeper of",
        "both wells in a dry",
        "summer. Shared wells",
        "need two keepers each",
    ]
    page = files.page("".join(f"<td>{cell}</td>" for cell in public))
    assert len(scan({"page.html": page}, secrets, []).leaks) == 2
    assert scan({"page.html": page}, secrets, public).leaks == ()
    assert len(scan({"page.html": page}, secrets, reversed(public)).leaks) == 2


def test_every_holder_of_a_shared_phrase_is_named() -> None:
    result = look(f"{SECRET} {SECRET[:20]}".encode(), SECRET, f"Say: {SECRET}", SECRET[:20], SECRET[:20])
    assert [leak.phrase for leak in result.leaks] == [0, 1, 2, 3]
    assert result.searched == 4


def test_unknown_words_in_a_phrase_are_not_compared() -> None:
    """A reference is printed as words that are not known here; what stands around it is."""
    begin, end = "First compare the hippopotamus of the north with", "and then boil the turnips on Thursday for all"
    printed = f"{begin} Table 3.1 {end}"
    assert look(printed.encode(), f"{begin}\x00{end}").leaks
    assert not look(b"hippopotamus ... turnips", f"{begin}\x00{end}").leaks


@pytest.mark.parametrize("size", [*range(SHORTEST, WINDOW + 12)])
def test_a_phrase_of_any_length_is_found_at_any_place(size: int) -> None:
    letters = random.Random(size).choices("abcdefghijklmnopqrstuvwxyz", k=size)
    secret = "".join(letters)
    for before in range(12):
        text = f"{'.' * before}{secret}{'.' * 9}"
        assert look(text.encode(), secret).leaks, (size, before)


@pytest.mark.parametrize(
    ("written", "squeezed"),
    [
        ("Two\u00a0words", "twowords"),
        ("co-\noperate", "cooperate"),
        ("co\u00adoperate", "cooperate"),
        ("ﬁnal ofﬁce", "finaloffice"),
        ("9 – 10", "910"),
        ("Қазақстан ҚАЗАҚСТАН", "қазақстанқазақстан"),
        ("Straße", "strasse"),
        ("cooper\ufffeate", "cooperate"),
    ],
)
def test_squeezing(written: str, squeezed: str) -> None:
    assert squeeze(written) == squeezed
