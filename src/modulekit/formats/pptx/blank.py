"""Blank slides and pages of notes: parts with their relations, into which the writer puts the shapes.

The library would copy the placeholders of the layout, which the writer replaces, and look through the whole package for
the next free name. Takes an open presentation, gives parts. Must not know what a slide shows.
"""

from __future__ import annotations

from itertools import count
from typing import Any

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml.slide import CT_NotesSlide
from pptx.parts.slide import NotesSlidePart


class Blanks:
    """Built once for each presentation."""

    def __init__(self, presentation: Any) -> None:
        self._part = presentation.part
        self._slides = presentation.slides._sldIdLst
        self._package = self._part.package
        taken = {part.partname for part in self._package.iter_parts()}
        names = (f"/ppt/notesSlides/notesSlide{number}.xml" for number in count(1))
        self._names = (name for name in names if name not in taken)

    def slide(self, layout: Any) -> Any:
        """A slide after the others, of ``layout``, without shapes."""
        relation, slide = self._part.add_slide(layout)
        self._slides.add_sldId(relation)
        return slide

    def notes(self, slide: Any) -> Any:
        """The page of notes of ``slide``, without shapes."""
        master = self._part.notes_master_part
        page: Any = NotesSlidePart(
            PackURI(next(self._names)), CONTENT_TYPE.PML_NOTES_SLIDE, self._package, CT_NotesSlide.new()
        )
        page.relate_to(master, RELATIONSHIP_TYPE.NOTES_MASTER)
        page.relate_to(slide.part, RELATIONSHIP_TYPE.SLIDE)
        slide.part.relate_to(page, RELATIONSHIP_TYPE.NOTES_SLIDE)
        return page
