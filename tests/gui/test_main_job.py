"""The main job, as an editor does it: open, read, correct, undo, save, close, open again."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from core.document import Annotation, Document
from core.sidecar import sidecar_path
from core.sidecar.opening import stored_in
from core.text.spans import Span
from gui.dialogs.encoding_choice import EncodingChoice
from gui.dialogs.line_input import LineInput
from gui.dialogs.moved_text import MovedText
from gui.dialogs.question import Question
from gui.widgets.row_model import ROW
from gui.workplace import Workplace

LONG = 30_000


def open_article(qtbot: QtBot, workplace: Workplace, path: Path) -> Document:
    workplace.articles.open(path)
    qtbot.waitUntil(lambda: workplace.session.path == path and has_marks(workplace), timeout=LONG)
    return shown(workplace)


def has_marks(workplace: Workplace) -> bool:
    return bool(workplace.session.document and workplace.session.document.annotations)


def shown(workplace: Workplace) -> Document:
    assert workplace.session.document is not None
    return workplace.session.document


def mark_on(document: Document, words: str) -> Annotation:
    return next(mark for mark in document.live_annotations() if mark.quote == words)


def save(qtbot: QtBot, workplace: Workplace) -> None:
    with qtbot.waitSignal(workplace.saving.saved, timeout=LONG):
        press(qtbot, workplace, "S", Qt.KeyboardModifier.ControlModifier)


def press(
    qtbot: QtBot,
    workplace: Workplace,
    key: str,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    qtbot.keyClick(workplace.parts.article, getattr(Qt.Key, f"Key_{key}"), modifiers)


def dialog(kind: type[QDialog], qtbot: QtBot) -> QDialog:
    def visible() -> list[QDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]

    qtbot.waitUntil(lambda: any(w.isActiveWindow() for w in visible()))
    return visible()[0]


def test_an_article_is_corrected_saved_and_found_as_it_was(
    qtbot: QtBot, workplace: Workplace, sample: Path
) -> None:
    before = sample.read_bytes()
    document = open_article(qtbot, workplace, sample)
    assert document.article.title == "重庆：“一区两群”区县对口协同发展开局良好"
    assert document.article.published == "2022-01-05T08:40:36"
    assert document.article.publisher == "重庆日报"
    assert not workplace.session.is_unsaved, "a first opening that nobody has touched is not unsaved"
    article = workplace.parts.article
    article.setFocus()

    # Accept one, relabel one, reject one: by keyboard alone.
    money = mark_on(document, "4.24亿元")
    workplace.session.select(money.id)
    press(qtbot, workplace, "Return")
    assert shown(workplace).annotation(money.id).status == "accepted"
    place = mark_on(shown(workplace), "两江新区")
    workplace.session.select(place.id)
    press(qtbot, workplace, "3")
    assert shown(workplace).annotation(place.id).label == "ORG"
    assert shown(workplace).annotation(place.id).status == "edited"
    date = mark_on(shown(workplace), "2021年11月底")
    workplace.session.select(date.id)
    press(qtbot, workplace, "Delete")
    assert shown(workplace).annotation(date.id).status == "rejected"

    # Undo the last two, redo one.
    control = Qt.KeyboardModifier.ControlModifier
    press(qtbot, workplace, "Z", control)
    press(qtbot, workplace, "Z", control)
    assert shown(workplace).annotation(place.id).label == "LOC"
    press(qtbot, workplace, "Y", control)
    assert shown(workplace).annotation(place.id).label == "ORG"

    save(qtbot, workplace)
    saved = shown(workplace)
    assert not workplace.session.is_unsaved
    assert sample.read_bytes() == before, "the article itself is never written"
    assert stored_in(sidecar_path(sample)).annotations == saved.annotations

    workplace.closing.close_article()
    assert workplace.session.document is None
    again = open_article(qtbot, workplace, sample)
    assert again.annotations == saved.annotations
    assert again.repairs == saved.repairs
    assert again.text == saved.text


def test_selected_words_are_marked_by_a_digit_and_taken_back_by_delete(
    qtbot: QtBot, workplace: Workplace, sample: Path
) -> None:
    document = open_article(qtbot, workplace, sample)
    start = document.text.index("平台") if "平台" in document.text else document.text.index("产销对接")
    span = Span(start, start + 4)
    article = workplace.parts.article
    article.setFocus()
    article.select_span(span)
    press(qtbot, workplace, "5")
    added = next(mark for mark in shown(workplace).annotations if mark.span == span)
    assert (added.label, added.status) == ("TERM", "added")
    assert workplace.session.selected == added.id
    press(qtbot, workplace, "Right", Qt.KeyboardModifier.ShiftModifier)
    assert shown(workplace).annotation(added.id).span == Span(start, start + 5)
    press(qtbot, workplace, "Delete")
    assert added.id not in {mark.id for mark in shown(workplace).annotations}


def test_a_wrong_character_is_corrected_and_the_marks_ride_along(
    qtbot: QtBot, workplace: Workplace, sample: Path
) -> None:
    document = open_article(qtbot, workplace, sample)
    place = document.text.index("服务台")
    later = mark_on(document, "4.24亿元")
    article = workplace.parts.article
    article.setFocus()
    article.select_span(Span(place, place + 3))
    press(qtbot, workplace, "F2")
    field = dialog(LineInput, qtbot).findChild(QLineEdit)
    assert field is not None
    field.setText("服务平台")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    corrected = shown(workplace)
    assert corrected.text[place : place + 4] == "服务平台"
    assert corrected.source_text == document.source_text
    assert any(repair.kind == "manual" for repair in corrected.repairs)
    moved = corrected.annotation(later.id)
    assert moved.span == later.span.shifted(1)
    assert moved.span.of(corrected.text) == "4.24亿元"


def test_the_same_names_are_marked_in_one_step(qtbot: QtBot, workplace: Workplace, sample: Path) -> None:
    document = open_article(qtbot, workplace, sample)
    mark = mark_on(document, "两江新区")
    alike = [m.id for m in document.live_annotations() if m.quote == mark.quote]
    workplace.parts.article.setFocus()
    workplace.session.select(mark.id)
    press(qtbot, workplace, "3")
    press(qtbot, workplace, "Return", Qt.KeyboardModifier.ControlModifier)
    assert {shown(workplace).annotation(i).label for i in alike} == {"ORG"}
    press(qtbot, workplace, "Z", Qt.KeyboardModifier.ControlModifier)
    assert [shown(workplace).annotation(i).label for i in alike].count("ORG") == 1


def test_closing_with_unsaved_changes_asks_first(qtbot: QtBot, workplace: Workplace, sample: Path) -> None:
    document = open_article(qtbot, workplace, sample)
    workplace.session.select(document.live_annotations()[0].id)
    workplace.marking.confirm()
    workplace.window.close()
    question = dialog(Question, qtbot)
    assert workplace.window.isVisible()
    question.reject()
    assert workplace.window.isVisible()
    assert workplace.session.is_unsaved


def test_a_sidecar_that_is_no_json_is_told_and_kept(qtbot: QtBot, workplace: Workplace, sample: Path) -> None:
    broken = sidecar_path(sample)
    broken.write_text("{ this is not JSON", encoding="utf-8")
    document = open_article(qtbot, workplace, sample)
    dialog(Question, qtbot).accept()
    workplace.session.select(document.live_annotations()[0].id)
    workplace.marking.confirm()
    workplace.saving.save()
    question = dialog(Question, qtbot)
    assert isinstance(question, Question)
    with qtbot.waitSignal(workplace.saving.saved, timeout=LONG):
        question.buttons["aside"].click()
    kept = [path for path in sample.parent.iterdir() if path.name.startswith(f"{broken.name}.")]
    assert [path.read_text(encoding="utf-8") for path in kept] == ["{ this is not JSON"]
    assert stored_in(broken).annotations == shown(workplace).annotations


def test_marks_of_a_changed_article_are_saved_only_when_taken_over(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    path = tmp_path / "变.txt"
    path.write_text("江州市引进企业21家。\n临泽县投资10亿元。\n", encoding="utf-8")
    open_article(qtbot, workplace, path)
    workplace.marking.accept_all()
    save(qtbot, workplace)
    before = sidecar_path(path).read_bytes()
    workplace.closing.close_article()
    path.write_text("今天的消息：江州市引进企业21家。\n临泽县没有投资。\n", encoding="utf-8")
    workplace.articles.open(path)
    moved = dialog(MovedText, qtbot)
    moved.reject()
    workplace.saving.save()
    moved = dialog(MovedText, qtbot)
    assert sidecar_path(path).read_bytes() == before
    assert isinstance(moved, MovedText)
    with qtbot.waitSignal(workplace.saving.saved, timeout=LONG):
        moved.take.click()
    stored = stored_in(sidecar_path(path))
    count = mark_on(stored, "21家")
    assert count.span.of(stored.text) == "21家"
    assert [mark.quote for mark in stored.lost.annotations if mark.label == "MONEY"] == ["10亿元"]


def test_two_windows_that_save_one_article_lose_nothing(
    qtbot: QtBot, workplace: Workplace, sample: Path
) -> None:
    document = open_article(qtbot, workplace, sample)
    mine, theirs = document.live_annotations()[:2]
    save(qtbot, workplace)
    other = sidecar_path(sample).read_text(encoding="utf-8")
    changed = other.replace(
        f'"id": "{theirs.id}", "label": "{theirs.label}"', f'"id": "{theirs.id}", "label": "WORK"'
    )
    assert changed != other
    sidecar_path(sample).write_text(changed, encoding="utf-8")
    workplace.session.select(mine.id)
    workplace.marking.confirm()
    workplace.saving.save()
    question = dialog(Question, qtbot)
    assert isinstance(question, Question)
    with qtbot.waitSignal(workplace.saving.saved, timeout=LONG):
        question.buttons["merge"].click()
    stored = stored_in(sidecar_path(sample))
    assert stored.annotation(theirs.id).label == "WORK"
    assert stored.annotation(mine.id).status == "accepted"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(64)),
        ("gone.txt", None),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path, name: str, data: bytes | None
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    workplace.articles.open(path)
    question = dialog(Question, qtbot)
    assert name in question.heading.text()  # type: ignore[attr-defined]
    question.accept()
    assert workplace.session.document is None


def test_an_empty_file_opens_as_an_empty_article(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    workplace.articles.open(path)
    qtbot.waitUntil(lambda: workplace.session.path == path, timeout=LONG)
    assert shown(workplace).text == ""


def test_unsaved_work_is_offered_after_a_crash(qtbot: QtBot, workplace: Workplace, sample: Path) -> None:
    document = open_article(qtbot, workplace, sample)
    mark = document.live_annotations()[0]
    workplace.session.select(mark.id)
    workplace.marking.confirm()
    workplace.journaling.write()
    workplace.journaling.wait()
    # The program dies here: another one opens the article, which was never saved.
    workplace.session.open(document, None)
    workplace.articles.open(sample)
    question = dialog(Question, qtbot)
    assert isinstance(question, Question)
    question.buttons["recover"].click()
    qtbot.waitUntil(lambda: workplace.session.is_unsaved and has_marks(workplace), timeout=LONG)
    assert shown(workplace).annotation(mark.id).status == "accepted"
    with qtbot.waitSignal(workplace.saving.saved, timeout=LONG):
        workplace.saving.save()
    workplace.journaling.wait()
    workplace.closing.close_article()
    open_article(qtbot, workplace, sample)
    assert not workplace.session.is_unsaved


def test_a_file_in_a_doubtful_encoding_is_asked_about(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(("これは日本語のテキストです。" * 3).encode("shift_jis"))
    workplace.articles.open(path)
    question = dialog(EncodingChoice, qtbot)
    assert isinstance(question, EncodingChoice)
    with qtbot.waitSignal(workplace.session.document_opened, timeout=LONG):
        rows = range(question.list.model().rowCount())
        names = [question.list.model().index(row, 0).data(ROW)[0] for row in rows]
        question.list.select_row(names.index("shift_jis"))
        question.choose.click()
    assert shown(workplace).text.startswith("これは日本語")


def test_what_is_done_while_the_article_is_marked_stays(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_text("江州市新闻\n江州市2024年引进企业21家，总投资10亿元。\n", encoding="utf-8")
    with qtbot.waitSignal(workplace.articles.opened, timeout=LONG):
        workplace.articles.open(path)
    workplace.parts.article.select_span(Span(0, 3))
    workplace.marking.label("ORG")
    qtbot.waitUntil(lambda: len(shown(workplace).annotations) > 2, timeout=LONG)
    assert mark_on(shown(workplace), "10亿元").status == "auto"
    added = shown(workplace).annotations[0]
    assert (added.quote, added.label, added.status) == ("江州市", "ORG", "added")


def test_what_is_done_while_marks_are_renewed_stays(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_text("江州市新闻\n江州市2024年引进企业21家，总投资10亿元。\n", encoding="utf-8")
    marked = open_article(qtbot, workplace, path)
    workplace.session.edit(replace(marked, annotations=()), "Empty")
    workplace.recognizing.again()
    workplace.parts.article.select_span(Span(0, 3))
    workplace.marking.label("ORG")
    qtbot.waitUntil(lambda: len(shown(workplace).annotations) > 2, timeout=LONG)
    assert shown(workplace).annotations[0].status == "added"
    assert mark_on(shown(workplace), "10亿元").status == "auto"


def test_what_cannot_be_opened_leaves_the_open_article_to_be_marked(
    qtbot: QtBot, workplace: Workplace, sample: Path, tmp_path: Path
) -> None:
    workplace.articles.open(sample)
    qtbot.waitUntil(lambda: workplace.session.path == sample, timeout=LONG)
    workplace.articles.open(tmp_path / "gone.txt")
    dialog(Question, qtbot).accept()
    qtbot.waitUntil(lambda: has_marks(workplace), timeout=LONG)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts characters, not bytes")
def test_an_article_whose_name_leaves_no_room_for_a_sidecars_opens_and_saves_elsewhere(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    path = tmp_path / ("长" * 83 + "ab.txt")
    path.write_text("江州市投资10亿元。", encoding="utf-8")
    document = open_article(qtbot, workplace, path)
    workplace.session.select(document.live_annotations()[0].id)
    workplace.marking.confirm()
    workplace.saving.save()
    question = dialog(Question, qtbot)
    assert isinstance(question, Question)
    assert "elsewhere" in question.buttons
    question.buttons["close"].click()
    assert workplace.session.is_unsaved
