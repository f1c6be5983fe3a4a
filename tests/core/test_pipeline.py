"""The whole path: what holds for every document, whatever the recognizers find."""

import json
from dataclasses import replace
from itertools import pairwise

import jsonschema
import pytest

from core import edits, pipeline, sidecar
from core.assets import load_text
from core.edits import Author
from core.files.source import read_source, source_of
from core.language.script import converter
from core.mentions import Mention
from core.repairs import Repair, applied, compose
from core.text.spans import Span

BY = Author(None, "2026-01-05T08:40:36+08:00")
CLEAN = "本报讯 1月5日，全市落实协同发展项目184个，总投资4.24亿元。\n"
DAMAGED = (
    "重慶(qìng)對(duì)口協(xié)同,總投資4.24億元,現(xiàn)有標(biāo)準(zhǔn)廠(chǎng)房10萬(wàn)方米。\n" * 3
)


def holds_together(document):
    composed = compose(document.source_text, applied(document.repairs), converter(document.script))
    assert document.text == composed.text
    assert all(a.quote == a.span.of(document.text) for a in document.annotations)
    assert all(composed.map.backward(a.span) == a.source for a in document.annotations)
    assert all(r.original == r.span.of(document.source_text) for r in document.repairs)
    assert all(one.span.end <= other.span.start for one, other in pairwise(document.annotations))


@pytest.mark.parametrize("text", [CLEAN, DAMAGED, "", "\n", "𠮷\n\n甲", "?" * 50])
@pytest.mark.parametrize("script", ["auto", "source", "hans", "hant"])
def test_every_document_holds_together(text, script):
    holds_together(pipeline.annotate(source_of(text.encode(), "a.txt"), script=script))


