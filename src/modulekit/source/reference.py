"""The reference of the YAML files, as Markdown, made from the model itself.

Takes the classes of the model with their docstrings, annotations and marks; gives one page. Nothing on it is written by
hand, so it cannot be out of date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from modulekit.model import Entry, Mark, Node, TwoFaced, mark_of
from modulekit.model.base import hints
from modulekit.model.descriptions import description
from modulekit.model.text import Cell, Clock, File, Id, Line, Prose
from modulekit.source.examples import EXAMPLES
from modulekit.source.schema import FILES, classes, short_form
from modulekit.source.shape import bare, members, node_classes

_INTRODUCTION = """\
# The YAML files

A workspace is a folder with `modulekit.yaml` at its top. Each course is a folder of `modules/`: `module.yaml`, one file
for each lesson in `lessons/`, one for each exercise in `exercises/`, test items in `quiz.yaml`, and pictures in
`assets/`.

* **Text** is taken as it stands: `no` and `1.10` are text where text is asked, and `1:30` is not 90.
* **One line** may hold inline Markdown: `*emphasis*`, `**strong**`, `[words](https://…)`, `[[exercise:id]]`.
* **Markdown** is CommonMark with tables, without HTML. Inside a handout, a worksheet or an answer, headings begin
  with `###`.
* **References** are `[[kind:id]]` or `[[kind:id|words]]`. The kinds are `exercise`, `lesson`, `table`, `figure`,
  `case`, `term`, `ref`, `slide`, `outcome` and, in trainers' texts only, `answer`.
* **Ids** hold lower-case Latin letters, digits and single hyphens.
* **Who** says who gets to see a key: everyone, or the trainer only. The files for participants are made without
  anything that is for the trainer only, and are searched for it before they are handed out.

This page is written by `tools/write_schemas.py`.
"""

_BLOCKS = """\
## Blocks

A handout, a worksheet and an answer are lists of blocks. Each is a Markdown string, or a mapping with one key that
names its kind. A block with `blank` has two faces: participants get it empty, to write in, trainers get it filled.

