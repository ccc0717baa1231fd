"""The kits that come with ModuleKit name what there is, and give participants nothing of trainers."""

from __future__ import annotations

from modulekit.build import Order, make_plan
from modulekit.diagnostics import Places, Report
from modulekit.model import Workspace
from modulekit.products.table import DELIVERY, EARLIER, PRODUCTS, SECOND_LANGUAGE
from modulekit.review.kits import builtin_kits, check_kits, kits_of, left_out, pairs
from modulekit.source import OpenWorkspace, open_workspace
from tests.courses import SMALL


def _with(*kits: dict[str, object]) -> OpenWorkspace:
    workspace = open_workspace(SMALL, Report())
    assert workspace is not None
    content = {**workspace.workspace.model_dump(exclude_unset=True), "kits": kits}
    return OpenWorkspace(SMALL, Workspace.model_validate(content), Places(), (), None)


def test_the_built_in_kits_hold() -> None:
    kits = builtin_kits()
    assert tuple(kits) == ("participant", "trainer", "centre", "academy")
    written = [{**kit.model_dump(), "kit": f"own-{name}"} for name, kit in kits.items()]
    assert not [*check_kits(_with(*written))]


def test_participants_get_only_what_is_made_for_participants() -> None:
    given = [product for product, _ in pairs(builtin_kits()["participant"])]
    assert len(given) >= 5
    assert {PRODUCTS[product].audience.value for product in given} == {"participant"}
    assert not [name for name in given if name.startswith("test")]


def test_a_centre_and_the_academy_get_every_product_and_the_source() -> None:
    for name in ("centre", "academy"):
        kit = builtin_kits()[name]
        assert {product for product, _ in pairs(kit)} == PRODUCTS.keys()
        assert kit.source


def test_a_kit_of_the_workspace_takes_the_place_of_a_built_in_one() -> None:
    folder = {"folder": "all", "products": {"agenda": ["pdf"]}}
    kits = kits_of(_with({"kit": "participant", "audience": "participant", "folders": [folder]}))
    assert pairs(kits["participant"]) == {("agenda", "pdf")}
    assert kits["centre"] == builtin_kits()["centre"]


def test_what_an_edition_cannot_have_is_named_by_what_it_lacks() -> None:
    kit = builtin_kits()["centre"]
    assert left_out(kit, frozenset({DELIVERY, EARLIER})) == {SECOND_LANGUAGE: ("handout-bilingual",)}
    assert left_out(kit, frozenset({SECOND_LANGUAGE, EARLIER})) == {
        DELIVERY: ("badges", "attendance", "certificates", "register")
    }


def test_an_order_of_a_kit_makes_its_files_and_no_others() -> None:
    wanted = {task.key for task in make_plan(Order(pairs=frozenset({("guide", "pdf")}))) if task.wanted}
    assert wanted == {("guide", "pdf")}