def test_the_sample(sample):
    document = pipeline.annotate(read_source(sample))
    holds_together(document)
    assert (document.script.source, document.script.reading) == ("hant", "hans")
    assert (document.source.encoding, document.source.reader) == ("utf-8", "plain/1")
    assert document.scheme.name == "news"
    assert document.progress.status == "new"
    assert not document.history
    schema = json.loads(load_text("schemas/sidecar.schema.json"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(sidecar.encode(document)))
    target = sidecar.sidecar_path(sample)
    digest = sidecar.save(document, target, expected=None)
    assert sidecar.load(target, read_source(sample)) == sidecar.Opened(document, digest)


def test_the_same_article_in_another_encoding_is_the_same_document(sample):
    text = sample.read_text(encoding="utf-8")
    first = pipeline.annotate(source_of(text.encode(), "a.txt"))
    other = pipeline.annotate(source_of(text.replace("\n", "\r\n").encode("gb18030"), "a.txt"))
    assert (other.source.encoding, other.source.newlines) == ("gb18030", "crlf")
    assert replace(other, source=first.source) == first


def test_the_encoding_that_a_person_chose_is_kept():
    document = pipeline.annotate(source_of(CLEAN.encode("gbk"), "a.txt"), encoding="big5")
    assert document.source.encoding == "big5hkscs"


def test_the_reading_script_can_be_chosen():
    source = source_of(DAMAGED.encode(), "a.txt")
    assert pipeline.annotate(source).text.startswith("重庆对口协同，")
    assert pipeline.annotate(source, script="source").text.startswith("重慶對口協同，")
    assert pipeline.annotate(source_of(CLEAN.encode(), "a.txt"), script="hant").text.startswith("本報訊")


def suggesting(text, place, character, confidence=0.95):
    document = pipeline.open_article(source_of(text.encode(), "a.txt"))
    repair = Repair("r1", Span(place, place), "", character, "dropped", confidence, status="suggested")
    return replace(document, repairs=(repair,))


def test_marks_are_read_through_confident_suggestions():
    text = "去年全县新建10万方米标准厂房。"
    marked = pipeline.mark(suggesting(text, text.index("方米"), "平"))
    [area] = [a for a in marked.annotations if a.label == "MEASURE"]
    assert (area.quote, area.value["unit"], area.value["assumes"]) == ("10万方米", "m2", ["r1"])
    accepted = edits.decide_repair(marked, "r1", "applied", BY)
    assert [a.quote for a in accepted.annotations if a.label == "MEASURE"] == ["10万平方米"]
    holds_together(accepted)


def test_marks_are_not_read_through_doubtful_suggestions():
    text = "去年全县新建10万方米标准厂房。"
    marked = pipeline.mark(suggesting(text, text.index("方米"), "平", confidence=0.3))
    assert not any("assumes" in (a.value or {}) for a in marked.annotations)


def test_a_name_that_assumes_a_suggestion_says_so(monkeypatch):
    document = suggesting("习近同志", 2, "平")
    monkeypatch.setattr(pipeline, "recognize", lambda reading: (Mention(Span(0, 3), "PER"),))
    [mark] = pipeline.mark(document).annotations
    assert (mark.quote, mark.value) == ("习近", {"assumes": ["r1"]})


def test_a_mention_of_suggested_characters_only_is_no_mark(monkeypatch):
    document = suggesting("甲乙", 1, "丙")
    monkeypatch.setattr(pipeline, "recognize", lambda reading: (Mention(Span(1, 2), "PER"),))
    assert pipeline.mark(document).annotations == ()


def test_suggestions_are_applied_from_a_confidence_on(monkeypatch):
    from core.document import ScriptChoice
    from core.restoration import Restoration

    repairs = tuple(
        Repair(f"r{n}", Span(n, n), "", character, "dropped", confidence, status="suggested")
        for n, (character, confidence) in enumerate([("子", 0.6), ("丑", 0.8)])
    )
    restoration = Restoration(repairs, ScriptChoice("hans", "hans"), is_damaged=True)
    monkeypatch.setattr(pipeline, "restore", lambda text: restoration)
    source = source_of("甲乙".encode(), "a.txt")
    assert pipeline.annotate(source, accept_at=0.8).text == "甲丑乙"
    assert pipeline.annotate(source, accept_at=0.5).text == "子甲丑乙"
    assert pipeline.annotate(source).text == "甲乙"


def test_recognizing_again_is_an_act_only_where_it_changes_something():
    document = pipeline.annotate(source_of(CLEAN.encode(), "a.txt"))
    assert pipeline.recognize_again(document, BY) is document
    mark = next(a for a in document.annotations if a.quote == "184个")
    corrected = edits.correct_text(document, Span(mark.span.start, mark.span.start + 1), "2", BY)
    again = pipeline.recognize_again(corrected, BY)
    assert again.annotation(mark.id).value["amount"] == "284"
    assert again.history[-1].act == "recognize"


def test_the_value_of_words_that_a_person_marks():
    document = pipeline.annotate(source_of(CLEAN.encode(), "a.txt"))
    start = document.text.index("4.24亿元")
    assert pipeline.value_of(document, Span(start, start + 6), "MONEY")["amount"] == "424000000"
    assert pipeline.value_of(document, Span(start, start + 6), "PER") is None
    assert pipeline.value_of(document, Span(start, start + 3), "MONEY") is None


def test_a_huge_article_is_plain_reading(monkeypatch):
    monkeypatch.setattr(pipeline, "MOST_MARKED", 10)
    document = pipeline.annotate(source_of(DAMAGED.encode(), "a.txt"))
    assert (document.text, document.repairs, document.annotations) == (DAMAGED, (), ())
    assert {block.kind for block in document.article.blocks} == {"body"}


FIGURES = (
    "江州市引进企业\n2024-05-07 来源：江州日报\n\n5月7日（星期二），江州市引进企业21家，总投资10亿元。\n"
)


def corrected(old: str, new: str, text: str = FIGURES):
    document = pipeline.annotate(source_of(text.encode(), "a.txt"))
    start = document.text.index(old)
    by = Author("甲", "2024-05-08T09:00:00+08:00")
    return document, pipeline.correct_text(document, Span(start, start + len(old)), new, by)


def test_the_same_words_are_read_once_for_all_their_places(monkeypatch):
    document = pipeline.annotate(source_of(("投资10亿元，占地170亩。" * 40).encode(), "a.txt"))
    spans = [mark.span for mark in document.annotations if mark.label == "MONEY"]
    asked = []
    value_of = pipeline.value_of
    monkeypatch.setattr(pipeline, "value_of", lambda *given: asked.append(given) or value_of(*given))
    values = list(pipeline.values_of(document, spans, "MONEY"))
    assert [span for span, _ in values] == spans
    assert {value["amount"] for _, value in values} == {"1000000000"}
    assert len(spans) == 40
    assert len(asked) == 1


def test_a_corrected_figure_has_the_value_of_its_new_words():
    before, after = corrected("21", "27")
    count = next(mark for mark in after.annotations if mark.quote == "27家")
    assert count.value["amount"] == "27"
    others = [mark.value for mark in before.annotations if mark.quote == "10亿元"]
    assert [mark.value for mark in after.annotations if mark.quote == "10亿元"] == others
    assert len(after.history) == 1


def test_a_correction_elsewhere_leaves_values_alone():
    before, after = corrected("企业", "公司")
    assert [mark.value for mark in after.annotations] == [mark.value for mark in before.annotations]


def test_a_question_goes_when_what_raised_it_is_corrected():
    wrong = FIGURES.replace("星期二", "星期三")
    before, after = corrected("星期三", "星期二", wrong)
    assert [finding.rule for finding in before.findings] == ["weekday"]
    assert after.findings == ()


def test_what_stands_twice_is_marked_while_it_stands():
    line = "1月5日，全市落实项目184个，总投资4.24亿元。\n"
    document = pipeline.annotate(source_of((line * 5).encode(), "a.txt"))
    assert any(repair.status == "suggested" and repair.original == line for repair in document.repairs)
    assert [a.quote for a in document.annotations if a.label == "MONEY"] == ["4.24亿元"] * 5
