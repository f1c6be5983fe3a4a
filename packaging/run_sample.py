"""Opens the window on a copy of the sample; without a display it does the same job headless and says so.

The copy stands in ``run/``, so that the sidecar does not end up among the resources.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "run"


def has_display() -> bool:
    """Whether a window can be shown here."""
    return sys.platform in ("win32", "darwin") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def main() -> int:
    """Open or self-test; the exit status of the window."""
    FOLDER.mkdir(exist_ok=True)
    article = FOLDER / "chongqing.txt"
    if not article.exists():
        article.write_bytes((ROOT / "resources" / "samples" / "chongqing.txt").read_bytes())
    if has_display():
        return subprocess.call([sys.executable, "-m", "gui.app", str(article)])
    outcome = FOLDER / "self-test.json"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    print("No display: opening the sample in a window that no screen shows.")
    status = subprocess.call(
        [sys.executable, "-m", "gui.app", "--self-test", str(outcome), str(article)], env=environment
    )
    if status == 0:
        report = json.loads(outcome.read_text(encoding="utf-8"))
        print(f"Marks: {report['annotations']}")
        print(f"Sidecar: {report['saved_to']}")
        print(f"Picture of the window: {report['screenshot']}")
    return status


if __name__ == "__main__":
    sys.exit(main())
