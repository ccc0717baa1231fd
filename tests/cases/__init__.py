"""Broken courses, one file each, that a trainer could read.

A case is Markdown: a title, a few words, what stands in the files, and what ModuleKit says to it. A fence names the
file that it holds:

* ``yaml PATH``, ``svg PATH``, ``text PATH``: the whole file;
* ``diff PATH``: lines taken out of the file of ``base/`` (``- ``) and put in their place (``+ ``);
* ``removed``: paths that ``base/`` has and this case has not;
* ``diagnostics``: what must be found, no more and no less.

All other files are those of ``base/``, a small course without a mistake. ``pytest --update-cases`` writes what was
found into the cases; read the difference before you commit it.
"""
