"""``modulekit schema``."""

from __future__ import annotations

import json
from pathlib import Path

import typer

from modulekit.cli.exit_codes import GOOD, WRONG_USE
from modulekit.cli.workspace import unknown_name
from modulekit.source.schema import json_schemas


def run(name: str | None, folder: Path | None) -> int:
    """Print one schema, or write all into ``folder``."""
    schemas = json_schemas()
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for key, schema in schemas.items():
            (folder / f"{key}.json").write_text(_text(schema), encoding="utf-8")
        typer.echo(f"{len(schemas)} schemas in {folder}")
        return GOOD
    if name is None:
        typer.echo(f"Name one of the schemas: {', '.join(schemas)}. Or write all with --write FOLDER.", err=True)
        return WRONG_USE
    if name not in schemas:
        diagnostic = unknown_name("schema", name, tuple(schemas))
        typer.echo(f"{diagnostic.message} {diagnostic.hint}", err=True)
        return WRONG_USE
    typer.echo(_text(schemas[name]), nl=False)
    return GOOD


def _text(schema: dict[str, object]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
