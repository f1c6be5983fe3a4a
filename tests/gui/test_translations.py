"""The window speaks Chinese completely, and the compiled file is the one of the source."""

import ast
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.assets import path_of
from gui.actions import ACTIONS, MENUS
from gui.words.error_messages import MESSAGES
from gui.words.language import Translation

TS = path_of("translations/zh_CN.ts")


def messages() -> list[tuple[str, str, str]]:
    rows = []
    for context in ET.parse(TS).getroot().findall("context"):
        name = context.findtext("name", "")
        for message in context.findall("message"):
            translation = message.find("translation")
            assert translation is not None
            form = translation.find("numerusform")
            words = translation.text if form is None else form.text
            is_done = translation.get("type") != "unfinished"
            rows.append((name, message.findtext("source", ""), (words or "") if is_done else ""))
    return rows


def test_every_text_is_translated() -> None:
    assert [(context, source) for context, source, words in messages() if not words] == []


@pytest.mark.parametrize("sign", ["%1", "%2", "%n", "{0}", "{1}", "{2}"])
def test_a_translation_keeps_what_is_filled_in(sign: str) -> None:
    wrong = [source for _, source, words in messages() if (sign in source) != (sign in words)]
    assert wrong == []


def test_english_counts_all_that_is_counted() -> None:
    counted = {source for _, source, _ in messages() if "%n" in source}
    forms = {
        m.findtext("source"): [form.text or "" for form in m.iter("numerusform")]
        for m in ET.parse(path_of("translations/en.ts")).iter("message")
    }
    assert set(forms) == counted
    assert [source for source, words in forms.items() if len(words) != 2 or "" in words] == []
    assert [words for both in forms.values() for words in both if "(s)" in words] == []


@pytest.mark.parametrize(("count", "words"), [(0, "0 places"), (1, "1 place"), (2, "2 places")])
def test_english_tells_one_from_many(qapp: QApplication, count: int, words: str) -> None:
    translation = Translation()
    translation.use("en")
    assert QCoreApplication.translate("FindPanel", "%n place(s)", "", count) == words


def test_every_action_and_error_is_among_them() -> None:
    known = {(context, source) for context, source, _ in messages()}
    texts = {("Actions", spec.text) for spec in ACTIONS} | {("Actions", title) for _, title in MENUS}
    texts |= {("Errors", sentence) for sentence in MESSAGES.values()}
    assert texts - known == {("Actions", "语言：简体中文"), ("Actions", "Language: English")}


def test_the_compiled_file_is_up_to_date(qtbot: QtBot) -> None:
    translator = QTranslator()
    assert translator.load(str(path_of("translations/zh_CN.qm")))
    QCoreApplication.installTranslator(translator)
    try:
        for context, source, words in messages():
            assert QCoreApplication.translate(context, source, "", 3).replace("3", "%n") in (
                words,
                words.replace("3", "%n"),
            ), (context, source)
    finally:
        QCoreApplication.removeTranslator(translator)


def test_no_text_in_the_source_is_missing() -> None:
    """What ``self.tr`` and ``translate`` are given stands in the file; checked on the text of the modules."""
    known = {source for _, source, _ in messages()}
    missing = []
    for module in sorted((path_of("") / ".." / "gui").resolve().rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _is_translation(node):
                text = node.args[-1 if _name(node) == "QT_TRANSLATE_NOOP" else _place(node)]
                if isinstance(text, ast.Constant) and text.value not in known:
                    missing.append((module.name, text.value))
    assert missing == []


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _is_translation(call: ast.Call) -> bool:
    return _name(call) in ("tr", "translate", "QT_TRANSLATE_NOOP") and len(call.args) > _place(call)


def _place(call: ast.Call) -> int:
    return 0 if _name(call) == "tr" else 1
