"""Write what is generated from the model: schemas/ and docs/reference/yaml.md.

Run it after a change of the model: ``python tools/write_schemas.py``. A test says when it was forgotten.
"""

from __future__ import annotations

import json
from pathlib import Path

from modulekit.source.reference import yaml_reference
from modulekit.source.schema import json_schemas

ROOT = Path(__file__).resolve().parents[1]


def generated() -> dict[str, str]:
    """The text of every generated file by its path in the repository."""
    schemas = json_schemas()
    files = {f"schemas/{name}.json": json.dumps(schemas[name], ensure_ascii=False, indent=2) + "\n" for name in schemas}
    return {**files, "docs/reference/yaml.md": yaml_reference()}


if __name__ == "__main__":
    for path, text in generated().items():
        target = ROOT / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
