"""Take away what an audience may not see. Always the last step of making an edition.

Takes a whole Module, gives one that holds only what the audience's marks allow: trainer-only fields get their empty
default, blank cells of tables become empty, and every node is validated anew.
"""

from __future__ import annotations

from typing import Any, TypeVar

from modulekit.diagnostics import Loc
from modulekit.model import Module, Node, TwoFaced, mark_of
from modulekit.model.audience import Audience
from modulekit.model.base import Mark

N = TypeVar("N", bound=Node)


def redact(module: Module, audience: Audience) -> Module:
    """The module as ``audience`` may see it.

    Raises ``TypeError`` where a field has no mark, or where a trainer-only field that has no empty default is reached
    through fields for everyone: then the model is wrong and nothing may be shown.
    """
    return module if audience is Audience.TRAINER else _for_participants(module)


def for_participants(module: Module) -> Module:
    """The module as participants see it, for whoever has no business with other audiences."""
    return redact(module, Audience.PARTICIPANT)


def _for_participants(node: N) -> N:
    shown: dict[str, Any] = {}
    for name, info in type(node).model_fields.items():
        if mark_of(name, info) is Mark.EVERYONE:
            shown[name] = _value(getattr(node, name))
        elif not info.is_required():
            shown[name] = info.get_default(call_default_factory=True)
        else:
            raise TypeError(f"{type(node).__name__}.{name} is trainer only and required, yet everyone reaches it")
    if isinstance(node, TwoFaced):
        shown = {name: _emptied(value, node, (name,)) for name, value in shown.items()}
    return type(node)(**shown)


def _value(value: Any) -> Any:
    if isinstance(value, Node):
        return _for_participants(value)
    if isinstance(value, tuple):
        return tuple(_value(item) for item in value)
    return value


def _emptied(value: Any, face: TwoFaced, loc: Loc) -> Any:
    """``value``, at ``loc`` below ``face``, with nothing where participants write themselves."""
    if isinstance(value, Node):
        fields = {name: _emptied(getattr(value, name), face, (*loc, name)) for name in type(value).model_fields}
        return type(value)(**fields)
    if isinstance(value, tuple):
        return tuple(_emptied(item, face, (*loc, index)) for index, item in enumerate(value))
    return "" if isinstance(value, str) and face.is_blank(loc) else value
