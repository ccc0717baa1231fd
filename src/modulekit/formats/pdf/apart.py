"""A PDF in pieces, for a plan that lays the parts out in any process: split, lay out, join. Bytes in, bytes out.

Takes a Document or Deck and a Press, gives jobs by the keys of their fragments; later takes the fragments and gives the
file. Must not know who does the work, nor where fragments are kept.
"""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from modulekit.document import Deck, Document
from modulekit.formats.pdf.decks import join_deck, split_deck
from modulekit.formats.pdf.documents import join_document, split_document
from modulekit.formats.pdf.fragment import Layouts, pack, unpack
from modulekit.formats.pdf.layout import Job, lay_out
from modulekit.formats.press import Finding, Parts, Press, Printed
from modulekit.formats.sandbox import environment

_BLANK = '<html lang="en"><body><p>A</p></body></html>'
_FILLED = ("html/", "css/")  # folders of templates


@dataclass(frozen=True, slots=True)
class Apart:
    """One kind of PDF; with ``fillable`` the one that is filled in on screen."""

    fillable: bool

    def load(self, templates: Path) -> None:
        """Read the templates, open the fonts and load the engine: a page is laid out that nobody sees."""
        sandbox = environment(templates)
        for name in sandbox.list_templates(extensions=("html", "css")):
            if name.startswith(_FILLED):
                sandbox.get_template(name)
        lay_out(Job(_BLANK, "", str(templates / "fonts")))

    def split(self, content: Document | Deck, press: Press) -> Parts:
        """The jobs of ``content``; the keys are those under which fragments are kept."""
        if isinstance(content, Document):
            jobs, tiny = split_document(content, press, fillable=self.fillable)
        else:
            jobs, tiny = split_deck(content, press)
        layouts = Layouts.over(press.cache, press.pool, press.fonts)
        return Parts(tuple((layouts.key(job), pickle.dumps(job)) for job in jobs), pickle.dumps(tiny))

    def work(self, job: bytes, press: Press) -> bytes:
        """One fragment, with the fonts of the computer that does the work: they are the same."""
        return pack(lay_out(replace(pickle.loads(job), fonts=str(press.fonts))))

    def join(self, content: Document | Deck, press: Press, done: Sequence[bytes], rest: bytes) -> Printed:
        """The file, from what became of the jobs of :meth:`split`, in their order."""
        tiny: tuple[Finding, ...] = pickle.loads(rest)
        laid = [unpack(fragment) for fragment in done]
        if isinstance(content, Document):
            return join_document(content, press, laid, tiny, fillable=self.fillable)
        return join_deck(content, press, laid, tiny)


pages, form = Apart(fillable=False), Apart(fillable=True)
