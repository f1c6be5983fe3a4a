"""Two annotators' work made into one: what both say is taken, a person decides on every difference.

What was decided stands in the third document under ``adjudication``, so that the work can be left and
resumed, by hand too: each difference is known by what the two said, each mark and relation by whose it is.
"""

from core.adjudication.decisions import CHOICES, Adjudication, Decision
from core.adjudication.differences import may_take_both
from core.adjudication.kinds import (
    AnswerDifference,
    AttributeDifference,
    Difference,
    EntityDifference,
    MarkDifference,
    RelationDifference,
    ValueDifference,
)
from core.adjudication.renaming import follow_renaming
from core.adjudication.result import begin, result_of, sources_in

__all__ = [
    "CHOICES",
    "Adjudication",
    "AnswerDifference",
    "AttributeDifference",
    "Decision",
    "Difference",
    "EntityDifference",
    "MarkDifference",
    "RelationDifference",
    "ValueDifference",
    "begin",
    "follow_renaming",
    "may_take_both",
    "result_of",
    "sources_in",
]
