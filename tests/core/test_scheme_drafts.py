"""A scheme while it is edited, and the change that annotations follow."""

from dataclasses import replace

import pytest

from core.document import SchemeRecord
from core.schemes import (
    ArticleLabelSpec,
    AttributeSpec,
    LabelSpec,
    RelationSpec,
    Scheme,
    default_scheme,
    guidelines_of,
    problems_of,
)
from core.schemes.attribute_lines import attributes_in
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


def label(*attributes):
    return LabelSpec("PER", attributes=attributes)


ROLE = AttributeSpec("role", {"zh": "职务"}, "choice", ("记者", "官员", "医生"))
AGE = AttributeSpec("age", {}, "number")


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ((ROLE, AGE), []),
        ((replace(ROLE, name="post"), AGE), [("PER.role", "post")]),
        ((AGE, ROLE), []),  # they changed places
        ((AGE,), []),  # one is gone
        ((ROLE, AGE, AttributeSpec("born")), []),  # one is new
        ((replace(ROLE, choices=("记者", "干部", "医生")), AGE), [("PER.role.官员", "干部")]),
        ((replace(ROLE, choices=("记者", "医生")), AGE), []),
        ((replace(ROLE, name="post", choices=("记者", "干部", "医生")), AGE),
         [("PER.role", "post"), ("PER.role.官员", "干部")]),
        ((replace(ROLE, choices=("官员", "记者", "医生")), AGE), []),
    ],
)  # fmt: skip
def test_attributes_and_choices_are_followed_by_new_names(after, expected):
    scheme = Scheme(SchemeRecord("own", "1", ""), (label(ROLE, AGE),))
    draft = put(draft_of(scheme), "labels", 0, label(*after))
    assert list(draft.change.in_words()) == expected


def test_choices_of_a_question_are_followed_by_new_names():
    question = ArticleLabelSpec("topic", {}, ("农业", "工业"))
    scheme = Scheme(SchemeRecord("own", "1", ""), (LabelSpec("PER"),), article_labels=(question,))
    draft = put(draft_of(scheme), "article_labels", 0, replace(question, name="题", choices=("三农", "工业")))
    assert list(draft.change.in_words()) == [("topic", "题"), ("topic.农业", "三农")]


def test_merging_labels_renames_no_attribute_into_one_of_the_other():
    one = LabelSpec("ORG", attributes=(AttributeSpec("listed", {}, "choice", ("沪", "深")),))
    other = LabelSpec("COMP", attributes=(AttributeSpec("listed", {}, "choice", ("港", "美")), AGE))
    draft = merge(draft_of(Scheme(SchemeRecord("own", "1", ""), (one, other))), 1, 0)
    [kept] = draft.scheme.labels
    draft = put(
        draft, "labels", 0, replace(kept, attributes=(kept.attributes[0], replace(AGE, name="years")))
    )
    assert list(draft.change.in_words()) == [("COMP", "ORG"), ("COMP.age", "years")]


def test_a_renamed_attribute_keeps_its_titles():
    assert attributes_in("post: 记者, 官员", (ROLE,))[0].titles == ROLE.titles
