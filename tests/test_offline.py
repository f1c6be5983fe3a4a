"""Nothing that the program loads, of ours or of others, can speak to the network."""

import json
import subprocess
import sys

CLIENTS = (
    "ssl",
    "http.client",
    "urllib.request",
    "urllib3",
    "requests",
    "httpx",
    "ftplib",
    "smtplib",
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
)
PROGRAM = """
import json, sys
import core.batch, core.cli, core.exchange, gui.furnishing, gui.self_test, gui.single_instance
from core.assets import path_of
from core.pipeline import annotate
from core.files.source import read_source
annotate(read_source(path_of("samples/chongqing.txt")))
print(json.dumps([name for name in json.loads(sys.argv[1]) if name in sys.modules]))
"""


def test_no_network_client_is_ever_loaded() -> None:
    """``socket`` itself is there: multiprocessing has it for its pipes."""
    command = [sys.executable, "-c", PROGRAM, json.dumps(CLIENTS)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
