"""``modulekit verify``."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import typer

from modulekit.cli.exit_codes import GOOD, PACKAGE_DOES_NOT_VERIFY, WRONG_USE
from modulekit.cli.render import render
from modulekit.cli.render_data import as_object
from modulekit.codes import finding
from modulekit.codes.hints import plural
from modulekit.delivery.signature import NAMESPACE, SignatureResult, verify_signature
from modulekit.delivery.verify import Verdict, verify
from modulekit.diagnostics import Diagnostic

_LARGEST_LIST = 1024 * 1024
"""Bytes of a list of trusted keys."""

_FACTS = 30
"""Lines of bag-info.txt that are shown; ours has some fifteen."""


def run(package: Path, allowed_signers: Path | None, output_format: str) -> int:
    """Print what a package is and what is wrong with it; the exit code."""
    signers: str | None = None
    try:
        if not package.exists():
            typer.echo(f"There is no package {package}.", err=True)
            return WRONG_USE
        if allowed_signers is not None:
            signers = _list_of_keys(allowed_signers)
    except (OSError, ValueError) as error:
        typer.echo(f"{allowed_signers or package} cannot be read: {_reason(error)}.", err=True)
        return WRONG_USE
    verdict = verify(package)
    signature, unsigned = _signature(verdict, signers)
    findings = (*verdict.findings, *unsigned)
    if output_format == "json":
        typer.echo(json.dumps(_data(verdict, signature, findings), ensure_ascii=False, indent=2))
    else:
        for line in _report(verdict, signature, findings):
            typer.echo(line)
        # no line of the package is shown beside a finding: what is in it was looked at once, and is not opened again
        render(findings, Path(os.devnull), "text")
    return PACKAGE_DOES_NOT_VERIFY if findings else GOOD


def _list_of_keys(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(_LARGEST_LIST + 1)
    if len(data) > _LARGEST_LIST:
        raise ValueError(f"it has more than {_LARGEST_LIST} bytes, so it is no list of keys")
    return data.decode("utf-8-sig")


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return "it is not written in UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)


def _signature(verdict: Verdict, signers: str | None) -> tuple[SignatureResult | None, tuple[Diagnostic, ...]]:
    """What the signature says to a receiver who trusts ``signers``; and a finding where they did not sign."""
    if signers is None or not verdict.tag_manifest:
        return None, ()
    if verdict.signature is None:
        return None, (finding("MK971", "The package carries no signature.", hint="Ask the sender for one."),)
    result = verify_signature(verdict.tag_manifest, verdict.signature, signers, NAMESPACE, at=datetime.now(UTC))
    if result.is_good:
        return result, ()
    hint = f"The fingerprint of the key is {result.fingerprint}." if result.fingerprint else ""
    return result, (finding("MK971", result.reason, hint=hint),)


def _report(verdict: Verdict, signature: SignatureResult | None, findings: tuple[Diagnostic, ...]) -> list[str]:
    if findings:
        return [f"{verdict.name}: do not rely on this package.", ""]
    lines = [
        f"{verdict.name}: complete, unaltered, nothing added.",
        f"  {plural(verdict.files, 'file')}, {verdict.octets:,} bytes",
        "",
        *_facts(verdict),
        "Digest of its list (SHA-256 of tagmanifest-sha256.txt); it must be the one on the act of transfer:",
        *(f"  {line}" for line in grouped(verdict.digest)),
        "",
    ]
    if signature is not None:
        return [*lines, f"{signature.reason} Key: {signature.fingerprint}"]
    if verdict.signature is not None:
        return [
            *lines,
            "It carries a signature, which was not checked: --allowed-signers FILE names the keys to trust.",
        ]
    return [*lines, "It carries no signature: only the digest on the signed act says who made it."]


def _facts(verdict: Verdict) -> Iterator[str]:
    """What bag-info.txt says, as the words of the package and not of this program."""
    facts = [(label, value) for label, value in verdict.info if label not in ("Bag-Size", "Payload-Oxum")]
    if facts:
        yield "It says of itself:"
        yield from (f"  {label}: {value}" for label, value in facts[:_FACTS])
        if len(facts) > _FACTS:
            yield f"  … and {plural(len(facts) - _FACTS, 'more line')}"
        yield ""


def grouped(digest: str) -> list[str]:
    """A digest as people compare it: groups of four, eight in a line."""
    groups = [digest[at : at + 4] for at in range(0, len(digest), 4)]
    return [" ".join(groups[at : at + 8]) for at in range(0, len(groups), 8)]


def _data(verdict: Verdict, signature: SignatureResult | None, findings: tuple[Diagnostic, ...]) -> dict[str, object]:
    return {
        "version": 1,
        "package": verdict.name,
        "good": not findings,
        "files": verdict.files,
        "bytes": verdict.octets,
        "digest": verdict.digest,
        "info": [list(line) for line in verdict.info],
        "signature": {
            "present": verdict.signature is not None,
            "verdict": signature.verdict.value if signature is not None else None,
            "identity": signature.identity if signature is not None else "",
            "fingerprint": signature.fingerprint if signature is not None else "",
        },
        "findings": [as_object(one) for one in findings],
    }
