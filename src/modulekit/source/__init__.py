"""How a course gets IN: YAML with positions, validation errors as findings, a folder as a Module.

Takes a folder, gives a workspace and its modules, each with the place of every part. Must not judge what a course says:
that is for the checks.
"""

from modulekit.source.files import Files, PathRefusedError
from modulekit.source.module import Source, read_module
from modulekit.source.workspace import OpenWorkspace, find_workspace, open_workspace

__all__ = [
    "Files",
    "OpenWorkspace",
    "PathRefusedError",
    "Source",
    "find_workspace",
    "open_workspace",
    "read_module",
]
