"""The course that the other tests work with holds one of everything."""

from __future__ import annotations
