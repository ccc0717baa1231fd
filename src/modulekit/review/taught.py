"""Whether each delivery of a module can be taught as its file says.

Takes a workspace and a module of it as it was read, gives the findings of its deliveries. Must not build anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from modulekit.diagnostics import Diagnostic
from modulekit.editions import schedule
from modulekit.source import OpenWorkspace, Source


def check_deliveries(workspace: OpenWorkspace, source: Source) -> Iterator[Diagnostic]:
    """What there is to say about the time of each delivery of the module; nothing where the module is not whole."""
    if not source.whole:
        return
    for read in workspace.deliveries.values():
        if read.node.module == source.module.module:
            people = len(read.participants)
            yield from schedule(source.module, read.node, participants=people, places=read.places).findings
