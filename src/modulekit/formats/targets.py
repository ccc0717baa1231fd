"""Which ids a reference can lead to.

Takes a Document, gives ids. Must not know formats.
"""

from __future__ import annotations

from modulekit.document import Document, node_ids

__all__ = ["node_ids", "targets"]


def targets(document: Document) -> frozenset[str]:
    """Every id of ``document``: its parts and their nodes."""
    return frozenset(name for part in document.parts for name in (part.id, *node_ids(part.blocks)))
