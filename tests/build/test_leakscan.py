"""The scan of the participants' files stops a build that would give trainer material away."""

from __future__ import annotations

import dataclasses
import json
from pathlib import PurePosixPath

import pytest

import modulekit.build
from modulekit.build import Built, Order, build
from modulekit.build.job import Job
from modulekit.build.leakscan import scan_for_leaks
from modulekit.build.record import Record
from modulekit.diagnostics import Diagnostic, Report, Severity
from modulekit.editions import phrases
from modulekit.model import Module, TrainerBrief
from modulekit.model.audience import Audience
from tests.courses import SMALL, small, with_canaries
from tests.presses import plain_press

HANDOUT = Order(("handout",), ("text",))


def _built(job: Job, order: Order = HANDOUT) -> tuple[Built | None, list[Diagnostic]]:
    report = Report()
    return build(job, order, plain_press(), report), [*report]


def _keep_everything(module: Module, audience: Audience) -> Module:
    """What ``redact`` must never become."""
    assert audience in Audience
    return module


def _line(diagnostic: Diagnostic) -> str:
    assert diagnostic.span is not None
    return (SMALL / diagnostic.span.file).read_text(encoding="utf-8").splitlines()[diagnostic.span.line - 1].strip()


def test_a_clean_build_is_scanned() -> None:
    built, diagnostics = _built(with_canaries().job)
    assert built is not None
    assert not diagnostics
    scanned = built.edition.leak_scan
    assert scanned["files"] == 1
    assert scanned["phrases_searched"] >= len(with_canaries().canaries)
    assert scanned["leaks"] == 0
    assert scanned["characters"] > 3000


def test_without_redaction_nothing_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modulekit.build, "redact", _keep_everything)
    built, diagnostics = _built(small())
    assert built is None
    assert {d.code for d in diagnostics} == {"MK802"}
    assert all(d.severity is Severity.ERROR for d in diagnostics)
    lines = [_line(d) for d in diagnostics]
    assert "- [After, The division has chosen three roads by Friday.]" in lines


def test_a_phrase_in_two_files_is_one_finding_at_its_place() -> None:
    secret = small().module.lessons[1].if_short_of_time or ""
    files = {"en/a.txt": f"Hm. {secret}".encode(), "en/b.html": f"<p>{secret}</p>".encode(), "en/c.txt": b"Nothing."}
    scan, (diagnostic,) = scan_for_leaks(small().module, files, small().strings, small().places)
    assert (diagnostic.code, len(scan.leaks), scan.files) == ("MK802", 2, 3)
    assert "en/a.txt, en/b.html." in diagnostic.message
    assert _line(diagnostic).startswith("if_short_of_time: Leave out the story of the well")
    assert "Leave out the story of the well" in diagnostic.hint


def test_every_canary_would_be_found() -> None:
    """The scan knows each of them: printed into a file, all are reported."""
    planted = with_canaries()
    text = "\n".join(planted.canaries.values()).encode()
    scan, diagnostics = scan_for_leaks(planted.job.module, {"a.txt": text}, small().strings, small().places)
    secret = [phrase for phrase in phrases(planted.job.module) if phrase.secret]
    found = {secret[leak.phrase].loc for leak in scan.leaks}
    assert planted.canaries.keys() <= found
    assert {d.code for d in diagnostics} == {"MK802"}


def test_a_file_that_cannot_be_searched_stops_the_build() -> None:
    scan, (diagnostic,) = scan_for_leaks(small().module, {"a.docx": b"PK\x03\x04"}, small().strings, small().places)
    assert (diagnostic.code, diagnostic.severity) == ("MK802", Severity.ERROR)
    assert "a.docx cannot be opened" in diagnostic.message
    assert scan.files == 0


@pytest.mark.parametrize(
    ("say", "reason"),
    [("Yes.", "too short"), ("Heads of divisions who lead a weekly meeting.", "also stands in text for participants")],
)
def test_trainer_text_that_cannot_be_searched_is_named(say: str, reason: str) -> None:
    step = small().module.lessons[0].steps[0]
    notes = step.trainer.model_copy(update={"say": say}) if step.trainer else None
    opening = small().module.lessons[0].model_copy(update={"steps": (step.model_copy(update={"trainer": notes}),)})
    lessons = (opening, *small().module.lessons[1:])
    job = dataclasses.replace(small(), module=small().module.model_copy(update={"lessons": lessons}))
    built, (diagnostic,) = _built(job)
    assert built is not None
    assert (diagnostic.code, diagnostic.severity) == ("MK803", Severity.NOTE)
    assert reason in diagnostic.message
    assert _line(diagnostic).startswith("say: Good morning.")


def test_text_for_participants_is_known_as_it_is_printed() -> None:
    """A term in public text is printed as its word: the same sentence in an answer is no leak."""
    term = small().module.glossary[0]
    said = "Nobody leaves the room before the {} has been read aloud once."
    module = small().module.model_copy(
        update={
            "summary": said.format(f"[[term:{term.id}]]"),
            "trainer": TrainerBrief(about=said.format(term.term)),
        }
    )
    files = {"en/a.txt": said.format(term.term).encode()}
    scan, _ = scan_for_leaks(module, files, small().strings, small().places)
    assert scan.leaks == ()


def test_what_is_written_in_a_shown_drawing_is_public() -> None:
    words = "The third road waits for the bridge."
    module = small().module.model_copy(update={"trainer": TrainerBrief(about=words)})
    files = {"en/a.pdf.txt": words.encode()}
    drawing = {"assets/roads.svg": f"<svg><text>{words}</text></svg>".encode()}
    hidden, _ = scan_for_leaks(module, files, small().strings, small().places)
    shown, _ = scan_for_leaks(module, files, small().strings, small().places, drawing)
    assert (len(hidden.leaks), len(shown.leaks)) == (1, 0)


def test_cells_that_are_too_short_are_counted_not_named() -> None:
    built, diagnostics = _built(small())
    assert built is not None
    assert not diagnostics
    assert built.edition.leak_scan["phrases_too_short"] > 0


def test_a_build_for_trainers_alone_has_nothing_to_search() -> None:
    scan, diagnostics = scan_for_leaks(small().module, {}, small().strings, small().places)
    assert (scan.files, diagnostics) == (0, ())


def test_the_record_of_a_build() -> None:
    built, _ = _built(small())
    assert built is not None
    assert [*built.files] == [PurePosixPath("en/handout.txt")]
    record = json.loads(Record.of(small().module, [built.edition], built.records).to_json())
    assert (record["module"], record["code"], record["version"]) == ("short-meetings", "TST-MEET-01", "1.10")
    (entry,) = record["files"]
    assert entry["path"] == "en/handout.txt"
    assert (entry["product"], entry["audience"], entry["format"]) == ("handout", "participant", "text")
    assert entry["bytes"] == len(built.files[PurePosixPath("en/handout.txt")])
    assert len(entry["sha256"]) == 64
