"""Files of a workspace, for whoever reads a course: see :mod:`modulekit.files`."""

from modulekit.files import Files, FileTooLargeError, PathRefusedError, refusal_of

__all__ = ["FileTooLargeError", "Files", "PathRefusedError", "refusal_of"]
