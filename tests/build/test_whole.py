"""The whole build of the small course with its canaries: every product, every format, real writers.

One build serves all tests of this file; what follows it comes from its cache.
"""

from __future__ import annotations

import dataclasses
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

import pytest

import modulekit.build
from modulekit.build import Built, Order, build, make_plan
from modulekit.build.job import Job
from modulekit.delivery.contents import texts
from modulekit.diagnostics import Diagnostic, Report
from modulekit.editions.changes import changes
from modulekit.formats.press import Press
from modulekit.model import Module
from modulekit.model.audience import Audience
from modulekit.products.prints import Copies
from modulekit.products.table import PRODUCTS
from tests.courses import hills_centre, hilltown, with_canaries
from tests.presses import whole_press

TRAINER = Audience.TRAINER
pytestmark = pytest.mark.xdist_group("whole-build")


@dataclass(frozen=True)
class Whole:
    """A finished build, the press that made it, and the tasks that were told to have ended."""

    built: Built
    press: Press
    ended: Counter[tuple[str, str]]

    @property
    def files(self) -> Mapping[str, bytes]:
        """The files by name."""
        return {path.name: data for path, data in self.built.files.items()}

    def again(self, order: Order) -> tuple[Built | None, Report]:
        """Another build of the same course, which finds its pages in the cache."""
        report = Report()
        return build(everything(), order, self.press, report), report


@cache
def everything() -> Job:
    """The course with canaries as an edition that can have every product: delivered, with a second language, and with
    an earlier version."""
    job = with_canaries().job
    known = changes(job.module.model_copy(update={"title": "Meetings"}), job.module)
    return dataclasses.replace(job, centre=hills_centre(), delivery=hilltown().node, beside=job, changes=known)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    ended: Counter[tuple[str, str]] = Counter()
    with whole_press(tmp_path_factory.mktemp("cache")) as press:
        report = Report()
        built = build(everything(), Order(), press, report, lambda task: ended.update([task.key]))
        assert built is not None, [*report]
        assert not _other_than_long_words(report)
        yield Whole(built, press, ended)


def _other_than_long_words(report: Report) -> list[Diagnostic]:
    """What was found, but that a canary, a word of twenty signs, is too long for a narrow column."""
    return [found for found in report if found.code != "MK714"]


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _words(data: bytes) -> str:
    """The words of a file by means that share nothing with the scan of the build."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels", ".svg"))]
        markup = b" ".join(parts).decode()
        return _squeezed(re.sub(r"<[^>]*>", "", markup)) + _squeezed(markup)
    if data.startswith(b"%PDF"):
        import pypdfium2

        pdf = pypdfium2.PdfDocument(data)
        printed = "".join(page.get_textpage().get_text_range() for page in pdf)
        pdf.close()
        return _squeezed(printed) + _squeezed(_unprinted(data))
    return _squeezed(data.decode())


def _unprinted(data: bytes) -> str:
    """What stands in the objects of a PDF: alternative texts, outlines, and names, tooltips and values of fields."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        things = [thing.stream_dict if isinstance(thing, pikepdf.Stream) else thing for thing in pdf.objects]
        held = [json.loads(thing.to_json(dereference=False)) for thing in things]
    return json.dumps(held, ensure_ascii=False)


def for_participants() -> int:
    """How many files participants get."""
    return sum(len(product.formats) for product in PRODUCTS.values() if product.audience is Audience.PARTICIPANT)


def test_every_product_is_built_in_every_format(whole: Whole) -> None:
    made = {(entry.product, entry.format) for entry in whole.built.records}
    assert made == {(product.name, format) for product in PRODUCTS.values() for format in product.formats}
    assert {PurePosixPath(entry.path) for entry in whole.built.records} == whole.built.files.keys()


def test_every_task_ends_once(whole: Whole) -> None:
    assert whole.ended == Counter(task.key for task in make_plan(Order(), everything().having))


