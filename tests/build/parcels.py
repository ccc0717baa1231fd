"""Parcels for tests: the small course in a kit, with papers of a few bytes in the place of finished files."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

from modulekit.build.papers import Paper
from modulekit.build.parcel import Parcel
from modulekit.build.sources import CourseZip
from modulekit.products.quantities import Amount
from modulekit.review.kits import builtin_kits
from tests.courses import small

GUIDE = Paper(
    path=PurePosixPath("trainers/guide-en.pdf"),
    data=b"guide",
    folder="trainers",
    title="Trainer guide",
    product="guide",
    format="pdf",
    language="en",
    pages=7,
    copies=Amount(2, 2),
)
HANDOUT = Paper(
    path=PurePosixPath("participants/handout-en.pdf"),
    data=b"handout" * 200,
    folder="participants",
    title="Participant handout",
    product="handout",
    format="pdf",
    language="en",
    pages=21,
    copies=Amount(4, 12),
)
BADGES = Paper(
    path=PurePosixPath("preparation/badges-en.pdf"),
    data=b"badges",
    folder="preparation",
    title="Badges",
    product="badges",
    format="pdf",
    language="en",
    pages=3,
    copies=Amount(1, 1),
    one_sided=True,
)
SLIDES = Paper(
    path=PurePosixPath("trainers/slides-en.pptx"),
    data=b"slides",
    folder="trainers",
    title="Slides",
    product="slides",
    format="pptx",
    language="en",
    pages=18,
)


def parcel(kit: str = "centre") -> Parcel:
    """A parcel with four papers and the course itself."""
    source = CourseZip("short-meetings-1.10-source", b"PK", 12)
    return Parcel(builtin_kits()[kit], (small(),), (BADGES, GUIDE, SLIDES, HANDOUT), date(2026, 11, 2), source)
