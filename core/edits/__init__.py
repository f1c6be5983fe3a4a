"""Edits: pure functions from a document to the next one.

Who acts and when is an argument, ``Author``. Every act leaves a line in the history; an edit that changes
nothing returns the very same document. To undo is to go back to the earlier document: nothing else is
needed.
"""

from core.edits.acts import Author, recorded
from core.edits.correction import correct_text
from core.edits.decisions import decide_repair, decide_repairs, undecided
from core.edits.entities import (
    assign_entity,
    grouped,
    merge_entities,
    pooled,
    rename_entity,
    set_entity_code,
)
from core.edits.lost import place_lost
from core.edits.marking import trimmed
from core.edits.marks import (
    add,
    exactly,
    relabel,
    remove,
    resize,
    set_attribute,
    set_note,
    set_value,
)
from core.edits.pieces import add_piece, join, split
from core.edits.places import mark_places, relabel_all
from core.edits.progress import add_seconds, set_article_label, set_flag, set_progress
from core.edits.questions import settle
from core.edits.recognized import merge_mentions
from core.edits.relations import relabel_relation, relate, relations_of, unrelate
from core.edits.review import accept_all, set_status, set_statuses
from core.edits.same import mark_same, places_of
from core.edits.scheme_change import follow_scheme

__all__ = [
    "Author",
    "accept_all",
    "add",
    "add_piece",
    "add_seconds",
    "assign_entity",
    "correct_text",
    "decide_repair",
    "decide_repairs",
    "exactly",
    "follow_scheme",
    "grouped",
    "join",
    "mark_places",
    "mark_same",
    "merge_entities",
    "merge_mentions",
    "place_lost",
    "places_of",
    "pooled",
    "recorded",
    "relabel",
    "relabel_all",
    "relabel_relation",
    "relate",
    "relations_of",
    "remove",
    "rename_entity",
    "resize",
    "set_article_label",
    "set_attribute",
    "set_entity_code",
    "set_flag",
    "set_note",
    "set_progress",
    "set_status",
    "set_statuses",
    "set_value",
    "settle",
    "split",
    "trimmed",
    "undecided",
    "unrelate",
]
