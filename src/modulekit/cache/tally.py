"""What a cache found and what it did not, by kind of entry. Counted from several threads at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts look-ups. Lists are appended to, which is one step for all threads; adding to a number is not."""

    hits: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def found(self, key: str) -> None:
        """An entry was there."""
        self.hits.append(key.partition("/")[0])

    def missed(self, key: str) -> None:
        """An entry was not there, or damaged."""
        self.misses.append(key.partition("/")[0])

    def by_kind(self) -> dict[str, tuple[int, int]]:
        """For each kind of entry, how many look-ups found one and how many did not."""
        hits, misses = Counter(self.hits), Counter(self.misses)
        return {kind: (hits[kind], misses[kind]) for kind in sorted(hits | misses)}
