"""From a module as it was read to the jobs of its editions: translated, localised, put on a delivery's clock.

Takes what was read and a point of the lattice, gives a job, or findings. Must not know products, formats or the command
line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from modulekit.build.job import Job, having
from modulekit.build.lattice import Point, Receiver, Wish, lattice
from modulekit.build.translation import Tongue, read_tongue
from modulekit.diagnostics import Report
from modulekit.editions import localise, schedule, visible
from modulekit.editions.changes import changes
from modulekit.model import Module
from modulekit.model.changes import Changes
from modulekit.products.strings import Strings
from modulekit.review.words import own_words
from modulekit.source import OpenWorkspace, Source
from modulekit.source.catalogues import languages


def points(workspace: OpenWorkspace, source: Source, wish: Wish) -> tuple[Point, ...]:
    """The editions of a module that ``wish`` means. Every id in it must exist; deliveries of other modules are left
    out."""
    module = source.module.module
    centres = {id: Receiver(id, read.node.languages) for id, read in workspace.centres.items()}
    deliveries = {
        id: Receiver(read.node.centre, read.node.languages)
        for id, read in workspace.deliveries.items()
        if read.node.module == module
    }
    own = replace(wish, deliveries=tuple(id for id in wish.deliveries if id in deliveries))
    if wish.deliveries and not own.deliveries and not wish.centres and not wish.everything:
        return ()
    return lattice(source.module.language, languages(source), centres, deliveries, own)


def promised(workspace: OpenWorkspace, source: Source, point: Point, *, earlier: bool = False) -> frozenset[str]:
    """What the edition at ``point`` will have of that which some products ask for, before it is made. ``earlier`` says
    that an earlier version is known."""
    second = _second(workspace, source, point.language)
    return having(delivery=bool(point.delivery), second_language=second is not None, earlier=earlier)


def _second(workspace: OpenWorkspace, source: Source, language: str) -> str | None:
    """The language beside ``language`` in a bilingual handout, where the workspace wants one and the module has it."""
    first, second = workspace.workspace.bilingual or ("", "")
    return second if language == first and second in languages(source) else None


@dataclass(frozen=True)
class Preparation:
    """Everything that the jobs of one module are made from, read once for each language.

    ``fit`` is the length in minutes that editions without a delivery are cut to; ``None`` leaves them whole.
    ``every_region`` puts the material of all regions into every edition, whatever its centre teaches.
    """

    workspace: OpenWorkspace
    source: Source
    tongues: Mapping[str, Tongue]
    words: Mapping[str, Strings]
    fit: int | None = None
    assets: Mapping[str, bytes] = field(default_factory=dict)
    every_region: bool = False
    earlier: Preparation | None = None
    """The version that trainers taught before, where one is known."""
    earlier_pages: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """The pages of its handout by language, where it was laid out."""

    @classmethod
    def of(
        cls,
        workspace: OpenWorkspace,
        source: Source,
        wanted: tuple[Point, ...],
        report: Report,
        *,
        policy: str = "strict",
        fit: int | None = None,
        every_region: bool = False,
    ) -> Preparation:
        """Read what the editions at ``wanted`` need; what is missing is reported. ``policy`` says what stands where a
        text is not translated."""
        asked = dict.fromkeys(point.language for point in wanted)
        beside = (_second(workspace, source, language) for language in asked)
        spoken = dict.fromkeys((*asked, *(language for language in beside if language)))
        words = {
            language: own_words(language, source.places.at("language"), report, workspace.files) for language in spoken
        }
        known = {language: found for language, found in words.items() if found}
        assets = {path: source.asset(path) for path in source.asset_files}
        tongues = {
            language: read_tongue(source, language, found, policy, assets, report) for language, found in known.items()
        }
        spoken_well = {language: tongue for language, tongue in tongues.items() if tongue}
        return cls(workspace, source, spoken_well, known, fit, assets, every_region)

    def having(self, point: Point) -> frozenset[str]:
        """What the edition at ``point`` has of that which some products ask for."""
        earlier = self.earlier is not None and point.language in self.earlier.tongues
        return promised(self.workspace, self.source, point, earlier=earlier)

    def job(self, point: Point, report: Report) -> Job:
        """The job of the edition at ``point``, with the one beside it in a bilingual handout.

        Raises ``KeyError`` where its language could not be read.
        """
        job = self._job(point, report)
        second = _second(self.workspace, self.source, point.language)
        if second is None or second not in self.tongues:
            return job
        return replace(job, beside=self._job(replace(point, language=second), Report()))

    def _job(self, point: Point, report: Report) -> Job:
        tongue = self.tongues[point.language]
        centre = self.workspace.centres[point.centre].node if point.centre else None
        read = self.workspace.deliveries[point.delivery] if point.delivery else None
        region = centre.region if centre and not self.every_region else None
        local = localise(tongue.module, self.source.places, region)
        scheduled = schedule(
            local.module,
            read.node if read else None,
            participants=len(read.participants) if read else 0,
            fit=None if read else self.fit,
            **({"places": read.places} if read else {}),
        )
        if read is None:  # what there is to say of a delivery is said by its check, once for all languages
            report.extend(scheduled.findings)
        return Job(
            module=_in_language(scheduled.module, point.language),
            places=scheduled.places(local.module, local.places),
            assets=tongue.assets,
            organisation=self.workspace.workspace.organisation.text(point.language),
            strings=self.words[point.language],
            folder=point.folder,
            centre=centre,
            adaptations=local.adaptations,
            marked=tongue.marked,
            written_in=self.source.module.language,
            visible=visible(self.workspace.insignia, point.language, centre),
            delivery=read.node if read else None,
            participants=read.participants if read else (),
            schedule=scheduled.schedule,
            changes=self._changes(point.language, local.module, region),
        )

    def _changes(self, language: str, module: Module, region: str | None) -> Changes | None:
        """What is different from the earlier version, where there is one in this language."""
        if self.earlier is None or language not in self.earlier.tongues:
            return None
        before = self.earlier.tongues[language].module
        known = region if any(own.region == region for own in before.regions) else None
        found = changes(localise(before, self.earlier.source.places, known).module, module)
        return replace(found, old_pages=self.earlier_pages.get(language, {}))


def _in_language(module: Module, language: str) -> Module:
    return module if module.language == language else module.model_copy(update={"language": language})
