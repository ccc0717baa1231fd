"""A text that is written in each language at its place, because it is a name, not a translation.

Names of bodies, towns and rooms have an official form in each language. They stand side by side in the file, where
whoever knows them writes them, and do not go through the translators' files.
"""

import re
from typing import Annotated, Any, Self

from pydantic import GetJsonSchemaHandler, StringConstraints, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from modulekit.model.base import EVERYONE, Node
from modulekit.model.text import Line

_TAG = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
Language = Annotated[str, StringConstraints(pattern=_TAG)]
"""A language as in BCP 47: ``en``, ``kk``, ``kk-Latn``."""

ANY = "any"
"""The key of a text that is the same in every language. No language has a tag of this form in use."""


class Wording(Node):
    """A text by language. In YAML a mapping of languages to texts, or one text that serves for all of them."""

    by_language: Annotated[dict[str, Line], EVERYONE]
    """The text in each language."""

    @model_validator(mode="before")
    @classmethod
    def _lift(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"by_language": {ANY: value}}
        if isinstance(value, dict) and "by_language" not in value:
            return {"by_language": value}
        return value

    @model_validator(mode="after")
    def _languages(self) -> Self:
        if not self.by_language:
            raise ValueError("a text is needed in one language at least")
        for tag in self.by_language:
            if not re.fullmatch(_TAG, tag):
                raise ValueError(f"{tag!r} is not a language tag such as en, ru or kk-Cyrl")
        return self

    def has(self, language: str) -> bool:
        """Whether there is a text for ``language``."""
        return ANY in self.by_language or language in self.by_language

    def text(self, language: str) -> str:
        """The text in ``language``; where there is none, the first that was written down."""
        texts = self.by_language
        return texts.get(language) or texts.get(ANY) or next(iter(texts.values()))

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """For an editor it is a text, or the mapping itself."""
        inner = handler.resolve_ref_schema(handler(core))
        line = inner["properties"]["by_language"]["additionalProperties"]
        mapping = {"type": "object", "patternProperties": {_TAG: line}, "additionalProperties": False}
        inner.clear()
        inner.update({"anyOf": [{"type": "string", "minLength": 1}, mapping], "title": "Wording"})
        return inner
