"""A start loads nothing that only an article, a folder or a dialog needs: the window is there before."""

import json
import subprocess
import sys

import pytest

FOR_AN_ARTICLE = (
    "core.checks",
    "core.pipeline",
    "core.reading",
    "core.recognition",
    "core.restoration",
    "docx",
    "jieba",
    "lunar_python",
    "lxml",
    "numpy",
    "opencc",
    "pint",
    "pypinyin",
    "regex",
)
FOR_A_FOLDER = (
    "concurrent.futures",
    "core.adjudication",
    "core.agreement",
    "core.batch",
    "core.bulk",
    "core.neighborhood",
    "core.settling",
    "core.statistics",
    "multiprocessing",
)
FOR_AN_ACT = (
    "core.text.comparison",
    "core.exchange",
    "core.manuscript",
    "core.report",
    "gui.dialogs.command_palette",
    "gui.dialogs.scheme_editor",
    "gui.pages.agreement_page",
    "gui.pages.figures_page",
    "gui.pages.settled_page",
    "gui.printing",
)
FOR_WHAT_IS_IN_IT = ("core.document", "gui.furnishing", "hashlib", "json", "sqlite3")
EMPTY = """
import sys
from PySide6.QtCore import QSettings
from gui.app import make_application, show_window

app = make_application()
assert app.style().name() == "fusion" and app.arguments() == ["danqian"]
window = show_window(QSettings(sys.argv[1], QSettings.Format.IniFormat), print)
window.repaint()
print(*sys.modules)
"""
PROGRAM = """
import json, sys
from PySide6.QtCore import QSettings
from gui.app import make_application, show_window

def end(workplace):
    assert workplace.parts.pages.currentWidget() is workplace.parts.start_page
    print(json.dumps(sorted(sys.modules)))
    app.quit()

app = make_application()
window = show_window(QSettings(sys.argv[1], QSettings.Format.IniFormat), end)
sys.exit(app.exec())
"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """The modules that are loaded once the window is up, empty."""
    settings = str(tmp_path_factory.mktemp("start") / "settings.ini")
    command = [sys.executable, "-c", EMPTY, settings]
    return set(
        subprocess.run(command, capture_output=True, text=True, check=True, timeout=100).stdout.split()
    )


@pytest.mark.parametrize("module", FOR_WHAT_IS_IN_IT)
def test_an_empty_window_does_not_load(shown, module):
    assert "gui.main_window" in shown
    assert module not in shown


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """The modules that are loaded once the window is furnished."""
    settings = str(tmp_path_factory.mktemp("start") / "settings.ini")
    command = [sys.executable, "-c", PROGRAM, settings]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=100)
    return set(json.loads(done.stdout))


def test_the_window_is_furnished(loaded):
    assert {"gui.furnishing", "gui.article.view", "gui.controllers.saving"} <= loaded


@pytest.mark.parametrize("module", [*FOR_AN_ARTICLE, *FOR_A_FOLDER, *FOR_AN_ACT])
def test_a_start_does_not_load(loaded, module):
    assert module not in loaded
