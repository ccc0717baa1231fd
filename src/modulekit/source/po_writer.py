"""A catalogue becomes the bytes of a PO file: the same catalogue, the same bytes.

Each text stands on one line, however long, so that a changed word is one changed line; a text of several lines has one
line of the file for each of its own, as the gettext programs write it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from modulekit.model.catalogue import Catalogue, Translation

_FIRST = (
    "Project-Id-Version",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Plural-Forms",
)
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})


def write_po(catalogue: Catalogue) -> bytes:
    """The PO file of a catalogue, in UTF-8."""
    entries = ["\n".join(_header(catalogue))]
    entries += ["\n".join(_entry(entry, "")) for entry in catalogue.entries]
    entries += ["\n".join(_entry(entry, "#~ ")) for entry in catalogue.obsolete]
    return ("\n\n".join(entries) + "\n").encode()


def default_headers(language: str, project: str, date: str) -> dict[str, str]:
    """The headers of a new file. ``date`` is that of the course; no clock is asked, so that nothing changes by itself.

    The language must be one that :func:`modulekit.source.po.is_language` knows.
    """
    from babel import Locale
    from babel.messages.plurals import get_plural

    known = Locale.parse(language, sep="-")
    return {
        "Project-Id-Version": project,
        "PO-Revision-Date": f"{date} 00:00+0000",
        "Last-Translator": "",
        "Language-Team": "",
        "Language": language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": str(get_plural(known)).rstrip(";") + ";",
    }


def _header(catalogue: Catalogue) -> Iterator[str]:
    yield from _comments("#", catalogue.remarks)
    yield 'msgid ""'
    yield 'msgstr ""'
    for name in _ordered(catalogue.headers):
        yield _quoted(f"{name}: {catalogue.headers[name]}\n")


def _ordered(headers: Mapping[str, str]) -> list[str]:
    """Headers that every file has come first, in a fixed order; those of other programs follow in theirs."""
    return [name for name in _FIRST if name in headers] + [name for name in headers if name not in _FIRST]


def _entry(entry: Translation, prefix: str) -> Iterator[str]:
    yield from _comments("#", entry.remarks)
    if not prefix:
        yield from _comments("#.", entry.notes)
    flags = (*(("fuzzy",) if entry.outdated and entry.text else ()), *entry.flags)
    if flags:
        yield f"#, {', '.join(flags)}"
    if entry.outdated and entry.text and entry.previous is not None:
        mark = "#~| " if prefix else "#| "
        yield from _string("msgid", entry.previous, mark)
    if entry.context:
        yield from _string("msgctxt", entry.context, prefix)
    yield from _string("msgid", entry.source, prefix)
    yield from _string("msgstr", entry.text, prefix)


def _comments(sign: str, lines: tuple[str, ...]) -> Iterator[str]:
    for line in lines:
        yield f"{sign} {line}".rstrip()


def _string(keyword: str, text: str, prefix: str) -> Iterator[str]:
    lines = text.splitlines(keepends=True) if "\n" in text else [text]
    if len(lines) == 1 and not text.endswith("\n"):
        yield f"{prefix}{keyword} {_quoted(text)}"
        return
    yield f'{prefix}{keyword} ""'
    for line in lines:
        yield prefix + _quoted(line)


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'
