"""What every command that makes files needs: a press with worker processes, and the editions one by one."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager

from modulekit.build import Built, Job, Order, Sink, build_all, make_plan
from modulekit.build.crew import Crew, WorkersLostError
from modulekit.build.far import OtherInstallationError
from modulekit.build.lattice import Point
from modulekit.build.prepare import Preparation
from modulekit.cli.caching import cache_for
from modulekit.cli.cluster import cluster_crew
from modulekit.cli.pool import Workers, local_crew
from modulekit.cli.progress import working
from modulekit.cli.system import INSTALL, missing_libraries
from modulekit.cli.workspace import Loaded
from modulekit.codes import finding
from modulekit.diagnostics import Diagnostic, Report
from modulekit.formats.press import Press
from modulekit.resources import templates
from modulekit.review.theme import read_theme

_FEWER = (
    "Mostly the system ends what takes too much memory. Close other programs, or build with `--jobs 1` and fewer "
    "products at a time. What was there before is as it was."
)

_SAME = "Install the same version of ModuleKit with the same libraries there: docs/how-to/build-on-a-cluster.md."


@contextmanager
def press_for(
    loaded: Loaded,
    order: Order,
    report: Report,
    *,
    jobs: int = 0,
    use_cache: bool = True,
    scheduler: str = "",
    workers: Workers | None = None,
) -> Iterator[Press | None]:
    """The press of a workspace; ``None`` after saying why nothing can be printed. The work is done by the cluster whose
    ``scheduler`` is at an address, by ``workers`` that are at hand, or by ``jobs`` processes."""
    missing = missing_libraries() if any(task.is_pdf for task in make_plan(order)) else ()
    if missing:
        words = f"This computer lacks {', '.join(missing)}, which PDF files are made with."
        report.add(finding("MK901", words, hint=f"{INSTALL} {' '.join(missing)}"))
    theme = None if missing else read_theme(loaded.workspace, report)
    if theme is None:
        yield None
        return
    with cache_for(loaded.root, use=use_cache) as cache, _crew(order, report, jobs, scheduler, workers) as crew:
        yield Press(templates(), theme, cache, crew) if crew else None


def _crew(
    order: Order, report: Report, jobs: int, scheduler: str, workers: Workers | None
) -> AbstractContextManager[Crew | None]:
    if scheduler:
        return cluster_crew(scheduler, report)
    if workers is not None:
        return workers.at_work()
    pairs = sorted(order.pairs)
    return local_crew(
        jobs, (order.products or [product for product, _ in pairs], order.formats or [format for _, format in pairs])
    )


def editions(
    preparation: Preparation,
    wanted: tuple[Point, ...],
    order: Order,
    press: Press,
    report: Report,
    sink: Sink | None = None,
) -> Iterator[tuple[Job, Built]]:
    """The editions at ``wanted`` that have no errors, in their order, made in one plan; ``sink`` takes their files.

    One with errors does not stop the others, so that all errors are told at once.
    """
    known = [preparation.having(point) for point in wanted]
    title = preparation.source.module.title
    with working(title, sum(len(make_plan(order, having)) for having in known)) as progress:
        jobs = (preparation.job(point, report) for point in wanted)
        try:
            yield from build_all(jobs, order, press, report, progress, sink)
        except WorkersLostError as lost:
            report.add(_lost(lost))
        except OtherInstallationError as other:
            report.add(finding("MK907", f"A worker has another {_listed(other.parts)} than this computer.", hint=_SAME))
        except (MemoryError, ImportError, OSError) as error:
            if not _lacks_memory(error):
                raise
            report.add(finding("MK906", "There is not enough memory to go on.", hint=_FEWER))


def _listed(parts: Sequence[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]


def _lacks_memory(error: Exception) -> bool:
    """Whether it was memory that an error is about: a library that finds no room is one that cannot be imported."""
    no_room = isinstance(error, ImportError) and any(words in str(error) for words in ("map segment", "allocate"))
    return isinstance(error, MemoryError) or no_room or getattr(error, "errno", None) == errno.ENOMEM


def _lost(lost: WorkersLostError) -> Diagnostic:
    doing = f" while making {lost.calls[0]}" if lost.calls else ""
    if len(lost.calls) > 1:
        doing = f"{doing} or {lost.calls[1]}"
    return finding("MK906", f"A process that did the work was ended twice{doing}.", hint=_FEWER)
