"""Learning from corrections, on the gold articles as if a person had marked them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core import training
from core.document import Annotation, Document, Progress, ScriptChoice, SourceRecord
from core.recognition import tagger
from core.recognition.names import find_names
from core.spans import Span
from core.structure import read_structure
from tests.gold_format import Gold, load_gold
from tests.scoring import reading_of

GOLD = sorted((Path(__file__).parents[1] / "data" / "gold" / "a").glob("*.txt"))
NAMES = ("PER", "LOC", "ORG")


def _document(gold: Gold, *, status: str = "done", product: str = "") -> Document:
    """The gold article as a reviewed document; every ``product`` is marked with a label of the user's own."""
    marks = [(mark.span, mark.label) for mark in gold.marks if mark.label in NAMES]
    place = gold.text.find(product) if product else -1
    while place >= 0:
        marks.append((Span(place, place + len(product)), "PRODUCT"))
        place = gold.text.find(product, place + 1)
    annotations = tuple(
        Annotation(f"a{n}", label, span, span.of(gold.text), span, status="added")
        for n, (span, label) in enumerate(marks)
    )
    return Document(
        source=SourceRecord(gold.name, 0, "", "utf-8", "lf", "plain/1"),
        source_text=gold.text,
        script=ScriptChoice("hans", "hans"),
        text=gold.text,
        article=read_structure(gold.text, gold.text),
        annotations=annotations if status == "done" else (),
        progress=Progress(status),
    )


@pytest.fixture(scope="module")
def learnt() -> training.Learnt:
    documents = [_document(load_gold(path), product="茶") for path in GOLD]
    found = training.learn(documents)
    assert found
    return found


def test_it_learns_a_label_of_the_users_own_and_forgets_nothing(learnt: training.Learnt) -> None:
    assert learnt.report.labels == (*NAMES, "PRODUCT")
    assert learnt.report.after >= learnt.report.before - 0.02
    sentence = "青溪县的茶园位于白鹭镇。"
    (tagged,) = tagger.load_tagger().tag([sentence], tagger.GUIDELINES, learnt.head)
    assert ("茶", "PRODUCT") in {(sentence[n.start : n.end], n.label) for n in tagged.names}


def test_what_was_learnt_survives_the_disk_and_can_be_undone(
    learnt: training.Learnt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tagger, "user_data_path", lambda _: tmp_path)
    monkeypatch.setattr(training, "learnt_path", lambda: tmp_path / "learnt.npz")
    gold = load_gold(GOLD[0])
    before = list(find_names(reading_of(gold)))
    training.adopt(learnt.head)
    labels = {mention.label for mention in find_names(reading_of(gold))}
    assert "PRODUCT" in labels
    training.forget()
    assert list(find_names(reading_of(gold))) == before


def test_same_documents_same_head(learnt: training.Learnt) -> None:
    again = training.learn([_document(load_gold(path), product="茶") for path in GOLD])
    assert again
    assert again.report == learnt.report


def test_nothing_is_learnt_from_unreviewed_articles() -> None:
    assert training.learn([_document(load_gold(GOLD[0]), status="new")]) is None


def test_rejected_marks_are_no_examples() -> None:
    document = _document(load_gold(GOLD[0]))
    rejected = replace(document.annotations[0], status="rejected")
    document = replace(document, annotations=(rejected, *document.annotations[1:]))
    count = sum(len(example.names) for example in training.examples(document))
    assert count == len(document.annotations) - 1
