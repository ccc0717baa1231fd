"""A parcel becomes a package: the bag, the leaflets, the catalogue's data, and whether it is too large."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from pathlib import PurePosixPath

import pytest

from modulekit.build.pack import Packed, pack
from modulekit.build.weight import too_heavy
from modulekit.diagnostics import Span
from modulekit.resources import templates
from tests.build.parcels import GUIDE, HANDOUT, paper, parcel
from tests.courses import hills_centre
from tests.presses import theme


def _packed(kit: str = "centre") -> Packed:
    return pack(parcel(kit), templates(), theme())


def _text(packed: Packed, name: str) -> str:
    return packed.files[PurePosixPath(name)].decode("utf-8-sig")


def test_a_package_holds_its_papers_its_source_and_the_pages_on_top() -> None:
    names = {str(path) for path in _packed().files}
    assert names >= {
        "00_START_HERE.html",
        "VERIFY.en.txt",
        "PRINT_LIST.en.txt",
        "ro-crate-metadata.json",
        "bag-info.txt",
        "data/participants/handout-en.pdf",
        "data/trainers/guide-en.pdf",
        "data/source/short-meetings-1.10-source.zip",
    }


def test_participants_get_no_list_of_what_to_print_for_others() -> None:
    names = {str(path) for path in _packed("participant").files}
    assert "VERIFY.en.txt" in names
    assert "PRINT_LIST.en.txt" not in names


def test_the_same_parcel_gives_the_same_bytes() -> None:
    assert _packed().files == _packed().files
    assert [*_packed().files] == [*_packed().files]


def test_the_digest_is_that_of_the_tag_manifest() -> None:
    packed = _packed()
    manifest = packed.files[PurePosixPath("tagmanifest-sha256.txt")]
    assert packed.digest == hashlib.sha256(manifest).hexdigest()


def test_what_lies_beside_changes_no_digest_and_takes_no_place() -> None:
    packed = _packed()
    path = PurePosixPath("tagmanifest-sha256.txt.sig")
    signed = packed.with_beside({path: b"signature"})
    assert signed.files[path] == b"signature"
    assert signed.digest == packed.digest
    assert packed.files == {name: data for name, data in signed.files.items() if name != path}
    with pytest.raises(ValueError, match=r"already holds bag-info\.txt"):
        packed.with_beside({PurePosixPath("bag-info.txt"): b""})


def test_the_name_says_module_version_kit_receiver_and_the_only_language() -> None:
    one = parcel()
    assert one.name == "short-meetings-1.10-centre-en"
    job = dataclasses.replace(one.first, centre=hills_centre())
    other = dataclasses.replace(job, module=job.module.model_copy(update={"language": "kk"}))
    assert dataclasses.replace(one, jobs=(job,)).name == "short-meetings-1.10-centre-hills-centre-en"
    assert dataclasses.replace(one, jobs=(job, other)).name == "short-meetings-1.10-centre-hills-centre"


def test_the_facts_of_the_bag() -> None:
    lines = _text(_packed(), "bag-info.txt").splitlines()
    assert "Source-Organization: Training Centre of Example District" in lines
    assert "Bagging-Date: 2026-11-02" in lines
    assert "External-Description: Meetings that decide: For a training centre" in lines
    assert "Module-Version: 1.10" in lines
    assert "Language: en" in lines
    assert f"Payload-Oxum: {sum(map(len, parcel().payload.values()))}.5" in lines


def test_the_list_of_what_to_print() -> None:
    lines = _text(_packed(), "PRINT_LIST.en.txt").split("\r\n")
    table = {line.split("  ")[0]: line.split()[-4:] for line in lines}
    assert table["Trainer guide"] == ["2", "4", "both", "8"]
    assert table["Participant handout"] == ["4–12", "11", "both", "44–132"]
    assert table["Badges"] == ["1", "3", "one", "3"]
    assert "Slides" not in table
    assert "In all 143 sheets, for the largest group." in lines
    assert "    data/trainers/guide-en.pdf" in lines
    assert "Printed as needed" not in "".join(lines)


def test_what_is_printed_as_needed_is_named_below_the_list() -> None:
    needed = [paper(name, "pdf", "participants", pages=4) for name in ("worksheets", "materials")]
    on_screen = paper("worksheets", "form", "participants", pages=4)
    given = dataclasses.replace(parcel(), papers=(*parcel().papers, *needed, on_screen))
    listed = _text(pack(given, templates(), theme()), "PRINT_LIST.en.txt").replace("\r\n", " ")
    assert "Printed as needed besides: Worksheets, List of materials. The list of materials says" in listed


def test_the_catalogues_data_name_every_file_once() -> None:
    graph = json.loads(_text(_packed(), "ro-crate-metadata.json"))["@graph"]
    entities = {entity["@id"]: entity for entity in graph}
    assert len(entities) == len(graph)
    root = entities[entities["ro-crate-metadata.json"]["about"]["@id"]]
    parts = [part["@id"] for part in root["hasPart"]]
    assert parts == [f"data/{paper.path}" for paper in parcel().papers] + ["data/source/short-meetings-1.10-source.zip"]
    assert all(entities[part]["@type"] == "File" for part in parts)
    assert entities["data/participants/handout-en.pdf"]["contentSize"] == str(len(HANDOUT.data))
    for entity in graph:
        for value in entity.values():
            for link in value if isinstance(value, list) else [value]:
                if isinstance(link, dict) and not link["@id"].startswith("https:"):
                    assert link["@id"] in entities, link


def test_what_is_too_large_names_the_largest_pictures() -> None:
    large = dataclasses.replace(GUIDE, data=bytes(6_000_000))
    other = dataclasses.replace(HANDOUT, data=bytes(5_000_000))
    pictures = {Span(PurePosixPath(name)): bytes(size) for name, size in (("a.png", 200_000), ("b.jpg", 4_500_000))}
    small, whole = _packed(), pack(dataclasses.replace(parcel(), papers=(large, other)), templates(), theme())
    assert not [*too_heavy(small, pictures, small.octets)]
    found = [*too_heavy(whole, pictures, whole.octets)]
    assert [(one.code, str(one.span)) for one in found] == [("MK963", "b.jpg"), ("MK963", "b.jpg")]
    assert found[0].message == "The package short-meetings-1.10-centre-en has 11.0 MB; 10 MB is the most."
    assert found[1].message.startswith("The file data/trainers/guide-en.pdf of ")
    assert found[0].hint == "The largest pictures are b.jpg (4.5 MB), a.png (0.2 MB)."
    assert [one.message[:9] for one in too_heavy(whole, pictures, 9_000_000)] == ["The file "]
    (first, *_) = too_heavy(whole, {}, whole.octets)
    assert first.hint.startswith("No picture is to blame. The largest files are data/trainers/guide-en.pdf (6.0 MB), ")
