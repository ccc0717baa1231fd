"""What the model says of its fields: the text below each of them.

Takes a class of the model, gives the words by the name of the field. They are read from the source only when somebody
asks, which saves a third of the time that it takes to load the model. Must not know who asks.
"""

import ast
import inspect
import sys
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from modulekit.model.base import Node


@cache
def descriptions(node: type[Node]) -> Mapping[str, str]:
    """The words about each field of ``node`` that has some; a field that is written anew speaks for itself."""
    found: dict[str, str] = {}
    for owner in reversed(node.__mro__):
        if issubclass(owner, Node):
            for name in owner.__annotations__:
                found.pop(name, None)
            found.update(_written(owner.__module__).get(owner.__name__, {}))
    return {name: words for name, words in found.items() if name in node.model_fields}


def description(node: type[Node], name: str) -> str:
    """The words about one field, or nothing."""
    return descriptions(node).get(name, "")


@cache
def _written(module: str) -> Mapping[str, Mapping[str, str]]:
    """The texts below the annotated names of each class of a module, by class and name."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {part.name: dict(_below(part)) for part in tree.body if isinstance(part, ast.ClassDef)}


def _below(part: ast.ClassDef) -> list[tuple[str, str]]:
    return [
        (first.target.id, inspect.cleandoc(second.value.value))
        for first, second in pairwise(part.body)
        if isinstance(first, ast.AnnAssign) and isinstance(first.target, ast.Name)
        if isinstance(second, ast.Expr) and isinstance(second.value, ast.Constant)
        if isinstance(second.value.value, str)
    ]
