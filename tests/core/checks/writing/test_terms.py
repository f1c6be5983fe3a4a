"""Replaced names, and the words of a house's own list."""

from __future__ import annotations

from core.checks import find_findings
from core.house import House
from core.house.terms import parse_terms


def messages(document, terms=()):
    return [
        f.message.partition("\n")[0] for f in find_findings(document, House(terms=terms)) if f.rule == "term"
    ]


def test_a_replaced_name_is_asked_about(marked):
    assert messages(marked("代表团来自襄樊市。")) == ["襄樊市现称襄阳市？"]


def test_the_name_of_its_time_is_left_alone(marked):
    assert messages(marked("1998年，他从襄樊市来到县里。")) == []
    assert messages(marked("襄阳市原名襄樊市。")) == []


def test_a_house_asks_about_its_own_words(marked):
    terms = parse_terms("# 用语\n老百姓\t群众\n绝对第一\n\n")
    assert messages(marked("老百姓说，这是绝对第一。"), terms) == ["“老百姓”应为“群众”？", "不用“绝对第一”？"]
    assert messages(marked("老百姓说，这是绝对第一。")) == []
