"""From a module as it was read to the jobs of its editions: translated, localised, with the words of its language.

Takes what was read and a point of the lattice, gives a job, or findings. Must not know products, formats or the command
line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from modulekit.build.job import Job
from modulekit.build.lattice import Point, Receiver, Wish, lattice
from modulekit.build.words import own_words
from modulekit.diagnostics import Report
from modulekit.editions import localise, visible
from modulekit.model import Centre
from modulekit.products.strings import Strings
from modulekit.source import OpenWorkspace, Source

LOCALE = "locale"
"""The folder of a module that holds its translations."""


def languages(source: Source) -> tuple[str, ...]:
    """The languages in which a module can be had: its own, then those that it has a file of translations for."""
    own = source.module.language
    names = (name.removesuffix(".po") for name, is_folder in source.files.names(LOCALE) if name.endswith(".po"))
    return (own, *(name for name in names if name != own))


def points(workspace: OpenWorkspace, source: Source, wish: Wish) -> tuple[Point, ...]:
    """The editions of a module that ``wish`` means. Every id in it must exist."""
    centres = {id: Receiver(id, read.node.languages) for id, read in workspace.centres.items()}
    return lattice(source.module.language, languages(source), centres, {}, wish)


@dataclass(frozen=True)
class Preparation:
    """Everything that the jobs of one module are made from. ``words`` are read once for each language."""

    workspace: OpenWorkspace
    source: Source
    words: Mapping[str, Strings]

    @classmethod
    def of(cls, workspace: OpenWorkspace, source: Source, wanted: tuple[Point, ...], report: Report) -> Preparation:
        """Read what the editions at ``wanted`` need; what is missing is reported."""
        found = {
            language: own_words(language, source.places.at("language"), report)
            for language in {point.language: None for point in wanted}
        }
        return cls(workspace, source, {language: words for language, words in found.items() if words})

    def job(self, point: Point) -> Job:
        """The job of the edition at ``point``. Raises ``KeyError`` where its words could not be read."""
        centre = self._centre(point)
        local = localise(self.source.module, self.source.places, centre.region if centre else None)
        assets = {path: self.source.asset(path) for path in self.source.asset_files}
        organisation = self.workspace.workspace.organisation
        return Job(
            local.module,
            local.places,
            assets,
            organisation,
            self.words[point.language],
            point.folder,
            centre,
            local.adaptations,
            visible=visible(self.workspace.insignia, point.language, centre),
            written_in=self.source.module.language,
        )

    def _centre(self, point: Point) -> Centre | None:
        return self.workspace.centres[point.centre].node if point.centre else None
