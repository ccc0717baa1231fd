"""Language tags as office suites know them: with a region, so that the right dictionary is taken."""

from __future__ import annotations

_REGIONS = {
    "en": "en-GB",
    "ru": "ru-RU",
    "kk": "kk-KZ",
    "kk-Cyrl": "kk-KZ",
    "kk-Latn": "kk-Latn-KZ",
    "uz": "uz-Latn-UZ",
    "ky": "ky-KG",
}


def office_language(tag: str) -> str:
    """The tag to write for the BCP 47 ``tag``; one that has a region stays as it is."""
    return _REGIONS.get(tag, tag)
