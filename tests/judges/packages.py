"""What programs that nobody here wrote say of a package: bagit.py, sha256sum and sha512sum, ssh-keygen, unzip, rocrate.

Run as a program, it asks all of them about finished packages, whole and spoiled:

    python -m tests.judges.packages [--allowed-signers FILE] PACKAGE.zip...
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.judges.programs import Verdict

LISTS = {
    "sha256sum": ("manifest-sha256.txt", "tagmanifest-sha256.txt"),
    "sha512sum": ("manifest-sha512.txt", "tagmanifest-sha512.txt"),
}
"""The manifests that each program of the receiver's computer can check."""

_TAG_MANIFEST = "tagmanifest-sha256.txt"


def bagit(folder: Path) -> Verdict:
    """The Library of Congress's own validator of BagIt, every digest computed."""
    return _asked([sys.executable, "-m", "bagit", "--validate", str(folder)], folder)


def sums(folder: Path) -> Verdict:
    """Every manifest, as the commands in VERIFY.txt check them."""
    verdicts = [
        _asked([program, "--strict", "-c", "--quiet", name], folder, cwd=folder)
        for program, names in LISTS.items()
        for name in names
    ]
    return Verdict(folder, all(verdicts), tuple(line for one in verdicts for line in one.complaints))


def unzip(package: Path) -> Verdict:
    """Info-ZIP: whether every member unpacks to what its checksum says."""
    return _asked(["unzip", "-tqq", str(package)], package)


def openssh(folder: Path, signers: Path) -> Verdict:
    """OpenSSH: whether one of ``signers`` signed the tag manifest as it is."""
    sender = signers.read_text(encoding="utf-8").split()[0]
    command = ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", sender, "-n", "modulekit"]
    command += ["-s", f"{_TAG_MANIFEST}.sig"]
    return _asked(command, folder, cwd=folder, given=(folder / _TAG_MANIFEST).read_bytes())


def rocrate(folder: Path) -> Verdict:
    """The library of RO-Crate's authors: what it reads of the package's files is what lies there."""
    from rocrate.model.file import File
    from rocrate.rocrate import ROCrate

    crate = ROCrate(str(folder))
    told = {entity.id: int(entity["contentSize"]) for entity in crate.data_entities if isinstance(entity, File)}
    lies = {
        str(file.relative_to(folder)): file.stat().st_size for file in (folder / "data").rglob("*") if file.is_file()
    }
    complaints = [f"{name}: {told.get(name)} told, {lies.get(name)} found" for name in sorted(told.keys() | lies)]
    wrong = [
        line
        for name, line in zip(sorted(told.keys() | lies), complaints, strict=True)
        if told.get(name) != lies.get(name)
    ]
    wrong += [] if told and crate.root_dataset["name"] else ["nothing is told"]
    return Verdict(folder, not wrong, tuple(wrong))


def every_judge(folder: Path, package: Path | None, signers: Path | None) -> Mapping[str, Verdict]:
    """What each of them says of the package in ``folder``, and of the zip that it came in."""
    verdicts = {"bagit": bagit(folder), "sums": sums(folder), "rocrate": rocrate(folder)}
    if signers is not None:
        verdicts["ssh-keygen"] = openssh(folder, signers)
    if package is not None:
        verdicts["unzip"] = unzip(package)
    return verdicts


@dataclass(frozen=True)
class Spoiled:
    """A package in which one thing is wrong: which files, and which judges must say so."""

    what: str
    folder: Path
    wrong: tuple[str, ...]
    refused_by: tuple[str, ...]


@dataclass(frozen=True)
class Spoil:
    """A way to spoil a package. ``by`` changes a payload file and names the files that are wrong then."""

    what: str
    by: Callable[[Path, str], tuple[str, ...]]
    refused_by: tuple[str, ...]

    def of(self, folder: Path, to: Path) -> Spoiled:
        """A spoiled copy of ``folder`` at ``to``; what stood there goes."""
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(folder, to)
        victim = sorted(str(file.relative_to(to)) for file in (to / "data").rglob("*") if file.is_file())[0]
        return Spoiled(self.what, to, self.by(to, victim), self.refused_by)


