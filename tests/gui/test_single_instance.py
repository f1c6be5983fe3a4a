from pathlib import Path

from pytestqt.qtbot import QtBot

from gui.single_instance import SingleInstance


def test_a_second_start_hands_its_files_to_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    assert not second.claim()
    article = tmp_path / "文章 一.txt"
    with qtbot.waitSignal(first.files_handed_over) as handed:
        second.hand_over([article])
    assert handed.args == [[article]]


def test_the_claim_passes_on_when_the_first_window_closes(tmp_path: Path, qtbot: QtBot) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    first.release()
    assert SingleInstance(tmp_path).claim()
