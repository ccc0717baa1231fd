"""Take away what an audience may not see. Always the last step of making an edition.

Takes a whole Module, gives one that holds only what the audience's marks allow: trainer-only fields get their empty
default, blank cells of tables become empty, and every node is validated anew.
"""

from __future__ import annotations

from typing import Any, TypeVar

from modulekit.model import Module, Node, Table, mark_of
from modulekit.model.audience import Audience
from modulekit.model.base import Mark

N = TypeVar("N", bound=Node)


def redact(module: Module, audience: Audience) -> Module:
    """The module as ``audience`` may see it.

    Raises ``TypeError`` where a field has no mark, or where a trainer-only field that has no empty default is reached
    through fields for everyone: then the model is wrong and nothing may be shown.
    """
    return module if audience is Audience.TRAINER else _for_participants(module)


def _for_participants(node: N) -> N:
    shown: dict[str, Any] = {}
    for name, info in type(node).model_fields.items():
        if mark_of(name, info) is Mark.EVERYONE:
            shown[name] = _value(getattr(node, name))
        elif not info.is_required():
            shown[name] = info.get_default(call_default_factory=True)
        else:
            raise TypeError(f"{type(node).__name__}.{name} is trainer only and required, yet everyone reaches it")
    if isinstance(node, Table):
        shown["rows"] = _emptied(node)
    return type(node)(**shown)


def _value(value: Any) -> Any:
    if isinstance(value, Node):
        return _for_participants(value)
    if isinstance(value, tuple):
        return tuple(_value(item) for item in value)
    return value


def _emptied(table: Table) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple("" if table.is_blank(r, c) else cell for c, cell in enumerate(row)) for r, row in enumerate(table.rows)
    )
