"""Records of hand-overs: what is written can be read, and what git merges."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

from modulekit.diagnostics import Report
from modulekit.model.handover import Handover, Receipt, handover_id
from modulekit.source.files import Files
from modulekit.source.handovers import handover_path, handover_text, read_handovers

RECEIPT = Receipt(date=datetime.date(2026, 12, 1), act_number="14/к: № 3", note="Одной страницы нет — дошлют.")


def handover(centre: str = "town", digest: str = "1e5" * 21 + "0", received: Receipt | None = None) -> Handover:
    return Handover(
        handover=handover_id("2026-11-23", centre, digest),
        package="meetings-1.0-centre",
        module="meetings",
        version="1.10",
        kit="centre",
        centre=centre,
        languages=("kk", "no"),
        digest=digest,
        date=datetime.date(2026, 11, 23),
        signed_by="SHA256:" + "A" * 43,
        received=received,
    )


def write(folder: Path, record: Handover) -> Path:
    file = folder / handover_path(record.handover)
    file.parent.mkdir(exist_ok=True)
    file.write_text(handover_text(record), encoding="utf-8")
    return file


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    records = [handover(), handover("city", received=RECEIPT), handover("port", digest="0" * 64)]
    for record in records:
        write(tmp_path, record)
    report = Report()
    found = read_handovers(Files(tmp_path), ("meetings",), ("town", "city", "port"), report)
    assert not list(report)
    assert [document.node for document in found.values()] == sorted(records, key=lambda record: record.handover)


def test_a_receipt_changes_one_line() -> None:
    before = handover_text(handover()).splitlines()
    after = handover_text(handover(received=RECEIPT)).splitlines()
    assert before[:-1] == after[:-1]
    assert (before[-1], after[-1][:11]) == ("received: null", "received: {")


def test_records_of_two_people_merge_in_git(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    first = write(tmp_path, handover())
    git("init")
    git("add", ".")
    git("commit", "-m", "one")
    git("checkout", "-b", "colleague")
    write(tmp_path, handover("city"))
    git("add", ".")
    git("commit", "-m", "two")
    git("checkout", "main")
    write(tmp_path, handover("port"))
    first.write_text(handover_text(handover(received=RECEIPT)), encoding="utf-8")
    git("add", ".")
    git("commit", "-m", "three")
    git("merge", "colleague")
    found = read_handovers(Files(tmp_path), ("meetings",), ("town", "city", "port"), Report())
    assert {document.node.centre for document in found.values()} == {"town", "city", "port"}
