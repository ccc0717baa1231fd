"""The tutorial, done to the letter in an empty folder."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import assert_never

from tests.docs.tutorial import Change, Insert, Run, Write, actions

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial.md"


class Reader:
    """Somebody at a terminal: a folder to be in, and the program on the path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}

    def run(self, line: str) -> str:
        """What ``line`` prints."""
        if line.startswith("cd "):
            self.folder /= line.removeprefix("cd ")
            assert self.folder.is_dir()
            return ""
        done = subprocess.run(
            line, shell=True, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )
        printed = done.stdout + done.stderr
        assert "Traceback" not in printed, printed
        assert done.returncode in (0, 1), printed
        return printed


def holds(printed: str, expected: str) -> bool:
    """Whether a line of ``printed`` holds the words of ``expected``, ``…`` standing for any words."""
    pattern = ".*".join(re.escape(part) for part in expected.strip().split("…"))
    return any(re.search(pattern, line) for line in printed.splitlines())


def test_every_command_and_file_of_the_tutorial_works(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    done: set[type[object]] = set()
    for action in actions(TUTORIAL.read_text(encoding="utf-8")):
        match action:
            case Write(path, text):
                (reader.folder / path).parent.mkdir(parents=True, exist_ok=True)
                (reader.folder / path).write_text(text, encoding="utf-8")
            case Insert(path, text, after):
                file = reader.folder / path
                old = file.read_text(encoding="utf-8")
                assert after is None or old.count(f"\n{after}\n") == 1
                new = old + text if after is None else old.replace(f"\n{after}\n", f"\n{after}\n{text}")
                file.write_text(new, encoding="utf-8")
            case Change(path, old, new):
                file = reader.folder / path
                content = file.read_text(encoding="utf-8")
                assert old in content
                file.write_text(content.replace(old, new, 1), encoding="utf-8")
            case Run(commands, expected):
                printed = "\n".join(reader.run(command) for command in commands)
                missing = [line for line in expected if not holds(printed, line)]
                assert not missing, f"{commands} does not print {missing} but\n{printed}"
            case _:
                assert_never(action)
        done.add(type(action))
    assert done == {Write, Insert, Change, Run}
    made = {path.name for path in (reader.folder / "dist").rglob("*") if path.is_file()}
    assert {"handout.pdf", "guide.docx", "slides.pptx", "build.json"} <= made
    settings = json.loads((reader.folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for schema, files in settings["yaml.schemas"].items():
        assert (reader.folder / schema).is_file()
        assert list(reader.folder.glob(files))
