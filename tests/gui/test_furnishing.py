"""Furnishing the window loads nothing that only an article needs: the window is there before."""

from __future__ import annotations

import json
import subprocess
import sys

HEAVY = (
    "core.pipeline",
    "core.recognition",
    "core.checks",
    "core.restoration",
    "jieba",
    "numpy",
    "docx",
    "lxml",
)
PROGRAM = """
import json, sys, gui.furnishing
print(json.dumps([name for name in json.loads(sys.argv[1]) if name in sys.modules]))
"""


def test_an_empty_window_loads_no_recognition_and_no_checks() -> None:
    command = [sys.executable, "-c", PROGRAM, json.dumps(HEAVY)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
