"""A branch of a tree with all its boxes in place, and how branches are moved, joined and split into columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from modulekit.formats.drawing.placed import Joint, Placed


@dataclass(frozen=True, slots=True)
class Branch:
    """A laid out branch whose root stands at the top; ``axis`` is the middle of the root."""

    width: float
    height: float
    axis: float
    boxes: tuple[Placed, ...]
    joints: tuple[Joint, ...]

    def moved(self, dx: float, dy: float) -> Branch:
        """The branch elsewhere."""
        boxes = tuple([box.moved(dx, dy) for box in self.boxes])
        joints = tuple([joint.moved(dx, dy) for joint in self.joints])
        return Branch(self.width, self.height, self.axis + dx, boxes, joints)


def joined(
    width: float, height: float, axis: float, root: Placed, branches: list[Branch], joints: list[Joint]
) -> Branch:
    """A root with the branches that hang on it."""
    boxes = (root, *(box for branch in branches for box in branch.boxes))
    inner = (joint for branch in branches for joint in branch.joints)
    return Branch(width, height, axis, boxes, (*joints, *inner))


def flipped(branch: Branch) -> Branch:
    """The branch with its root at the foot."""
    boxes = tuple(replace(box, y=branch.height - box.y - box.height) for box in branch.boxes)
    joints = tuple(
        replace(joint, points=tuple((x, branch.height - y) for x, y in joint.points)) for joint in branch.joints
    )
    return replace(branch, boxes=boxes, joints=joints)


def columns(branches: Sequence[Branch], count: int, gap: float) -> list[list[Branch]]:
    """``branches`` in their order in ``count`` columns, of which the highest is as low as can be."""
    ends = (0, *range(1, len(branches)), len(branches))
    splits: list[tuple[int, ...]] = [(0, *cuts, len(branches)) for cuts in combinations(ends[1:-1], count - 1)]

    def height(split: tuple[int, ...]) -> float:
        return max(sum(branch.height + gap for branch in branches[a:b]) for a, b in pairwise(split))

    lowest = min(splits, key=height)
    return [list(branches[a:b]) for a, b in pairwise(lowest)]
