"""Which key an author meant who wrote one that does not exist.

Takes the unknown key and the possible ones. Knows what authors call things, beyond what they misspell.
"""

from __future__ import annotations

from modulekit.codes.hints import nearest

_USUAL_WORDS: dict[str, tuple[str, ...]] = {
    "duration": ("minutes",),
    "time": ("minutes", "start"),
    "length": ("minutes",),
    "name": ("title", "id", "term"),
    "heading": ("title",),
    "header": ("title",),
    "label": ("title", "caption"),
    "objectives": ("outcomes",),
    "goals": ("outcomes",),
    "learning_outcomes": ("outcomes",),
    "notes": ("trainer",),
    "trainer_notes": ("trainer",),
    "description": ("summary", "purpose", "text", "definition"),
    "type": ("kind", "method"),
    "content": ("text", "handout"),
    "body": ("text", "handout"),
    "image": ("figure", "picture", "file"),
    "picture": ("figure", "file"),
    "src": ("file",),
    "path": ("file",),
    "url": ("file",),
    "alt_text": ("alt",),
    "title": ("caption", "term"),
    "bullets": ("points",),
    "items": ("points",),
    "quote": ("quotation",),
    "group": ("group_size",),
    "size": ("group_size", "width"),
    "questions": ("ask", "debrief"),
    "answers": ("answer", "expect"),
    "answer": ("expect",),
    "solution": ("answer",),
    "instructions": ("task",),
    "tasks": ("task",),
    "days": ("programme",),
    "agenda": ("programme",),
    "schedule": ("programme",),
    "program": ("programme",),
    "license": ("licence",),
    "lang": ("language",),
    "preparation": ("before",),
}
"""Words that authors use for keys that are called otherwise, likeliest first."""


def meant(key: str, known: tuple[str, ...]) -> str | None:
    """The key that an unknown one probably stands for."""
    usual = _USUAL_WORDS.get(key.lower().replace("-", "_"), ())
    return next((name for name in usual if name in known), None) or nearest(key.replace("-", "_"), known)