def _change(folder: Path, name: str) -> tuple[str, ...]:
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / name).write_bytes(data)
    return (name,)


def _add(folder: Path, name: str) -> tuple[str, ...]:  # noqa: ARG001 - as all of them
    (folder / "data/readme.exe").write_bytes(b"MZ")
    return ("data/readme.exe",)


def _remove(folder: Path, name: str) -> tuple[str, ...]:
    (folder / name).unlink()
    return (name,)


def _rename(folder: Path, name: str) -> tuple[str, ...]:
    (folder / name).rename(folder / "data/other.bin")
    return (name, "data/other.bin")


def _list_anew(folder: Path, name: str) -> tuple[str, ...]:  # noqa: ARG001 - as all of them
    """A line of a manifest is taken out, so that the tag manifests, and who signed them, say no."""
    lists = folder / "manifest-sha512.txt"
    lists.write_text("".join(lists.read_text("utf-8").splitlines(keepends=True)[1:]), "utf-8")
    return ("manifest-sha512.txt",)


# sha256sum looks for no file that no list names, and rocrate computes no digests.
SPOILED = (
    Spoil("one byte is changed", _change, ("bagit", "sums")),
    Spoil("a file is added", _add, ("bagit", "rocrate")),
    Spoil("a file is removed", _remove, ("bagit", "rocrate", "sums")),
    Spoil("a file is renamed", _rename, ("bagit", "rocrate", "sums")),
    Spoil("a list is changed", _list_anew, ("bagit", "sums")),
)


def _asked(command: Sequence[str], path: Path, cwd: Path | None = None, given: bytes = b"") -> Verdict:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, input=given, check=False)
    if done.returncode not in (*range(16), 255):
        raise RuntimeError(f"{command[0]} did not run: {done.stderr.decode('utf-8', 'replace')}")
    lines = tuple((done.stdout + done.stderr).decode("utf-8", "replace").strip().splitlines())
    return Verdict(path, done.returncode == 0, lines)


def _told(package: Path, signers: Path | None) -> Iterator[str]:
    """What the judges, and then `modulekit verify`, say of a finished package and of it spoiled."""
    from modulekit.delivery.verify import verify

    with tempfile.TemporaryDirectory() as made:
        with zipfile.ZipFile(package) as archive:
            archive.extractall(made)
        (folder,) = Path(made).iterdir()
        for name, verdict in every_judge(folder, package, signers).items():
            yield f"{'good' if verdict else 'BAD '} {name}" + ("" if verdict else f": {verdict}")
        yield "good verify" if verify(package).good and verify(folder).good else "BAD  verify"
        for spoil in SPOILED:
            found = spoil.of(folder, Path(made) / "spoiled")
            said = sorted(name for name, one in every_judge(found.folder, None, signers).items() if not one)
            named = sorted(str(one.span) for one in verify(found.folder).findings)
            right = set(said) == set(found.refused_by) and set(named) == set(found.wrong)
            what = f"no by {', '.join(said)}; verify names {', '.join(named)}"
            yield f"{'good' if right else 'BAD '} {found.what}: {what}"


def main() -> int:
    """Ask about the packages of the command line; 1 where anybody is of another mind than expected."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--allowed-signers", type=Path)
    parser.add_argument("packages", nargs="+", type=Path)
    given = parser.parse_args()
    is_bad = False
    for package in given.packages:
        print(package.name)
        for line in _told(package, given.allowed_signers):
            is_bad |= line.startswith("BAD")
            print(f"  {line}", flush=True)
    return 1 if is_bad else 0


if __name__ == "__main__":
    sys.exit(main())
