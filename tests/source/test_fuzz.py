"""Nothing that stands in a file makes the reader or the checks raise."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path, PurePosixPath

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from modulekit.codes import CODES
from modulekit.diagnostics import Report
from modulekit.source.yaml import parse_yaml
from tests.cases.case import BASE, check

FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.*") if path.is_file())
SCRAPS = [
    "", " ", "\n", "  ", "- ", ": ", "?", "[", "]", "{", "}", "|", ">", "#", "&a ", "*a", "!!x ", "'", '"', "\\", "\t",
    "~", "null", "no", "-1", "0", "99999999999999999999", "1:30", "[[", "]]", "[[term:agenda]]", "<b>", "![a](b)", "**",
    "# ", "---\n", "...\n", "| a |\n|---|\n| b | c |", "<<: {a: b}", "\u2028", "\x00", "\ud7ff", "Қ", "😀",
    "steps:", "minutes:",
]  # fmt: skip


@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass")))
@settings(max_examples=300, deadline=None)
def test_any_bytes(content: bytes) -> None:
    report = Report()
    parsed = parse_yaml(content, PurePosixPath("f.yaml"), report)
    assert parsed is not None or report.has_errors
    assert all(found.code in CODES and found.message.endswith(".") for found in report)


@given(st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_scraps_of_yaml(text: str) -> None:
    report = Report()
    parsed = parse_yaml(text.encode(), PurePosixPath("f.yaml"), report)
    assert parsed is not None or report.has_errors


@given(st.data())
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_damage_to_a_course(data: st.DataObject) -> None:
    """Lines are lost, doubled or overwritten anywhere in the course; what is found always stands in a file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
        for path in data.draw(st.lists(st.sampled_from(FILES), min_size=1, max_size=2, unique=True)):
            lines = (folder / path).read_text(encoding="utf-8").splitlines(keepends=True)
            at = data.draw(st.integers(0, len(lines) - 1))
            column = data.draw(st.integers(0, len(lines[at])))
            scrap = data.draw(st.sampled_from(SCRAPS))
            match data.draw(st.sampled_from(["insert", "cut", "drop", "double", "swap"])):
                case "insert":
                    lines[at] = lines[at][:column] + scrap + lines[at][column:]
                case "cut":
                    lines[at] = lines[at][:column] + scrap + "\n"
                case "drop":
                    del lines[at]
                case "double":
                    lines.insert(at, lines[at])
                case _:
                    lines[at], lines[-1] = lines[-1], lines[at]
            (folder / path).write_bytes("".join(lines).encode("utf-8", "surrogatepass"))
        for found in check(folder):
            assert found.span is not None
            assert found.message.endswith("."), found.message
            assert "pydantic" not in found.message
