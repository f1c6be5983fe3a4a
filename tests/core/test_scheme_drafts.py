"""A scheme while it is edited, and the change that annotations follow."""

import pytest

from core.document import SchemeRecord
from core.schemes import (
    AttributeSpec,
    LabelSpec,
    RelationSpec,
    Scheme,
    default_scheme,
    guidelines_of,
    problems_of,
)
from core.schemes.draft import add, draft_of, merge, move, put, remove
from core.schemes.guidelines import section_of

SCHEME = Scheme(
    SchemeRecord("own", "1", ""),
    (
        LabelSpec("ORG", holds=("LOC", "PER"), attributes=(AttributeSpec("listed"),)),
        LabelSpec("LOC", attributes=(AttributeSpec("listed"), AttributeSpec("level"))),
        LabelSpec("PER", key="1"),
    ),
    "nested",
    (RelationSpec("at", from_labels=("PER",), to_labels=("ORG", "LOC")),),
)


def names(draft):
    return [label.name for label in draft.scheme.labels]


def test_a_new_name_is_followed_by_annotations_references_and_the_recognizer():
    draft = put(draft_of(SCHEME), "labels", 1, LabelSpec("地点"))
    assert draft.change.labels == {"LOC": "地点"}
    assert draft.scheme.labels[0].holds == ("地点", "PER")
    assert draft.scheme.relations[0].to_labels == ("ORG", "地点")
    assert draft.scheme.found_as["LOC"] == "地点", "what the recognizer finds as LOC comes as 地点"
    back = put(draft, "labels", 1, LabelSpec("LOC", recognizes=("LOC",)))
    assert not back.change


def test_labels_change_places_and_swap_names():
    draft = move(draft_of(SCHEME), "labels", 2, 0)
    assert names(draft) == ["PER", "ORG", "LOC"]
    assert not draft.change
    swapped = put(put(draft, "labels", 0, LabelSpec("LOC2")), "labels", 2, LabelSpec("PER"))
    swapped = put(swapped, "labels", 0, LabelSpec("LOC", recognizes=("PER",)))
    assert swapped.change.labels == {"PER": "LOC", "LOC": "PER"}


def test_a_merged_label_leaves_all_it_had_to_the_other():
    draft = merge(draft_of(SCHEME), 1, 0)
    assert names(draft) == ["ORG", "PER"]
    assert draft.change.labels == {"LOC": "ORG"}
    [org, _] = draft.scheme.labels
    assert [attribute.name for attribute in org.attributes] == ["listed", "level"]
    assert org.holds == ("ORG", "PER")
    assert draft.scheme.relations[0].to_labels == ("ORG",)
    assert draft.scheme.found_as == {"ORG": "ORG", "LOC": "ORG", "PER": "PER"}
    assert not list(problems_of(draft.scheme))
    renamed = put(draft, "labels", 0, LabelSpec("机构"))
    assert renamed.change.labels == {"ORG": "机构", "LOC": "机构"}, "both follow a later name"


def test_a_removed_label_is_named_no_more_and_a_new_one_follows_nothing():
    draft = remove(draft_of(SCHEME), "labels", 1)
    assert draft.scheme.labels[0].holds == ("PER",)
    assert draft.scheme.relations[0].to_labels == ("ORG",)
    assert not add(draft, "labels", LabelSpec("NEW")).change


def test_relations_are_renamed_too():
    draft = put(draft_of(SCHEME), "relations", 0, RelationSpec("in", from_labels=("PER",)))
    assert draft.change.relations == {"at": "in"}


@pytest.mark.parametrize(
    ("label", "heading"),
    [("PER", "人物、地点、机构：PER LOC ORG"), ("SET", "时间：DATE TIME DURATION SET"), ("MONEY", "数量：")],
)
def test_the_shipped_guidelines_have_a_section_for_each_label(label, heading):
    lines = guidelines_of(default_scheme()).splitlines()
    headings = [line.lstrip("# ") for line in lines if line.startswith("#")]
    spec = default_scheme().label(label)
    number = section_of(headings, spec)
    assert headings[number].startswith(heading)


def test_a_label_without_a_section_goes_nowhere():
    assert section_of(["总则", "ORGANIZER 主办"], LabelSpec("ORG")) is None
