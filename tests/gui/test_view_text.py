"""Lines, runs and the way between offsets and Qt's positions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.article import Article, Block
from core.document import Document, ScriptChoice, SourceRecord
from core.language.script import convert
from core.repairs import Repair
from core.text.spans import Span
from gui.article.view_lines import LONGEST_LINE, LineMaker, ViewOptions, shown_text
from gui.article.view_text import (
    FOLD,
    LOST,
    SOURCE,
    SUGGESTION,
    Line,
    LineChange,
    Run,
    ViewText,
    changed_lines,
)

RECORD = SourceRecord("a.txt", 1, "0", "utf-8", "lf", "plain/1")


def document(text: str, blocks: tuple[Block, ...] = (), **fields: object) -> Document:
    made = Document(RECORD, text, ScriptChoice("hans", "hans"), text, article=Article(blocks=blocks))
    return replace(made, **fields)


def lines(shown: Document, **options: object) -> list[Line]:
    def converted(text: str, script: str) -> str:
        return convert(text, to=script)

    maker = LineMaker.of(shown, ViewOptions(**options), converted, lambda kind, count: f"{kind} {count}")
    return list(maker.lines())


def words(shown: list[Line]) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in shown]


def damaged() -> Document:
    """发展服[务]台, where 发 was glossed and 平 is suggested before 台."""
    source = "發(fā)展服務(wù)台。"
    repairs = (
        Repair("r1", Span(0, 5), "發(fā)", "发", "gloss"),
        Repair("r2", Span(7, 12), "務(wù)", "务", "gloss"),
        Repair("r3", Span(12, 12), "", "平", "dropped", 0.9, status="suggested"),
    )
    text = "发展服务台。"
    return document(text, (Block("body", Span(0, 6)),), source_text=source, repairs=repairs)


def test_every_text_stands_in_a_line_even_without_blocks() -> None:
    assert words(lines(document("标题\n\n正文一\n正文二\n"))) == ["标题", "正文一", "正文二"]


def test_text_between_blocks_is_body() -> None:
    shown = lines(document("标题\n漏掉\n正文", (Block("title", Span(0, 2)), Block("body", Span(6, 8)))))
    assert [(line.kind, line.span) for line in shown] == [
        ("title", Span(0, 2)),
        ("body", Span(3, 5)),
        ("body", Span(6, 8)),
    ]


def test_blocks_on_one_line_of_the_text_share_a_line() -> None:
    blocks = (Block("dateline", Span(0, 4)), Block("navigation", Span(6, 8)), Block("body", Span(9, 11)))
    shown = lines(document("来源某报  分享\n正文", blocks))
    assert words(shown) == ["来源某报  分享", "正文"]
    assert [run.kind for run in shown[0].runs] == ["dateline", "navigation"]


def test_navigation_folds_to_one_row_and_opens() -> None:
    blocks = (
        Block("navigation", Span(0, 2)),
        Block("navigation", Span(3, 5)),
        Block("title", Span(6, 8)),
        Block("boilerplate", Span(9, 11)),
    )
    article = document("首页\n观察\n标题\n版权", blocks)
    assert words(lines(article)) == ["navigation 2", "标题", "boilerplate 1"]
    opened = lines(article, opened=frozenset({0}))
    assert words(opened) == ["navigation 2", "首页", "观察", "标题", "boilerplate 1"]
    assert [line.fold for line in opened] == [0, 0, 0, None, 1]


def test_a_line_break_inside_a_block_keeps_its_place() -> None:
    shown = lines(document("上\n下", (Block("body", Span(0, 3)),)))
    assert words(shown) == ["上\u2028下"]
    assert ViewText(shown).start_position(2) == 2


def test_a_paragraph_too_long_is_cut_without_losing_a_character() -> None:
    text = "长" * (LONGEST_LINE + 5)
    shown = lines(document(text))
    assert "".join(words(shown)) == text
    assert [line.continues for line in shown] == [False, True]


def test_reading_shows_the_text_and_no_repair() -> None:
    assert words(lines(damaged())) == ["发展服务台。"]


def test_the_repairs_view_boxes_a_suggestion() -> None:
    (line,) = lines(damaged(), mode="repair")
    assert [(run.text, run.role) for run in line.runs if run.role != "text"] == [("平", SUGGESTION)]
    assert words([line]) == ["发展服务平台。"]


@pytest.mark.parametrize(
    ("originals", "paragraph", "expected"),
    [
        ("hide", 0, "发展服务平台。"),
        ("paragraph", 2, "發(fā)发展服務(wù)务平台。"),
        ("paragraph", None, "发展服务平台。"),
        ("all", None, "發(fā)发展服務(wù)务平台。"),
    ],
)
def test_originals_stand_before_what_replaced_them(
    originals: str, paragraph: int | None, expected: str
) -> None:
    assert words(lines(damaged(), mode="repair", originals=originals, paragraph=paragraph)) == [expected]


def test_the_source_view_shows_the_source_to_the_letter() -> None:
    (line,) = lines(damaged(), script="source")
    assert words([line]) == [damaged().source_text]
    assert [run.role for run in line.runs].count(SOURCE) == 2


def test_the_source_is_shown_without_suggestions() -> None:
    assert words(lines(damaged(), mode="repair", script="source")) == [damaged().source_text]


def test_suggestions_follow_the_script() -> None:
    repair = Repair("r1", Span(1, 1), "", "发", "dropped", status="suggested")
    shown = lines(document("出展", repairs=(repair,)), mode="repair", script="hant")
    assert words(shown) == ["出發展"]


def test_a_lost_byte_has_a_run_of_its_own() -> None:
    text = "动力▯.55千瓦"
    repair = Repair("r1", Span(2, 3), "?", "▯", "lost")
    shown = document(text, source_text="动力?.55千瓦", repairs=(repair,))
    assert [(run.text, run.role) for run in lines(shown)[0].runs][1] == ("▯", LOST)


def test_scripts_keep_every_offset() -> None:
    shown = document("发展乾隆皇后𠮷")
    for script in ("hans", "hant"):
        (line,) = lines(shown, script=script)
        assert len(line.runs[0].text) == len(shown.text)
    assert words(lines(shown, script="hant")) != [shown.text]


def test_marks_leave_out_what_is_added_beside_them() -> None:
    view = ViewText(lines(damaged(), mode="repair", originals="all"))
    # 發(fā)发展服務(wù)务平台。: 服务 is 服 + struck original + 务, 台 comes after the suggestion.
    assert (view.start_position(2), view.end_position(4)) == (7, 14)
    assert (view.start_position(4), view.end_position(5)) == (15, 16)
    assert (view.start_position(0), view.end_position(1)) == (5, 6)
    assert view.offset_at(14) == 4


def test_surrogate_pairs_shift_positions() -> None:
    view = ViewText(lines(document("𠮷野家\n𬱖名")))
    assert [view.start_position(offset) for offset in (0, 1, 3, 4, 5)] == [0, 2, 4, 5, 7]
    assert [view.offset_at(position) for position in (0, 2, 5, 7)] == [0, 1, 4, 5]


def test_what_is_folded_away_has_no_width() -> None:
    blocks = (Block("navigation", Span(0, 2)), Block("body", Span(3, 5)))
    view = ViewText(lines(document("首页\n正文", blocks)))
    assert view.lines[0].runs[0].role == FOLD
    assert view.start_position(1) == view.start_position(0) == 0


def test_a_selection_of_nothing_but_added_text_is_none() -> None:
    view = ViewText(lines(damaged(), mode="repair", originals="all"))
    assert view.span_between(0, 5) is None
    assert view.span_between(5, 7) == Span(0, 2)
    assert view.span_between(7, 5) == Span(0, 2)


def test_copying_takes_the_words_that_are_shown() -> None:
    shown = damaged()
    span = Span(0, 4)
    assert shown_text(shown, span, "reading", lambda text, script: text) == "发展服务"
    assert shown_text(shown, span, "source", lambda text, script: text) == "發(fā)展服務(wù)"


def test_only_lines_that_look_otherwise_are_changed() -> None:
    old = lines(document("一\n二\n三\n四"))
    new = lines(document("一\n二改\n三\n四"))
    assert changed_lines(old, new) == LineChange(1, 2, 2)
    assert changed_lines(old, old).is_empty
    assert changed_lines(old, old[:2]) == LineChange(2, 4, 2)
    assert changed_lines(old[2:], old) == LineChange(0, 0, 2)


def test_the_size_of_a_change_leaves_out_what_stays() -> None:
    old, new = lines(document("一\n二\n三\n四\n五")), lines(document("一\n改\n三\n改\n五"))
    assert changed_lines(old, new).size(old, new) == 2
    assert changed_lines(old, old[:2]).size(old, old[:2]) == 3
    assert changed_lines(old, old).size(old, old) == 0


@pytest.mark.parametrize(
    ("offset", "expected", "comment"),
    [
        (1, 1, "before the change"),
        (2, 2, "in the changed line"),
        (5, 6, "after it"),
        (7, 8, "the end"),
    ],
)
def test_a_place_stays_in_its_line(offset: int, expected: int, comment: str) -> None:
    old, new = lines(document("一\n二\n三\n四")), lines(document("一\n二改\n三\n四"))
    assert changed_lines(old, new).carried(offset, old, new) == expected, comment


SIGNS = st.text(st.sampled_from("中文𠮷a1“”《》，。\n "), max_size=40)


@settings(max_examples=60, deadline=None)
@given(SIGNS)
def test_a_shown_offset_comes_back(text: str) -> None:
    view = ViewText(lines(document(text)))
    for line in view.lines:
        for offset in range(line.span.start, line.span.end + 1):
            assert view.offset_at(view.start_position(offset)) == offset


@settings(max_examples=60, deadline=None)
@given(SIGNS, st.lists(st.tuples(st.integers(0, 39), st.sampled_from(["gloss", "gap"])), max_size=5))
def test_added_runs_move_no_offset(text: str, places: list[tuple[int, str]]) -> None:
    repairs = tuple(
        Repair(f"r{n}", Span(place, place), "", "补", "dropped", status="suggested")
        for n, place in enumerate(sorted({place for place, _ in places if place <= len(text)}))
    )
    view = ViewText(lines(document(text, repairs=repairs), mode="repair"))
    for line in view.lines:
        for offset in range(line.span.start, line.span.end):
            start, end = view.start_position(offset), view.end_position(offset + 1)
            assert view.offset_at(start) == offset
            assert end - start == (2 if text[offset] == "𠮷" else 1)


def test_a_run_of_another_length_snaps_to_its_edges() -> None:
    run = Run("發(fā)", Span(3, 4), SOURCE)
    assert [run.unit_of(offset, is_end=False) for offset in (3, 4)] == [0, 5]
    assert [run.unit_of(offset, is_end=True) for offset in (3, 4)] == [0, 5]
    assert [run.offset_of(unit) for unit in (0, 2, 5)] == [3, 3, 4]
