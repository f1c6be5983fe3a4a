"""Asking again: answers stay, questions that are settled by a change of the text go."""

from __future__ import annotations

from dataclasses import replace

from core.checks.renewal import merge_findings, renew_findings

WRONG = "全县共有学校86所，其中小学51所，中学25所，职业学校15所。"


def test_findings_are_numbered_in_reading_order(marked):
    document = marked(f"6月17日（星期三），会议举行。{WRONG}县里作了布署。")
    assert [finding.id for finding in document.findings] == ["f1", "f2", "f3"]
    starts = [finding.places[0].span.start for finding in document.findings]
    assert starts == sorted(starts)


def test_a_decision_survives_another_run(marked):
    document = marked(WRONG)
    decided = replace(
        document.findings[0], decision="right", by="Li", at="2025-06-18T10:00:00+08:00", note="网格"
    )
    again = renew_findings(replace(document, findings=(decided,)))
    assert again.findings == (decided,)


def test_an_id_is_never_given_twice(marked):
    document = marked(WRONG)
    old = replace(document.findings[0], message="别的问题", decision="mistake")
    first, second = merge_findings([old], document.findings)
    assert {first.id, second.id} == {"f1", "f2"}


def test_what_is_raised_no_more_goes_unless_it_was_settled(marked):
    document = marked(WRONG)
    finding = document.findings[0]
    assert merge_findings([finding], []) == ()
    settled = replace(finding, decision="mistake")
    assert merge_findings([settled], []) == (settled,)
