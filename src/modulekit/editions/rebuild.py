"""Rebuild a tree of models with some nodes changed. Every changed node is validated again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from modulekit.model import Node

N = TypeVar("N", bound=Node)
Change = Callable[[Node, dict[str, Any]], dict[str, Any]]
"""Gets a node and its fields, whose children are already rebuilt, and gives the fields of the new node."""


def rebuild(node: N, change: Change) -> N:
    """The tree under ``node`` with ``change`` applied to every node, children first."""
    fields = {name: _value(getattr(node, name), change) for name in type(node).model_fields}
    changed = change(node, fields)
    if all(changed[name] is getattr(node, name) for name in fields):
        return node
    return type(node)(**changed)


def _value(value: Any, change: Change) -> Any:
    if isinstance(value, Node):
        return rebuild(value, change)
    if isinstance(value, tuple):
        items = tuple(_value(item, change) for item in value)
        return value if all(new is old for new, old in zip(items, value, strict=True)) else items
    return value
