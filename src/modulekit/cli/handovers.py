"""``modulekit handovers``: list them, record a receipt, and enter a new one."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import typer
from pydantic import ValidationError

from modulekit.build.holdings import Holding, Standing, holdings
from modulekit.cli.exit_codes import GOOD, WRONG_USE
from modulekit.cli.workspace import Loaded, exit_code, load, print_findings, unknown_name
from modulekit.codes import finding
from modulekit.delivery.ledger import amend, enter
from modulekit.diagnostics import Diagnostic, Report
from modulekit.model.handover import Handover, Receipt
from modulekit.source.handovers import handover_path, handover_text
from modulekit.source.reading import Document

_HEAD = ("hand-over", "module", "version", "kit", "for", "languages", "act", "standing")


def run(workspace: Path | None, output_format: str) -> int:
    """Print who holds what, and the findings to standard error; the exit code."""
    report = Report()
    loaded = load(workspace, (), report)
    modules = {source.module.module: source.module for source in loaded.sources}
    found = holdings((document.node for document in _records(loaded).values()), modules)
    if output_format == "json":
        typer.echo(json.dumps([_data(held) for held in found], ensure_ascii=False, indent=2))
    elif found:
        _print(found)
    elif loaded.workspace is not None:
        typer.echo("Nothing was handed over yet. `modulekit pack` records what it packs in handovers/.")
    print_findings(report, loaded, "text", sys.stderr)
    return exit_code(report, loaded)


def run_receive(asked: str, date: str | None, act_number: str | None, note: str | None, workspace: Path | None) -> int:
    """Record a receipt; the exit code."""
    report = Report()
    loaded = load(workspace, (), report)
    if loaded.workspace is None:
        print_findings(report, loaded, "text")
        return exit_code(report, loaded)
    own = Report()  # what is wrong with a course does not keep a receipt from being recorded
    handover = _called(asked, loaded, own)
    if handover is not None:
        receipt = _receipt(handover, date, act_number, note, own)
        if receipt is not None:
            _record(loaded.root, handover, receipt, own)
    print_findings(own, loaded, "text")
    return WRONG_USE if own.has_errors else GOOD


def record(root: Path, handover: Handover) -> PurePosixPath:
    """Enter a new hand-over in the workspace at ``root``; where its file stands.

    The same hand-over twice is one record. One of the same id that says something else gets a number. Raises
    ``OSError``.
    """
    for number in range(1, 1000):
        id = handover.handover if number == 1 else f"{handover.handover}-{number}"
        numbered = handover.model_copy(update={"handover": id})
        path = handover_path(id)
        text = handover_text(numbered)
        if enter(root / path.parent, path.name, text) or _says_the_same(root / path, numbered):
            return path
    raise FileExistsError(f"there are 999 records called {handover.handover}")


def _says_the_same(file: Path, handover: Handover) -> bool:
    """Whether ``file`` records ``handover``, received or not."""
    wanted = handover_text(handover).partition("\nreceived:")[0]
    return file.read_text(encoding="utf-8").partition("\nreceived:")[0] == wanted


def _records(loaded: Loaded) -> dict[str, Document[Handover]]:
    return dict(loaded.workspace.handovers) if loaded.workspace else {}


def _called(asked: str, loaded: Loaded, report: Report) -> Handover | None:
    """The hand-over that ``asked`` means; a beginning serves where only one begins so."""
    records = _records(loaded)
    if asked in records:
        return records[asked].node
    beginning = [id for id in records if id.startswith(asked)]
    if len(beginning) == 1:
        return records[beginning[0]].node
    if beginning:
        words = f"{len(beginning)} hand-overs begin with “{asked}”."
        report.add(finding("MK904", words, hint=f"They are {', '.join(beginning)}."))
    else:
        report.add(unknown_name("hand-over", asked, tuple(records)))
    return None


def _receipt(
    handover: Handover, date: str | None, act_number: str | None, note: str | None, report: Report
) -> Receipt | None:
    """What is to be recorded: what was given, else what stands there already, else today."""
    known = handover.received
    fields = {
        "date": date or (known.date.isoformat() if known else datetime.date.today().isoformat()),
        "act_number": act_number or (known.act_number if known else None),
        "note": note or (known.note if known else None),
    }
    try:
        receipt = Receipt.model_validate({key: value for key, value in fields.items() if value is not None})
    except ValidationError as error:
        wrong = str(error.errors()[0]["loc"][0]).replace("_", "-")
        report.add(_wrong(wrong, str(fields[wrong.replace("-", "_")])))
        return None
    if receipt.date < handover.date:
        words = f"{handover.handover} was made on {handover.date}; it cannot have been received on {receipt.date}."
        report.add(finding("MK904", words, hint="Give the day on which the act was signed, with --date."))
        return None
    return receipt


def _wrong(option: str, value: str) -> Diagnostic:
    hints = {"date": "A day is written as 2026-11-23."}
    return finding("MK904", f"“{value}” cannot be the --{option} of a receipt.", hint=hints.get(option, "One line."))


def _record(root: Path, handover: Handover, receipt: Receipt, report: Report) -> None:
    path = handover_path(handover.handover)
    number = f", act {receipt.act_number}" if receipt.act_number else ""
    if handover.received == receipt:
        typer.echo(f"{path}: received on {receipt.date}{number}, as it was recorded before.")
        return
    text = handover_text(handover.model_copy(update={"received": receipt}))
    try:
        amend(root / path.parent, path.name, text)
    except OSError as error:
        report.add(finding("MK902", f"{path} cannot be written: {error.strerror or error}.", hint="It is as it was."))
        return
    typer.echo(f"{path}: received on {receipt.date}{number}.")


def _data(held: Holding) -> dict[str, object]:
    return {
        **held.handover.model_dump(mode="json"),
        "standing": held.standing.value,
        "current_version": held.version,
        "missed": [entry.model_dump(mode="json") for entry in held.missed],
    }


def _print(found: Sequence[Holding]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD)
    for name in _HEAD:
        table.add_column(name, overflow="fold")
    for held in found:
        table.add_row(*_row(held))
    console = Console(highlight=False, markup=False, file=sys.stdout)
    if not console.is_terminal:
        console.width = 200  # a pipe has no width, and a cut id is none
    console.print(table)
    for held in found:
        if held.standing is Standing.BEHIND:
            console.print(f"{_receiver(held)} holds {held.handover.version} of {held.handover.module}, not:")
            for entry in held.missed:
                console.print(f"  {entry.version}  {entry.date}  {entry.change}")
            if not held.missed:
                console.print(f"  {held.version}, of which the course's history says nothing")


def _row(held: Holding) -> tuple[str, ...]:
    handover, receipt = held.handover, held.handover.received
    act = " ".join(filter(None, (str(receipt.date), receipt.act_number or ""))) if receipt else "not yet"
    standing = f"behind {held.version}" if held.standing is Standing.BEHIND else held.standing.value
    return (
        handover.handover,
        handover.module,
        handover.version,
        handover.kit,
        _receiver(held),
        " ".join(handover.languages),
        act,
        standing,
    )


def _receiver(held: Holding) -> str:
    return held.handover.centre or "nobody in particular"
