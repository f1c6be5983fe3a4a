"""Learning from corrections, on the gold articles as if a person had marked them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.article import ReadingText
from core.document import Annotation, Document, Progress, ScriptChoice, SourceRecord
from core.errors import FileMissing, ModelBroken
from core.learning import training
from core.learning.head_fitting import as_shipped
from core.recognition import learnt as learnt_heads
from core.recognition import recognize, tagger
from core.recognition.learnt import (
    LearntHead,
    adopt,
    adopted,
    can_go_back,
    forget,
    go_back,
    read_head,
    version_in_use,
    version_of,
)
from core.recognition.names import find_names
from core.schemes import Scheme, default_scheme, scheme_for
from core.structure import read_structure
from core.text.spans import Span
from tests.gold_format import Gold, load_gold, parse_gold
from tests.scoring import reading_of

GOLD = sorted((Path(__file__).parents[2] / "data" / "gold" / "a").glob("*.txt"))
NAMES = ("PER", "LOC", "ORG")


LAWS = Path(__file__).parents[2] / "data" / "learning" / "laws.txt"


def _document(gold: Gold, *, status: str = "done", product: str = "") -> Document:
    """The gold article as a reviewed document; every ``product`` is marked with a label of the user's own."""
    marks = [(mark.span, mark.label) for mark in gold.marks if mark.label in (*NAMES, "LAW")]
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


def replace_head(**fields: Any) -> Callable[[LearntHead], LearntHead]:
    """Another head that differs in some fields."""
    return lambda head: replace(head, **fields)


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(learnt_heads, "user_data_path", lambda _: tmp_path)
    yield tmp_path
    forget()


@pytest.fixture(scope="module")
def learnt() -> training.Learnt:
    found = training.learn(_document(load_gold(path), product="茶") for path in GOLD)
    assert found
    return found


def test_it_learns_a_label_of_the_users_own_and_forgets_nothing(learnt: training.Learnt) -> None:
    scores = {score.label: score for score in learnt.scores}
    assert learnt.head.labels == (*NAMES, "PRODUCT")
    assert scores[""].after >= scores[""].before - 0.05
    assert scores[""].count == sum(scores[label].count for label in scores if label)
    sentence = "青溪县的茶园位于白鹭镇。"
    (tagged,) = tagger.load_tagger().tag([sentence], tagger.GUIDELINES, learnt.head)
    assert ("茶", "PRODUCT") in {(sentence[n.start : n.end], n.label) for n in tagged.names}


def test_a_dozen_articles_teach_a_label_that_wins_over_numbers_and_leaves_names_whole(
    own_folder: Path,
) -> None:
    articles = [parse_gold(line) for line in LAWS.read_text(encoding="utf-8").splitlines()]
    found = training.learn(_document(article) for article in articles)
    assert found
    adopt(found.head)
    text = "江州市发展和改革委员会援引著作权法第二十四条。依照食品安全法第一百四十八条，罚款1000元。"
    marks = [(m.label, m.span.of(text)) for m in recognize(ReadingText.of_body(text, text))]
    assert marks == [
        ("ORG", "江州市发展和改革委员会"),
        ("LAW", "著作权法第二十四条"),
        ("LAW", "食品安全法第一百四十八条"),
        ("MONEY", "1000元"),
    ]


def test_a_label_can_be_left_as_shipped(learnt: training.Learnt) -> None:
    """Left so, every label is: the names are those that are found without a head."""
    head = as_shipped(learnt.head, learnt.head.labels)
    assert head.labels == NAMES
    untouched = as_shipped(learnt.head, ())
    assert (untouched.weights == learnt.head.weights).all()
    assert untouched.labels == learnt.head.labels
    without_org = as_shipped(learnt.head, ("ORG",))
    assert (without_org.weights[:, 5:7] == head.weights[:, 5:7]).all()
    assert (without_org.weights[:, 1:5] == learnt.head.weights[:, 1:5]).all()


def test_a_label_that_does_not_gain_is_left_as_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    fit = training.fit_head

    def spoilt(*arguments: Any) -> LearntHead:
        head = fit(*arguments)
        bias = head.bias.copy()
        bias[[5, 6]] = -1e3
        return replace(head, bias=bias)

    monkeypatch.setattr(training, "fit_head", spoilt)
    found = training.learn(_document(load_gold(path)) for path in GOLD)
    assert found
    assert "ORG" in found.as_shipped
    org = next(score for score in found.scores if score.label == "ORG")
    assert org.after == org.before > 0


