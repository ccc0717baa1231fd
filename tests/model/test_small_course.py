"""The course that the other tests work with holds one of everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from modulekit.model import CalloutKind, Entry, Node, ReferenceKind, Slide, TwoFaced, mark_of
from modulekit.model.base import Mark
from tests.courses import small, with_canaries
from tests.model.reachable import classes, named
