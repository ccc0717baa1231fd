"""The whole main job on the whole flagship: what was promised is there, is whole, and is the same every time."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys

from modulekit.products.table import PRODUCTS
from tests.flagship.conftest import MODULE, ROOT, Flagship


def test_the_course_has_no_findings() -> None:
    command = [sys.executable, "-m", "modulekit", "check", MODULE, "-w", str(ROOT), "--output-format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert json.loads(done.stdout)["findings"] == []


def test_building_it_finds_nothing(flagship: Flagship) -> None:
    assert flagship.said == ""


def test_every_product_is_there_in_every_format(flagship: Flagship) -> None:
    made = {(file["product"], file["format"]) for file in flagship.record["files"]}
    plain = (product for product in PRODUCTS.values() if not product.only_with)
    assert made == {(product.name, format) for product in plain for format in product.formats}


def test_the_record_says_what_lies_in_the_folder(flagship: Flagship) -> None:
    recorded = {file["path"]: (file["bytes"], file["sha256"]) for file in flagship.record["files"]}
    found = {}
    for path in flagship.folder.rglob("*.*"):
        if path.is_file() and path.name != "build.json":
            data = path.read_bytes()
            found[path.relative_to(flagship.folder).as_posix()] = (len(data), hashlib.sha256(data).hexdigest())
    assert found == recorded


def test_two_builds_give_the_same_bytes(flagship: Flagship, flagship_again: Flagship) -> None:
    assert flagship.record["files"] == flagship_again.record["files"]


def test_the_leak_scan_looked_at_everything(flagship: Flagship) -> None:
    (scan,) = (edition["leak_scan"] for edition in flagship.record["editions"])
    participants = [file for file in flagship.record["files"] if file["audience"] == "participant"]
    assert scan["files"] == len(participants) > 0
    assert scan["phrases_searched"] > 500
    assert scan["characters"] > 500_000
    assert scan["leaks"] == 0


def test_it_has_the_size_that_a_two_day_course_has(flagship: Flagship) -> None:
    pages = {file["path"]: file["pages"] for file in flagship.record["files"]}
    assert 35 <= pages["en/handout.pdf"] <= 60
    assert 60 <= pages["en/guide.pdf"] <= 90
    assert 60 <= pages["en/slides.pdf"] <= 80
    assert pages["en/slides.pdf"] == pages["en/slides.pptx"] == pages["en/slides-participant.pptx"]
