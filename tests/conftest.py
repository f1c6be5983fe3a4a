"""What every test shares: no screen, no user's folders."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

# Set before any Qt import; an inherited empty value would abort Qt.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
_HOME = tempfile.TemporaryDirectory(prefix="danqian-tests-")
for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[variable] = str(Path(_HOME.name) / variable.lower())

SAMPLE = Path(__file__).parent.parent / "resources" / "samples" / "chongqing.txt"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample article that a test may annotate."""
    copy = tmp_path / "chongqing.txt"
    copy.write_bytes(SAMPLE.read_bytes())
    return copy
