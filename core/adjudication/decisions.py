"""What a person decides on the differences of two annotators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from core.adjudication.differences import Both
from core.adjudication.kinds import Difference, Key, MarkDifference, RelationDifference
from core.agreement import Pair
from core.document import Annotation, Document
from core.text.spans import Span

CHOICES = ("left", "right", "both", "neither", "edit")


@dataclass(frozen=True, slots=True)
class Decision:
    """``choice`` is one of ``CHOICES``; with ``edit``, of a mark, the label and span that a person set."""

    choice: str
    label: str = ""
    span: Span = field(default=Span(0, 0))

    @property
    def takes_left(self) -> bool:
        """Whether what the one says stands."""
        return self.choice in ("left", "both")

    @property
    def takes_right(self) -> bool:
        """Whether what the other says stands."""
        return self.choice in ("right", "both")


Decisions = Mapping[Key, Decision]


@dataclass(frozen=True, slots=True)
class Adjudication:
    """What the two say of an article and what was decided so far."""

    both: Both
    decisions: Decisions = field(default_factory=dict)

    @property
    def one(self) -> Document:
        """The document at the left."""
        return self.both.one

    @property
    def other(self) -> Document:
        """The document at the right."""
        return self.both.other

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What needs a person: marks, their values and attributes in reading order, answers, then relations.

        A relation of a mark that was decided away is none of them.
        """
        return tuple(each for each in self.both.found if self._is_asked(each))

    @property
    def open_count(self) -> int:
        """How many differences nobody has decided on."""
        return sum(each.key not in self.decisions for each in self.differences)

    def decision(self, difference: Difference) -> Decision | None:
        """What was decided on a difference."""
        return self.decisions.get(difference.key)

    def decided(self, difference: Difference, decision: Decision | None) -> Adjudication:
        """The next state; None takes a decision back."""
        rest = {key: value for key, value in self.decisions.items() if key != difference.key}
        return replace(self, decisions=rest | ({difference.key: decision} if decision else {}))

    def standing(self, pair: Pair) -> tuple[Annotation, ...] | None:
        """The marks of a pair that stand, an edited one as its annotator has it; None while that is open."""
        if pair.kind == "same":
            return (pair.one,) if pair.one else ()
        decision = self.decisions.get(MarkDifference(pair).key)
        if decision is None:
            return None
        if decision.choice == "edit":
            mark = pair.one or pair.other
            return (mark,) if mark else ()
        sides = (pair.one, decision.takes_left), (pair.other, decision.takes_right)
        return tuple(mark for mark, is_taken in sides if mark and is_taken)

    def _is_asked(self, difference: Difference) -> bool:
        if not isinstance(difference, RelationDifference):
            return True
        pairs = (pair for ends in difference.ends for pair in ends or ())
        return all(self.standing(pair) != () for pair in pairs)
