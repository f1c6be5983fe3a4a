"""What was decided on the names of one article holds in others, where nobody has decided; and is undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core import edits, pipeline, sidecar
from core.bulk import carry_out, take_back
from core.bulk.decisions import Decision, decisions_of, follow
from core.bulk.planning import Plan, spread, undone
from core.document import Annotation, Document, ScriptChoice
from core.edits import Author
from core.files.source import read_source, source_of
from core.schemes import default_scheme
from core.text.find import folded
from core.text.spans import Span

BY = Author("甲", "2024-05-06T08:00:00+08:00")
SCHEME = default_scheme()


def document(text: str, *marks: tuple[str, str, str]) -> Document:
    """A text with marks: words, label and status, each on the first place that is left."""
    opened = pipeline.open_article(source_of(f"{text}\n".encode(), "a.txt"))
    made, start = [], dict.fromkeys((words for words, _, _ in marks), 0)
    for number, (words, label, status) in enumerate(marks, 1):
        place = opened.text.index(words, start[words])
        start[words] = place + 1
        span = Span(place, place + len(words))
        made.append(Annotation(f"a{number}", label, span, words, span, status=status))
    return replace(opened, annotations=tuple(sorted(made, key=lambda mark: mark.span)))


def decision(words: str, label: str, *, is_name: bool = True) -> Decision:
    return Decision(words, label, is_name, folded(words))


DECIDED: tuple[tuple[str, list[tuple[str, str, str]], list[tuple[str, str, bool]] | None], ...] = (
    # label, marks of an article that says 临泽县的王强到临泽县，王强和茶。, what is decided
    ("accepted", [("王强", "PER", "accepted")], [("王强", "PER", True)]),
    ("added and corrected", [("王强", "PER", "added"), ("临泽县", "LOC", "edited")], None),
    ("rejected", [("王强", "PER", "rejected")], [("王强", "PER", False)]),
    ("waits", [("王强", "PER", "auto")], []),
    ("both ways", [("王强", "PER", "accepted"), ("王强", "PER", "rejected")], []),
    ("two labels", [("临泽县", "LOC", "accepted"), ("临泽县", "ORG", "accepted")], []),
    ("one character", [("茶", "ORG", "rejected")], []),
    ("no name", [("和茶", "COUNT", "rejected")], []),
)


@pytest.mark.parametrize(("case", "marks", "expected"), DECIDED, ids=[row[0] for row in DECIDED])
def test_what_is_decided(
    case: str, marks: list[tuple[str, str, str]], expected: list[tuple[str, str, bool]] | None
) -> None:
    found = decisions_of(document("临泽县的王强到临泽县，王强和茶。", *marks), SCHEME)
    if expected is None:
        expected = [("临泽县", "LOC", True), ("王强", "PER", True)]
    assert [(d.words, d.label, d.is_name) for d in found] == expected


FOLLOWED = (
    # what, text, the mark before, what is decided (- no name), the mark after
    ("accepts", "王强到了。", "王强 PER auto", "王强 PER", "王强 PER accepted"),
    ("adds", "王强到了。", "", "王强 PER", "王强 PER added"),
    ("in the other script", "王強到了。", "", "王强 PER", "王強 PER added"),
    ("beside a word", "不管理由如何。", "", "理由 PER", "理由 PER added"),
    ("relabels", "临泽到了。", "临泽 ORG auto", "临泽 LOC", "临泽 LOC edited"),
    ("rejects", "龙江到了。", "龙江 LOC auto", "- 龙江 LOC", "龙江 LOC rejected"),
    ("another label", "龙江到了。", "龙江 PER auto", "- 龙江 LOC", "龙江 PER auto"),
    ("reviewed", "王强到了。", "王强 ORG accepted", "王强 PER", "王强 ORG accepted"),
    ("denied there", "王强到了。", "王强 PER rejected", "王强 PER", "王强 PER rejected"),
    ("in a longer name", "临泽县政府说。", "临泽县政府 ORG auto", "临泽 LOC", "临泽县政府 ORG auto"),
    ("across two words", "他得到了。", "", "到了 PER", ""),
    ("a part of a word", "这是管理员。", "", "管理 PER", ""),
)


@pytest.mark.parametrize(
    ("text", "before", "decided", "after"), [row[1:] for row in FOLLOWED], ids=[row[0] for row in FOLLOWED]
)
def test_what_follows_elsewhere(text: str, before: str, decided: str, after: str) -> None:
    words, label, status = before.split() if before else ("", "", "")
    start = document(text, *([(words, label, status)] if before else []))
    start = replace(start, script=ScriptChoice("hans", "hans"))
    *denied, named, wanted = decided.split()
    found, counts = follow(start, [decision(named, wanted, is_name=not denied)], BY, SCHEME)
    assert " ".join(f"{a.quote} {a.label} {a.status}" for a in found.annotations) == after
    assert sum(counts.values()) == (before != after)
    assert (found is start) == (before == after)


def test_a_folder_follows_and_goes_back(tmp_path: Path, acts: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    names = ["1.txt", "2.txt", "3.txt", "4.txt"]
    for name in names:
        path = folder / name
        path.write_text("产业园\n\n丹铅阁里有人，张三到丹铅阁去。\n", encoding="utf-8")
        if name != "3.txt":
            made = replace(pipeline.annotate(read_source(path)), annotator="甲")
            made = edits.set_progress(made, "done", BY) if name in ("1.txt", "4.txt") else made
            sidecar.save(made, sidecar.sidecar_path(path, "甲"), expected=None)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    told, decided = Plan(), [decision("丹铅阁", "ORG"), decision("张三", "PER", is_name=False)]
    steps = list(spread(folder, names, decided, BY, told, here="1.txt"))
    touched = [dict(counts) for _, counts in steps]
    assert touched == [{decided[0]: 2, decided[1]: 1}] * 3 + [{}], "a finished article stays as it is"
    journal = carry_out((change for change, _ in steps if change), folder=acts)
    for name in names[:3]:
        document = sidecar.stored_in(sidecar.sidecar_path(folder / name, "甲"))
        assert [a.label for a in document.live_annotations() if a.quote in ("丹铅阁", "张三")] == ["ORG"] * 2
        assert [line.act for line in document.history][-2:] == ["mark_places", "reject"]
    carry_out(take_back(journal, undone), folder=acts)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_an_article_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("王强\n", encoding="utf-8")
    sidecar.sidecar_path(tmp_path / "1.txt", "甲").write_text("broken", encoding="utf-8")
    told = Plan()
    assert list(spread(tmp_path, ["1.txt"], [decision("王强", "PER")], BY, told)) == [(None, {})]
    assert len(told.problems) == 1