def test_what_was_learnt_is_used_and_can_be_undone(learnt: training.Learnt, own_folder: Path) -> None:
    gold = load_gold(GOLD[0])
    before = list(find_names(reading_of(gold)))
    adopt(learnt.head)
    assert "PRODUCT" in {mention.label for mention in find_names(reading_of(gold))}
    forget()
    assert list(find_names(reading_of(gold))) == before


def test_the_last_change_of_what_is_in_use_is_undone(learnt: training.Learnt, own_folder: Path) -> None:
    encoder = learnt.head.encoder
    first, second = learnt.head, replace(learnt.head, bias=learnt.head.bias + 1)
    assert not can_go_back()

    def in_use() -> str | None:
        head = adopted(encoder)
        return version_of(head) if head else None

    adopt(first)
    adopt(second)
    assert in_use() == version_of(second)
    assert version_in_use(encoder) == f"{encoder}+{version_of(second)}"
    go_back()
    assert in_use() == version_of(first)
    go_back()
    assert in_use() == version_of(second)
    forget()
    assert (in_use(), version_in_use(encoder)) == (None, encoder)
    go_back()
    assert in_use() == version_of(second)
    assert can_go_back()


def test_learning_tells_how_far_it_is_and_can_be_ended() -> None:
    class Stopped(Exception):
        pass

    shares: list[float] = []

    def advance(share: float) -> None:
        shares.append(share)
        if share > 0.5:
            raise Stopped

    with pytest.raises(Stopped):
        training.learn([_document(load_gold(path)) for path in GOLD[:5]], advance=advance)
    assert shares == sorted(shares)


@pytest.mark.parametrize(
    "broken",
    [
        replace_head(encoder="another"),
        replace_head(bias=np.zeros(3, np.float32)),
        replace_head(bias=np.full(9, np.nan, np.float32)),
    ],
    ids=["for another model", "of another shape", "not numbers"],
)
def test_what_does_not_fit_the_model_is_not_used(
    learnt: training.Learnt, own_folder: Path, broken: Callable[[LearntHead], LearntHead]
) -> None:
    adopt(broken(learnt.head))
    assert adopted(learnt.head.encoder) is None
    assert "PRODUCT" not in {mention.label for mention in find_names(reading_of(load_gold(GOLD[0])))}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"plain words", b"\x93NUMPY"])
def test_a_file_that_is_no_model_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "model.npz"
    path.write_bytes(data)
    with pytest.raises(ModelBroken):
        read_head(path)
    with pytest.raises(FileMissing):
        read_head(tmp_path / "none.npz")


def test_same_documents_same_head(learnt: training.Learnt) -> None:
    again = training.learn(_document(load_gold(path), product="茶") for path in GOLD)
    assert again
    assert version_of(again.head) == version_of(learnt.head)


def test_nothing_is_learnt_from_unreviewed_articles() -> None:
    assert training.learn([_document(load_gold(GOLD[0]), status="new")]) is None


def test_rejected_marks_are_no_examples() -> None:
    document = _document(load_gold(GOLD[0]))
    rejected = replace(document.annotations[0], status="rejected")
    document = replace(document, annotations=(rejected, *document.annotations[1:]))
    assert _count(document, default_scheme()) == len(document.annotations) - 1


RENAMED = """
name = "own"
version = "1"
[[labels]]
name = "人物"
recognizes = ["PER"]
hue = "per"
group = "names"
[[labels]]
name = "专名"
recognizes = ["LOC", "ORG"]
hue = "loc"
group = "names"
"""


def test_labels_of_a_scheme_are_learnt_as_what_they_recognize(tmp_path: Path) -> None:
    (tmp_path / "danqian-scheme.toml").write_text(RENAMED, encoding="utf-8")
    scheme = scheme_for(tmp_path / "article.txt")
    words = "[[PER|王强]]说。[[LOC|江州]]下雨了。[[ORG|市气象局]]和[[PER|李敏]]说。没有下雨。"
    document = _document(parse_gold(words))
    called = {"PER": "人物", "LOC": "专名", "ORG": "专名"}
    marks = tuple(replace(mark, label=called[mark.label]) for mark in document.annotations)
    found = [(e.text, e.names) for e in training.examples(replace(document, annotations=marks), scheme)]
    # Whether a 专名 is a place or a body is not known: nothing is learnt from its sentence.
    assert found == [("王强说。", {(0, 2, "PER")}), ("没有下雨。", frozenset())]


def _count(document: Document, scheme: Scheme) -> int:
    return sum(len(example.names) for example in training.examples(document, scheme))
