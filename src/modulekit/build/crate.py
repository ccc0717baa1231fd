"""``ro-crate-metadata.json``: what a catalogue wants to know of a package, as RO-Crate 1.1.

Takes a parcel, gives JSON-LD. It names addresses, as the format asks, and reads none of them. Must not know bags.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from modulekit import __version__
from modulekit.build.papers import Paper
from modulekit.build.parcel import Parcel, course_title, kit_name
from modulekit.formats.table import FORMATS
from modulekit.products.table import PRODUCTS

METADATA = PurePosixPath("ro-crate-metadata.json")

_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_PROFILE = "https://w3id.org/ro/crate/1.1"
_PUBLISHER, _LICENCE, _COURSE, _CENTRE = "#publisher", "#licence", "#course", "#centre"
Entity = dict[str, Any]


def crate(parcel: Parcel) -> bytes:
    """The metadata of the package: its course, its languages and every file of the payload."""
    graph = [*_head(parcel), *_about(parcel), *(_file(paper) for paper in parcel.papers), *_source(parcel)]
    return (json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=2) + "\n").encode()


def _head(parcel: Parcel) -> Iterator[Entity]:
    job = parcel.first
    control = job.module.document
    course = [_id(f"data/{parcel.source_path}")] if parcel.source else []
    yield {
        "@id": str(METADATA),
        "@type": "CreativeWork",
        "about": _id("./"),
        "conformsTo": _id(_PROFILE),
    }
    yield {
        "@id": "./",
        "@type": "Dataset",
        "identifier": parcel.name,
        "name": f"{course_title(job)}: {kit_name(parcel.kit, job.strings)}",
        "description": " ".join(job.module.summary.split()),
        "version": control.version,
        "dateCreated": control.date.isoformat(),
        "datePublished": parcel.day.isoformat(),
        "inLanguage": [edition.module.language for edition in parcel.jobs],
        "license": _id(_LICENCE),
        "publisher": _id(_PUBLISHER),
        "about": _id(_COURSE),
        **({"audience": _id(_CENTRE)} if job.centre else {}),
        "hasPart": [*(_id(f"data/{paper.path}") for paper in parcel.papers), *course],
    }


def _about(parcel: Parcel) -> Iterator[Entity]:
    job = parcel.first
    module = job.module
    yield {"@id": _PUBLISHER, "@type": "Organization", "name": job.organisation}
    yield {"@id": _LICENCE, "@type": "CreativeWork", "name": module.licence}
    yield {
        "@id": _COURSE,
        "@type": "Course",
        "courseCode": module.code,
        "name": course_title(job),
        "alternateName": [course_title(edition) for edition in parcel.jobs[1:]],
    }
    for audience in sorted({PRODUCTS[paper.product].audience.value for paper in parcel.papers}):
        yield {"@id": f"#{audience}", "@type": "EducationalAudience", "educationalRole": audience}
    if job.centre:
        yield {
            "@id": _CENTRE,
            "@type": "Audience",
            "identifier": job.centre.centre,
            "name": job.centre.name.text(module.language),
        }


def _file(paper: Paper) -> Entity:
    return {
        "@id": f"data/{paper.path}",
        "@type": "File",
        "name": paper.title,
        "contentSize": str(len(paper.data)),
        "encodingFormat": FORMATS[paper.format].media_type,
        "inLanguage": paper.language,
        "isBasedOn": _id(_COURSE),
        "audience": _id(f"#{PRODUCTS[paper.product].audience.value}"),
    }


def _source(parcel: Parcel) -> Iterator[Entity]:
    if parcel.source:
        yield {
            "@id": f"data/{parcel.source_path}",
            "@type": "File",
            "name": parcel.first.strings("folder-source"),
            "description": f"YAML for ModuleKit {__version__}",
            "contentSize": str(len(parcel.source.data)),
            "encodingFormat": "application/zip",
            "isBasedOn": _id(_COURSE),
        }


def _id(name: str) -> Entity:
    return {"@id": name}