What must be true beyond single values (a source for each figure, a body for each action, a level for each result) is
checked; see [Results](codes.md#results)."""

_TITLES = {
    "workspace": "`modulekit.yaml`",
    "module": "`modules/<id>/module.yaml`",
    "lesson": "`modules/<id>/lessons/*.yaml`",
    "exercise": "`modules/<id>/exercises/*.yaml`",
    "quiz": "`modules/<id>/quiz.yaml`",
    "region": "`modules/<id>/regions/*.yaml`",
    "centre": "`centres/*.yaml`",
    "visibility": "`visibility/*.yaml`",
    "delivery": "`deliveries/*.yaml`",
    "handover": "`handovers/*.yaml`",
}
_TEXTS: tuple[tuple[Any, str], ...] = (
    (Line, "one line"),
    (Prose, "Markdown"),
    (Cell, "one line, may be empty"),
    (Id, "id"),
    (File, "path of a file"),
    (Clock, "time of day"),
)
_PATTERNS = (("https://", "https address"), ("[a-z]{2,3}", "language tag"), (r"\d+\.\d+", "version"))


def yaml_reference() -> str:
    """The whole page."""
    files = set(FILES.values())
    shared = dict.fromkeys(node for model in FILES.values() for node in classes(model) if node not in files)
    lines = [_INTRODUCTION]
    for name, model in FILES.items():
        lines.extend(_section(_TITLES[name], model))
    blocks = _blocks()
    parts = {block: [part for part in classes(block) if _belongs(part, block, blocks)] for block in blocks.values()}
    lines.extend((_BLOCKS, ""))
    for key, block in blocks.items():
        lines.extend(_block(key, block))
        for part in parts[block]:
            lines.extend(_section(_spaced(part.__name__), part, level=4))
    shown = {*blocks.values(), *(part for block in parts.values() for part in block)}
    lines.extend(("## Parts of files", ""))
    for node in sorted((node for node in shared if node not in shown), key=lambda node: node.__name__):
        lines.extend(_section(_spaced(node.__name__), node, level=3))
    return "\n".join(lines).rstrip() + "\n"


def _blocks() -> dict[str, type[Node]]:
    """The class of each kind of block, by the key that names it."""
    return {name: next(iter(node_classes(hints(Entry)[name]))) for name in Entry.model_fields}


def _belongs(part: type[Node], block: type[Node], blocks: Mapping[str, type[Node]]) -> bool:
    """Whether nothing but this kind of block holds such a part."""
    holders = {node for model in FILES.values() for node in classes(model) if part in _held(node)} - {part}
    return part is not block and holders <= {block, *_held(block)} and part not in blocks.values()


def _held(node: type[Node]) -> set[type[Node]]:
    return {child for annotation in hints(node).values() for child in node_classes(annotation)}


def _block(key: str, block: type[Node]) -> Iterator[str]:
    """The section of a kind of block: what it is, an example, what may be left blank, its keys."""
    title, _, _, *rest = _section(_spaced(block.__name__), block, level=3)
    yield from (title, "", _as_markdown(block.__doc__ or ""), "")
    yield from ("```yaml", EXAMPLES[key].rstrip(), "```", "")
    if issubclass(block, TwoFaced) and block.fillable:
        yield f"`blank` is `all`, or a list of {', '.join(f'`{name}`' for name in block.fillable)}."
        yield ""
    yield from rest[1:] if rest and rest[0] == "" else rest


def _section(title: str, node: type[Node], level: int = 2) -> Iterator[str]:
    yield f"{'#' * level} {title}"
    yield ""
    yield _as_markdown(node.__doc__ or "")
    yield ""
    key = short_form(node)
    if key:
        yield f"A plain string means the same as `{key}` alone."
        yield ""
    yield "| Key | Value | | Who | |"
    yield "|---|---|---|---|---|"
    for name, info in node.model_fields.items():
        who = "everyone" if mark_of(name, info) is Mark.EVERYONE else "trainer"
        about = _in_cell(_as_markdown(description(node, name)))
        yield f"| `{name}` | {_in_cell(_kind(hints(node)[name]))} | {_need(info)} | {who} | {about} |"
    yield ""


def _need(info: FieldInfo) -> str:
    if info.is_required():
        return "**required**"
    default = info.get_default(call_default_factory=True)
    if default is PydanticUndefined or default in (None, (), ""):
        return ""
    if isinstance(default, bool):
        return f"otherwise `{str(default).lower()}`"
    return f"otherwise `{default.value if isinstance(default, Enum) else default}`"


def _kind(annotation: Any) -> str:
    """The kind of a value in words."""
    for alias, words in _TEXTS:
        if get_origin(annotation) is Annotated and get_args(annotation)[: len(get_args(alias))] == get_args(alias):
            return words
    kinds = members(annotation)
    if len(kinds) > 1:
        return " or ".join(dict.fromkeys(_kind(kind) for kind in kinds))
    if kinds[0] is not bare(annotation):
        return _kind(Annotated[(kinds[0], *_extras(annotation))])
    inner = bare(annotation)
    if isinstance(inner, type):
        return _kind_of_class(inner, annotation)
    if get_origin(inner) is tuple:
        return f"list of {_items(inner)}{_bounds(annotation, ' (', ')')}"
    if get_origin(inner) is dict:
        return f"mapping of {' to '.join(_kind(part) for part in get_args(inner))}"
    if get_origin(inner) is Literal:
        return " or ".join(f"`{choice}`" for choice in get_args(inner))
    return str(inner)


def _items(inner: Any) -> str:
    parts = [part for part in get_args(inner) if part is not Ellipsis]
    words = _kind(parts[0])
    return f"exactly {len(parts)} × {words}" if len(parts) > 1 else words


def _kind_of_class(inner: type, annotation: Any) -> str:
    if issubclass(inner, Node):
        name = _spaced(inner.__name__)
        return f"[{name}](#{name.lower().replace(' ', '-')})"
    if issubclass(inner, Enum):
        return " or ".join(f"`{choice.value}`" for choice in inner)
    if inner is int:
        return f"whole number{_bounds(annotation, ', ', '')}"
    if inner is str:
        pattern = next((e.pattern for e in _extras(annotation) if isinstance(e, StringConstraints)), None)
        return next((words for part, words in _PATTERNS if part in str(pattern)), "text")
    return {"date": "date", "bool": "`true` or `false`"}.get(inner.__name__, inner.__name__)


def _bounds(annotation: Any, before: str, after: str) -> str:
    found: dict[str, int] = {}
    for extra in _extras(annotation):
        for limit in getattr(extra, "metadata", ()):
            for name in ("ge", "le", "min_length", "max_length"):
                if hasattr(limit, name):
                    found[name] = getattr(limit, name)
    least = found.get("ge", found.get("min_length"))
    most = found.get("le", found.get("max_length"))
    if least is None and most is None:
        return ""
    if most is None:
        return f"{before}at least {least}{after}"
    return f"{before}{least} to {most}{after}" if least is not None else f"{before}at most {most}{after}"


def _extras(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation)[1:] if get_origin(annotation) is Annotated else ()


def _spaced(name: str) -> str:
    """``TrainerNotes`` as ``Trainer notes``."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    return words[:1].upper() + words[1:]


def _as_markdown(doc: str) -> str:
    text = re.split(r"\n\s*\.\. code-block", doc)[0].replace("``", "`").strip()
    return "\n".join(line.strip() for line in text.split("\n"))


def _in_cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