def test_materials_count_the_pages_that_were_laid_out(whole: Whole) -> None:
    from docx import Document

    tables = Document(io.BytesIO(whole.files["materials.docx"])).tables
    rows = [[cell.text for cell in row.cells] for table in tables for row in table.rows]
    told = [tuple(map(int, row[2:5])) for row in rows if len(row) == 6 and row[3].isdecimal()]
    printed = [product for product in PRODUCTS.values() if product.copies is not Copies.NONE]
    pages = {file.product: file.pages for file in whole.built.records if file.format == "pdf"}
    assert [number for _, number, _ in told] == [pages[product.name] for product in printed]
    for product, (copies, number, sheets) in zip(printed, told, strict=True):
        assert sheets == copies * (number if product.one_sided else -(-number // 2)), product.name


def test_no_file_for_participants_holds_a_canary(whole: Whole) -> None:
    checked = 0
    for entry in whole.built.records:
        if entry.audience == "participant":
            checked += 1
            words = _words(whole.files[PurePosixPath(entry.path).name]).casefold()
            assert "meetingsthatdecide" in words, entry.path
            assert "canary" not in words, entry.path
    assert checked == for_participants()


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_the_files_for_trainers_hold_every_canary(whole: Whole, format: str) -> None:
    trainers = [path for path in whole.built.files if PRODUCTS[path.stem.removesuffix("-fillable")].audience is TRAINER]
    held = [_squeezed("".join(texts(path.name, whole.files[path.name]))) for path in trainers if format in path.suffix]
    planted = with_canaries().canaries
    assert len(held) >= 2
    assert not [loc for loc, canary in planted.items() if not any(_squeezed(canary) in words for words in held)]


@pytest.mark.parametrize("name", ["guide.pdf", "guide.docx", "guide.txt"])
def test_the_guide_holds_every_canary_of_lessons_and_exercises(whole: Whole, name: str) -> None:
    held = _squeezed("".join(texts(name, whole.files[name])))
    planted = {loc: canary for loc, canary in with_canaries().canaries.items() if loc[0] in ("lessons", "exercises")}
    forms = [loc for loc in planted if "worksheet" in loc]  # what `blank` empties
    assert len(forms) > 40
    assert not [loc for loc, canary in planted.items() if _squeezed(canary) not in held]


def test_the_leak_scan_looked_at_all_of_it(whole: Whole) -> None:
    scan = whole.built.edition.leak_scan
    assert scan["files"] == for_participants()
    assert scan["phrases_searched"] >= len(with_canaries().canaries)
    assert scan["characters"] > 100_000


def test_without_redaction_every_format_gives_the_secrets_away(whole: Whole, monkeypatch: pytest.MonkeyPatch) -> None:
    """The positive control of the scan: forms come out filled in, in each file, and nothing is built."""

    def keep_everything(module: Module, audience: Audience) -> Module:
        assert audience in Audience
        return module

    monkeypatch.setattr(modulekit.build, "redact", keep_everything)
    built, report = whole.again(Order(("handout", "workbook", "worksheets")))
    assert built is None
    leaks = _other_than_long_words(report)
    assert {diagnostic.code for diagnostic in leaks} == {"MK802"}
    named = {name for diagnostic in leaks for name in re.findall(r"en/([\w.-]+\.\w+)", diagnostic.message)}
    books = {"workbook.pdf", "workbook.docx", "worksheets.pdf", "worksheets.docx", "worksheets-fillable.pdf"}
    assert named == {"handout.pdf", "handout.docx", "handout.html", "handout.txt", *books}
    lines = {diagnostic.span.line for diagnostic in leaks if diagnostic.span}
    assert 0 not in lines
    assert len(lines) > 3


def test_a_second_build_is_the_same_file_for_file(whole: Whole) -> None:
    built, report = whole.again(Order())
    assert built is not None
    assert not _other_than_long_words(report)
    assert built.files == whole.built.files
    assert (built.records, built.edition) == (whole.built.records, whole.built.edition)


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (Order(("guide",), ("docx",)), ["guide.docx"]),
        (Order(("slides-participant",)), ["slides-participant.pdf", "slides-participant.pptx"]),
        (
            Order((), ("text",)),
            sorted(f"{name}.txt" for name, product in PRODUCTS.items() if "text" in product.formats),
        ),
    ],
)
def test_a_part_of_a_build_is_the_same_as_in_the_whole(whole: Whole, order: Order, names: list[str]) -> None:
    """A guide alone cites the pages of a handout that was laid out for it and not kept."""
    built, _ = whole.again(order)
    assert built is not None
    assert sorted(path.name for path in built.files) == names
    assert all(built.files[path] == whole.built.files[path] for path in built.files)


def test_pages_that_the_guide_cites_are_those_of_the_built_handout(whole: Whole) -> None:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(whole.files["handout.pdf"])
    pages = [_squeezed(page.get_textpage().get_text_range()) for page in pdf]
    pdf.close()
    guide = whole.files["guide.txt"].decode()
    steps = re.findall(r"^### (?:\d\.\d  )?(.+?)  .*\n+(?:\[.*\n+)*.*Handout p\. (\d+)", guide, re.MULTILINE)
    assert len(steps) >= 4
    assert not [(title, page) for title, page in steps if _squeezed(title) not in pages[int(page) - 1]]


def test_a_picture_of_an_answer_does_not_travel(whole: Whole) -> None:
    answer = with_canaries().job.assets["assets/answer.svg"]

    def shows(name: str) -> bool:
        with zipfile.ZipFile(io.BytesIO(whole.files[name])) as archive:
            return any(archive.read(member) == answer for member in archive.namelist())

    assert shows("answers.docx")
    assert not any(shows(name) for name in ("workbook.docx", "worksheets.docx", "handout.docx"))


def test_a_build_leaves_nothing_beside_its_files(whole: Whole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are values until they are put in place: building writes nowhere but into its cache."""
    monkeypatch.chdir(tmp_path)
    whole.again(Order(("agenda",)))
    assert not [*tmp_path.iterdir()]
