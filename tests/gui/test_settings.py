from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from gui.actions import ACTIONS
from gui.settings import CHOICES, RECENT_LIMIT, Settings, load_settings, save_settings


def store_at(path: Path) -> QSettings:
    return QSettings(str(path / "settings.ini"), QSettings.Format.IniFormat)


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    settings = Settings(
        theme="dark",
        annotator="甲",
        body_size=24,
        recent=("文章 一.txt", "b,c.txt"),
        is_panel_shown=False,
        panel_widths=(("read", 364), ("annotate", 296)),
        places=(("文章 一.txt", 1234), ("b,c.txt", 0)),
        geometry=b"\x00\x01\xff",
    )
    save_settings(store_at(tmp_path), settings)
    assert load_settings(store_at(tmp_path)) == settings


def test_a_single_recent_file_stays_one(tmp_path: Path) -> None:
    save_settings(store_at(tmp_path), Settings(recent=("only.txt",)))
    assert load_settings(store_at(tmp_path)).recent == ("only.txt",)


def test_nonsense_is_left_at_its_default(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_text("[General]\nbody_size=huge\npanel_widths=wide\ntheme=\n", "utf-8")
    settings = load_settings(store_at(tmp_path))
    assert settings.body_size == Settings().body_size
    assert settings.panel_widths == ()


@pytest.mark.parametrize("name", sorted(CHOICES))
def test_a_choice_that_there_is_not_is_left_at_its_default(tmp_path: Path, name: str) -> None:
    (tmp_path / "settings.ini").write_text(f"[General]\n{name}=zh_CN\n", "utf-8")
    assert load_settings(store_at(tmp_path)) == Settings()


def test_every_choice_of_the_menus_is_one_of_the_settings() -> None:
    offered: dict[str, list[str]] = {}
    for row in ACTIONS:
        if row.group in CHOICES:
            offered.setdefault(row.group, []).append(
                row.id.removeprefix("view.").removeprefix(f"{row.group}_")
            )
    assert {name: tuple(values) for name, values in offered.items()} == CHOICES


def test_recent_files_are_newest_first_without_repeats() -> None:
    settings = Settings()
    for number in range(RECENT_LIMIT + 3):
        settings = settings.with_recent(f"{number}.txt")
    settings = settings.with_recent("5.txt")
    assert settings.recent[0] == "5.txt"
    assert len(settings.recent) == len(set(settings.recent)) == RECENT_LIMIT
