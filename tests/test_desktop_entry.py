"""The entry in the menu of Linux starts the program that the wheel brings, under the icon that it brings."""

import tomllib
from configparser import RawConfigParser
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SHARED = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]


def entry() -> dict[str, str]:
    parser = RawConfigParser(interpolation=None)
    parser.optionxform = str
    [source] = [source for source, target in SHARED.items() if target.startswith("share/applications/")]
    parser.read(ROOT / source, encoding="utf-8")
    return dict(parser["Desktop Entry"])


def test_what_the_wheel_shares_is_there():
    assert [source for source in SHARED if not (ROOT / source).is_file()] == []


def test_the_entry_starts_the_window_with_files():
    program, files = entry()["Exec"].split()
    assert program in PROJECT["project"]["gui-scripts"]
    assert files == "%F"


def test_its_icon_is_in_the_wheel():
    assert f"share/icons/hicolor/scalable/apps/{entry()['Icon']}.svg" in SHARED.values()


def test_it_speaks_the_languages_of_the_program():
    for key in ("Name", "GenericName", "Comment"):
        assert entry()[key].isascii()
        assert not entry()[f"{key}[zh_CN]"].isascii()
        assert not entry()[f"{key}[zh_TW]"].isascii()
