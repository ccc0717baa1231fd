"""Findings for programs: JSON, SARIF 2.1.0 (OASIS), and the workflow commands of GitHub Actions."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from modulekit import __version__
from modulekit.codes import CODES
from modulekit.diagnostics import Diagnostic, Severity, Span

_SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_json(findings: Sequence[Diagnostic]) -> str:
    """One object with all findings and their number by severity. Lines and columns count from 1; line 0: the file."""
    count = Counter(finding.severity for finding in findings)
    content = {
        "version": 1,
        "summary": {severity.value: count[severity] for severity in Severity},
        "findings": [as_object(finding) for finding in findings],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def as_sarif(findings: Sequence[Diagnostic]) -> str:
    """A SARIF log with one run. Severities are SARIF's levels by the same names."""
    used = sorted({finding.code for finding in findings})
    index = {code: number for number, code in enumerate(used)}
    driver = {"name": "ModuleKit", "semanticVersion": __version__, "rules": [_rule(code) for code in used]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index[finding.code]) for finding in findings],
    }
    content = {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(content, ensure_ascii=False, indent=2)


def as_github(findings: Sequence[Diagnostic]) -> Iterator[str]:
    """One workflow command for each finding, which GitHub shows beside the line."""
    for finding in findings:
        properties = {**_github_place(finding.span), "title": finding.code}
        listed = ",".join(f"{key}={_escaped_property(str(value))}" for key, value in properties.items())
        yield f"::{_GITHUB[finding.severity]} {listed}::{_escaped(_whole_message(finding))}"


def as_object(finding: Diagnostic) -> dict[str, Any]:
    """One finding for JSON. Lines and columns count from 1; line 0: the file."""
    span = finding.span
    place = (
        {
            "file": str(span.file),
            "line": span.line,
            "column": span.column,
            "end_line": span.end_line,
            "end_column": span.end_column,
        }
        if span is not None
        else None
    )
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "place": place,
    }


def _rule(code: str) -> dict[str, Any]:
    known = CODES[code]
    return {
        "id": code,
        "shortDescription": {"text": known.title},
        "fullDescription": {"text": known.why},
        "help": {"text": f"Wrong:\n{known.wrong}\n\nRight:\n{known.right}"},
        "defaultConfiguration": {"level": known.severity.value},
    }


def _result(finding: Diagnostic, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.severity.value,
        "message": {"text": _whole_message(finding)},
    }
    if finding.span is not None:
        result["locations"] = [{"physicalLocation": _sarif_place(finding.span)}]
    return result


def _sarif_place(span: Span) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(str(span.file)), "uriBaseId": "SRCROOT"}}
    if span.line:
        place["region"] = {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": max(span.end_line, span.line),
            "endColumn": span.end_column or span.column,
        }
    return place


def _github_place(span: Span | None) -> dict[str, str | int]:
    if span is None:
        return {}
    if not span.line:
        return {"file": str(span.file)}
    return {
        "file": str(span.file),
        "line": span.line,
        "endLine": max(span.end_line, span.line),
        "col": span.column,
    }


def _whole_message(finding: Diagnostic) -> str:
    return f"{finding.message} {finding.hint}".strip()


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
