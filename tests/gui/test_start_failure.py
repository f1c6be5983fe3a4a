"""A start that fails says so in one sentence, in the language of the window, and ends with a status."""

import json
import os
import subprocess
import sys

import pytest

PROGRAM = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
import gui.app, gui.furnishing, gui.main_window

def look():
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        print(json.dumps([box.text(), box.informativeText()]), flush=True)
        box.accept()

def make_watched():
    app = make()
    clock = QTimer(app)
    clock.timeout.connect(look)
    clock.start(20)
    return app

def fail(*arguments):
    raise OSError("no such icon")

make, gui.app.make_application = gui.app.make_application, make_watched
if sys.argv[1] == "furnishing":
    gui.furnishing.furnish = fail
elif sys.argv[1] == "showing":
    gui.main_window.MainWindow.restore_place = fail
sys.exit(gui.app.main([]))
"""


@pytest.mark.parametrize("when", ["furnishing", "showing"])
@pytest.mark.parametrize(("language", "words"), [("en_US.UTF-8", "can't start"), ("zh_CN.UTF-8", "无法启动")])
def test_it_is_told_in_a_sentence_and_ends(tmp_path, when, language, words):
    own = dict.fromkeys(("XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "HOME"), str(tmp_path))
    environment = os.environ | own | {"LANG": language, "LC_ALL": language, "LANGUAGE": ""}
    command = [sys.executable, "-c", PROGRAM, when]
    done = subprocess.run(command, env=environment, capture_output=True, timeout=60, check=False)
    sentence, more = json.loads(done.stdout)
    assert (done.returncode, words in sentence, "OSError: no such icon" in more) == (1, True, True)
    assert b"no such icon" in done.stderr
