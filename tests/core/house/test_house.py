"""The lists of an office: found in the folder or above it, and what the checks ask by them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.annotating import annotate_file
from core.checks import find_findings
from core.checks.neighbors import facts_of
from core.checks.renewal import renew_findings
from core.cli import main
from core.document import Document
from core.edits.questions import ALWAYS
from core.files.source import read_source, source_of
from core.house import PEOPLE, SETTLED, TERMS, House, forget, house_for, remember
from core.house.elsewhere import gathered
from core.house.people import parse_people
from core.house.settled import key_of, settled_of
from core.pipeline import mark, open_article
from core.sidecar import load, sidecar_path

PEOPLE_LIST = """# 县领导，按排名
李红梅\t海丰县委书记\t2021-03
陈健\t海丰县县长\t2023-01
周大勇\t海丰县副县长\t2019-05\t2024-12
"""


def document_of(body: str, name: str = "a.txt") -> Document:
    text = f"海丰县召开会议\n\n2025年6月18日　记者　陆之遥\n\n{body}\n"
    return mark(open_article(source_of(text.encode(), name)))


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("海丰县副县长陈健出席会议。", "陈健的职务是“副县长”吗"),
        ("海丰县副县长周大勇出席会议。", "周大勇的职务是“副县长”吗"),
        ("海丰县县长陈建出席会议。", "“陈建”应为“陈健”"),
        ("陈健、李红梅出席会议。", "李红梅排在陈健之前"),
    ],
)
def test_people_are_held_against_the_list(body, says):
    findings = find_findings(document_of(body), House(people=parse_people(PEOPLE_LIST)))
    assert any(says in finding.message for finding in findings), findings


@pytest.mark.parametrize(
    "body",
    [
        "海丰县委书记李红梅、县长陈健出席会议。",
        "海丰县原副县长周大勇出席会议。",
        "记者陈健报道。教师李红梅说，孩子们很高兴。",
        "市长王大力出席会议。",
    ],
)
def test_people_who_fit_the_list_raise_nothing(body):
    findings = find_findings(document_of(body), House(people=parse_people(PEOPLE_LIST)))
    assert [finding for finding in findings if finding.rule == "name_variant"] == []


def test_a_listed_name_that_is_not_marked_is_found_by_its_words():
    document = document_of("海丰县副县长陈健出席会议。")
    bare = replace(document, annotations=())
    findings = find_findings(bare, House(people=parse_people(PEOPLE_LIST)))
    assert ["陈健的职务是“副县长”吗" in finding.message for finding in findings] == [True]


def test_lists_are_found_in_the_folder_and_above(tmp_path):
    folder = tmp_path / "六月"
    folder.mkdir()
    (tmp_path / TERMS).write_text("老百姓\t群众\n", encoding="utf-8")
    (folder / PEOPLE).write_text("\ufeff" + PEOPLE_LIST, encoding="utf-8")
    house = house_for(folder / "a.txt")
    assert [term.words for term in house.terms] == ["老百姓"]
    assert [official.name for official in house.people] == ["李红梅", "陈健", "周大勇"]
    assert house.settled == ()


def test_a_question_settled_for_good_comes_decided_in_every_article(tmp_path):
    document = document_of("县里作了布署。")
    [finding] = document.findings
    remember(tmp_path / "a.txt", settled_of(finding, "甲", "2026-01-01T08:00:00+08:00"))
    remember(tmp_path / "a.txt", settled_of(finding, "乙", "2026-01-02T08:00:00+08:00"))
    house = house_for(tmp_path / "b.txt")
    assert len(house.settled) == 1
    other = renew_findings(document_of("昨天，市里作了布署，还有新的布署。", "b.txt"), house)
    assert {f.decision for f in other.findings} == {ALWAYS}
    assert {(f.by, f.at) for f in other.findings} == {("乙", "2026-01-02T08:00:00+08:00")}
    assert (tmp_path / SETTLED).read_text(encoding="utf-8").count("布署") == 2


def test_what_was_open_before_is_settled_when_it_is_asked_again():
    document = document_of("县里作了布署。")
    settled = settled_of(document.findings[0], "甲", "2026-01-01T08:00:00+08:00")
    assert renew_findings(document, House(settled=(settled,))).findings[0].decision == ALWAYS
    assert key_of(document.findings[0])[2] == "布署"


def test_names_and_figures_are_held_against_the_other_articles():
    first = "长梁风电场由北风新能源投资18.64亿元建设。工程师裘月娥说，风机运行平稳。"
    others = [document_of(first, "a.txt"), document_of(first + "又是一年。", "b.txt")]
    odd = document_of("长梁风电场投资16.84亿元建设。工程师裘月鹅说，风机运行平稳。", "c.txt")
    house = House(elsewhere=gathered(map(facts_of, [*others, odd])))
    messages = [finding.message for finding in find_findings(odd, house)]
    assert any("“裘月鹅”在其他稿件作“裘月娥”" in message for message in messages), messages
    assert any("《a.txt》作18.64亿元" in message for message in messages), messages
    assert [finding.rule for finding in find_findings(others[0], house)] == ["repeat"]


def test_a_forgotten_question_is_asked_again(tmp_path):
    document = document_of("县里作了布署，个人帐户已开通。")
    settled = [settled_of(finding, "甲", "2026-01-01T08:00:00+08:00") for finding in document.findings]
    for each in settled:
        remember(tmp_path / "a.txt", each)
    forget(tmp_path / "六月" / "b.txt", replace(settled[0], by="乙"))
    assert [each.question_key for each in house_for(tmp_path / "a.txt").settled] == [settled[1].question_key]


def test_forgetting_what_nobody_knows_writes_nothing(tmp_path):
    forget(tmp_path / "a.txt", settled_of(document_of("县里作了布署。").findings[0], "甲", ""))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_lists_are_read_in_whatever_encoding_an_office_saves_them(tmp_path, encoding):
    (tmp_path / PEOPLE).write_text(PEOPLE_LIST, encoding=encoding)
    house = house_for(tmp_path / "a.txt")
    assert [official.name for official in house.people] == ["李红梅", "陈健", "周大勇"]
    assert (house.misread, house.has_lists) == ((), True)


def test_lines_of_the_list_of_people_that_cannot_be_understood_are_told(tmp_path):
    (tmp_path / PEOPLE).write_text(PEOPLE_LIST + "周启明 市长\n\t副市长\n\n", encoding="utf-8")
    assert house_for(tmp_path / "a.txt").misread == (5, 6)


def test_annotating_a_file_asks_by_the_lists_of_its_folder(tmp_path):
    (tmp_path / TERMS).write_text("老百姓\t群众\n", encoding="utf-8")
    article = tmp_path / "a.txt"
    article.write_text("海丰县开会\n\n2025年6月18日\n\n海丰县的老百姓很高兴。\n", encoding="utf-8")
    annotate_file(article)
    findings = load(sidecar_path(article), read_source(article)).document.findings
    assert [finding.message for finding in findings] == ["“老百姓”应为“群众”？\n本单位用语表"]


def test_the_command_line_tells_once_what_it_could_not_read_in_a_list(tmp_path, capsys):
    (tmp_path / PEOPLE).write_text("李红梅\t县委书记\n周启明 市长\n", encoding="gb18030")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("海丰县开会\n\n天气很好。\n", encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 0
    assert capsys.readouterr().err.count("line 2 of danqian-people.txt") == 1
