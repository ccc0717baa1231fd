"""What only a reader of files needs is not made before a file is read."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
from pydantic import BaseModel
import modulekit.model
from modulekit.model.base import Node

def classes(node):
    return [found for one in node.__subclasses__() for found in (one, *classes(one))]

print([node.__name__ for node in classes(Node) if node.__pydantic_complete__])
modulekit.model.Module.model_rebuild()
print([node.__name__ for node in classes(Node) if node.__pydantic_complete__ and node.__name__ == "Module"])
"""


def test_no_class_of_the_model_is_made_ready_to_read_files_when_it_is_loaded() -> None:
    said = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True).stdout
    assert said.split("\n")[:2] == ["[]", "['Module']"]
