"""A Dask cluster that does the work: ``modulekit build --scheduler ADDRESS``."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from modulekit.build.crew import Crew
from modulekit.build.far import Far
from modulekit.codes import finding
from modulekit.diagnostics import Report

_PATIENCE = 10  # seconds until an address is called silent


@contextmanager
def cluster_crew(address: str, report: Report) -> Iterator[Crew | None]:
    """The workers of the cluster whose scheduler is at ``address``; ``None`` after saying why there are none.

    The cluster stays as it is when the block ends, but for calls that were not begun.
    """
    try:
        from distributed import Client

        connect: Any = Client  # which has no types
    except ImportError:
        hint = 'pip install "modulekit[dask]"'
        report.add(finding("MK907", "The library that speaks with clusters is not installed.", hint=hint))
        yield None
        return
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is told as findings
    try:
        client = connect(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        words = f"No scheduler answers at {address}: {_first_line(error)}"
        report.add(finding("MK907", words, hint="Start one with `dask scheduler`; it prints its address."))
        yield None
        return
    with client, warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="distributed")  # such as that a picture is large
        threads = sum(client.nthreads().values())
        if not threads:
            hint = f"Start one or more with `dask worker {address} --nthreads 1`."
            report.add(finding("MK907", f"The cluster at {address} has no workers.", hint=hint))
            yield None
            return
        with client.get_executor(pure=False) as executor:
            yield Crew(Far(executor), threads, far=True)


def _first_line(error: Exception) -> str:
    said = str(error).strip().splitlines() or [type(error).__name__]
    return f"{said[0].rstrip('.')}."
