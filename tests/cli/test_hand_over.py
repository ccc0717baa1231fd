"""Packing for a centre: signature, act and record, each as its receiver meets it."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
import yaml

from modulekit.delivery.contents import texts
from tests.cli.program import Ended, modulekit
from tests.courses import SMALL
from tests.judges.programs import ooxml_validator, verapdf

MODULE = "short-meetings"
NAME = "short-meetings-1.10-light-hills-centre-en"
KIT = "kits: [{kit: light, audience: participant, folders: [{folder: participants, products: {agenda: [pdf]}}]}]\n"
ORDER = ("pack", MODULE, "--kit", "light", "-c", "hills-centre")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(SMALL, tmp_path / "workspace"))
    with (folder / "modulekit.yaml").open("a", encoding="utf-8") as file:
        file.write(KIT)
    return folder


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return new_key(tmp_path / "key")


def new_key(file: Path, passphrase: str = "") -> Path:
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-C", "office@example.org", "-f", str(file)]
    subprocess.run(command, check=True)
    return file


def records(workspace: Path) -> list[dict[str, object]]:
    files = sorted((workspace / "handovers").glob("*")) if (workspace / "handovers").exists() else []
    return [yaml.safe_load(file.read_text("utf-8")) for file in files]


def signer_line(ended: Ended) -> str:
    (line,) = [line for line in ended.err.splitlines() if 'namespaces="modulekit"' in line]
    return line + "\n"


@pytest.mark.judge("ssh-keygen", "verapdf", "ooxml")
def test_a_signed_package_with_its_act_and_its_record(workspace: Path, key: Path, tmp_path: Path) -> None:
    packages = workspace / "dist" / "packages"
    ended = modulekit(*ORDER, "--sign", str(key), "--folder", cwd=workspace)
    assert ended.code == 0, ended.err
    (record,) = records(workspace)
    assert [line.removeprefix("dist/packages/") for line in ended.lines] == [
        NAME,
        f"{NAME}-act.pdf",
        f"{NAME}-act.docx",
        f"handovers/{record['handover']}.yaml",
    ]
    bag = packages / NAME
    digest = hashlib.sha256((bag / "tagmanifest-sha256.txt").read_bytes()).hexdigest()

    # the receiver has ssh-keygen, or ModuleKit
    allowed = tmp_path / "allowed_signers"
    allowed.write_text(signer_line(ended), encoding="utf-8")
    who = ("-f", str(allowed), "-I", "office@example.org", "-n", "modulekit", "-s", "tagmanifest-sha256.txt.sig")
    asked = ["ssh-keygen", "-Y", "verify", *who]
    tags = (bag / "tagmanifest-sha256.txt").read_bytes()
    assert subprocess.run(asked, cwd=bag, input=tags, check=False, capture_output=True).returncode == 0
    assert subprocess.run(asked, cwd=bag, input=tags + b" ", check=False, capture_output=True).returncode != 0
    assert modulekit("verify", str(bag), "--allowed-signers", str(allowed), cwd=tmp_path).code == 0

    # the act prints what the receiver will compute
    act = packages / f"{NAME}-act.pdf"
    printed = " ".join(" ".join(texts(act.name, act.read_bytes())).split())
    groups = [digest[at : at + 4] for at in range(0, 64, 4)]
    assert " ".join(groups[:8]) in printed
    assert " ".join(groups[8:]) in printed
    assert str(record["signed_by"]) in printed
    assert "Training Centre of the Hills" in printed
    assert all(verapdf([act], "ua1"))
    assert all(verapdf([act], "3a"))
    assert all(ooxml_validator([packages / f"{NAME}-act.docx"]))

    # the record says what was handed over
    assert record["digest"] == digest
    assert (record["centre"], record["kit"], record["version"]) == ("hills-centre", "light", "1.10")
    assert record["received"] is None
    assert str(record["handover"]).startswith(f"{date.today()}-hills-centre-{digest[:12]}-")


def test_the_same_hand_over_twice_is_the_same_bytes_and_one_record(workspace: Path, key: Path) -> None:
    def made() -> dict[str, bytes]:
        assert modulekit(*ORDER, "--sign", str(key), cwd=workspace).code == 0
        folder = workspace / "dist" / "packages"
        return {file.name: file.read_bytes() for file in folder.iterdir()}

    first = made()
    assert sorted(first) == sorted((f"{NAME}.zip", f"{NAME}-act.pdf", f"{NAME}-act.docx"))
    (before,) = records(workspace)
    file = workspace / "handovers" / f"{before['handover']}.yaml"
    earlier = file.read_text("utf-8").replace(str(before["date"]), "2026-01-02")
    file.with_name(file.name.replace(str(before["date"]), "2026-01-02")).write_text(earlier, encoding="utf-8")
    file.unlink()  # it was handed over in January, not today
    assert made() == first
    (after,) = records(workspace)
    assert after["date"] == date(2026, 1, 2)


def test_two_people_who_pack_at_once(workspace: Path) -> None:
    orders = [(*ORDER, "--out", f"out-{number}", "--date", f"2026-11-0{number}") for number in (3, 4)]
    with ThreadPoolExecutor(2) as threads:
        ended = list(threads.map(lambda order: modulekit(*order, cwd=workspace), orders))
    assert [each.code for each in ended] == [0, 0]
    assert [record["date"] for record in records(workspace)] == [date(2026, 11, 3), date(2026, 11, 4)]
    for number in (3, 4):
        assert modulekit("verify", f"out-{number}/{NAME}.zip", cwd=workspace).code == 0


def test_a_trial_leaves_no_record(workspace: Path) -> None:
    ended = modulekit(*ORDER, "--no-record", "--act-number", "14/k", cwd=workspace)
    assert ended.code == 0
    assert not records(workspace)
    act = workspace / "dist" / "packages" / f"{NAME}-act.docx"
    assert "14/k" in "".join(texts(act.name, act.read_bytes()))


def test_a_package_for_nobody_in_particular_has_neither_act_nor_record(workspace: Path) -> None:
    ended = modulekit("pack", MODULE, "--kit", "light", cwd=workspace)
    assert ended.lines == ["dist/packages/short-meetings-1.10-light-en.zip"]
    assert not records(workspace)


def test_a_key_that_is_not_there_is_told_before_anything_is_made(workspace: Path) -> None:
    ended = modulekit(*ORDER, "--sign", "no-key", cwd=workspace)
    assert ended.code == 2
    assert "error[MK873] There is no key no-key." in ended.err
    assert not (workspace / "dist").exists()


@pytest.mark.judge("ssh-keygen")
def test_a_key_that_is_none(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "key.ppk").write_text("PuTTY-User-Key-File-3: ssh-ed25519\n", encoding="utf-8")
    ended = modulekit(*ORDER, "--sign", str(tmp_path / "key.ppk"), cwd=workspace)
    assert ended.code == 1
    assert "ssh-keygen did not sign with" in ended.err
    assert not (workspace / "dist").exists()
    assert not records(workspace)


@pytest.mark.judge("ssh-keygen")
def test_a_computer_without_openssh(workspace: Path, key: Path, tmp_path: Path) -> None:
    ended = modulekit(*ORDER, "--sign", str(key), cwd=workspace, PATH=str(tmp_path))
    assert ended.code == 1
    assert "This computer has no ssh-keygen" in ended.err
