"""Each product of the small course, word for word. A change on purpose is written with ``--update-goldens``."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from modulekit.products.table import PRODUCTS
from tests.products.composed import text

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("product", PRODUCTS)
def test_a_product_reads_as_before(product: str, request: pytest.FixtureRequest) -> None:
    path = GOLDEN / f"{product}.txt"
    found = text(product)
    if request.config.getoption("--update-goldens"):
        path.write_text(found, encoding="utf-8")
    if not path.is_file():
        pytest.fail(f"{path.name} is missing; look at what was composed and run with --update-goldens", pytrace=False)
    expected = path.read_text(encoding="utf-8")
    lines = difflib.unified_diff(expected.splitlines(), found.splitlines(), "golden", "composed", lineterm="")
    if difference := "\n".join(lines):
        pytest.fail(f"{product} reads differently; --update-goldens accepts it\n{difference}", pytrace=False)


def test_no_golden_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"{product}.txt" for product in PRODUCTS}
