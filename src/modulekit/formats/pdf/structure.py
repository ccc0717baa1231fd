"""The structure trees of fragments become one tree under one Document element.

Takes opened fragments whose pages are already copied. What must agree: every page's StructParents and every
annotation's StructParent is a key of the parent tree, and the parent tree's elements are those of the tree. Must not
know nodes.
"""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name


class Structure:
    """The structure tree of ``out`` while fragments are added to it."""

    def __init__(self, out: pikepdf.Pdf) -> None:
        self._out = out
        self._document = out.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array()))
        self._parents = Array()
        self._next = 0

    def take(self, part: pikepdf.Pdf, first_page: int) -> None:
        """Add the tree of ``part``, whose pages begin at ``first_page`` (from 0) of the file.

        The tree is copied after the pages, so that its ``/Pg`` point at the copied pages.
        """
        tree = part.Root.StructTreeRoot
        top = tree.K[0] if isinstance(tree.K, Array) else tree.K
        copied = self._out.copy_foreign(_indirect(part, top))
        for child in copied.K:
            child.P = self._document
            self._document.K.append(child)
        numbers = self._out.copy_foreign(_indirect(part, tree.ParentTree)).Nums
        highest = -1
        for at in range(0, len(numbers), 2):
            highest = max(highest, int(numbers[at]))
            self._parents.append(self._next + int(numbers[at]))
            self._parents.append(numbers[at + 1])
        for page in self._out.pages[first_page:]:
            if Name.StructParents in page.obj:
                page.obj.StructParents = self._next + int(page.obj.StructParents)
            for annotation in page.obj.get(Name.Annots, Array()):
                if Name.StructParent in annotation:
                    annotation.StructParent = self._next + int(annotation.StructParent)
        self._next += highest + 1

    def close(self) -> None:
        """Put the tree into the file."""
        root = self._out.make_indirect(
            Dictionary(
                Type=Name.StructTreeRoot,
                K=Array([self._document]),
                ParentTree=self._out.make_indirect(Dictionary(Nums=self._parents)),
                ParentTreeNextKey=self._next,
            )
        )
        self._document.P = root
        self._out.Root.StructTreeRoot = root


def _indirect(pdf: pikepdf.Pdf, value: pikepdf.Object) -> pikepdf.Object:
    return value if value.is_indirect else pdf.make_indirect(value)
