"""The dictionary is kept in the user's own cache folder; what is broken there is made anew."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
from core.language.segmentation import is_word, words_of
print(words_of("开展招商引资"), is_word("后来据上"))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the cache folder is not told by the environment")
def test_the_dictionary_is_kept_and_made_anew_where_it_is_broken(tmp_path: Path) -> None:
    def words() -> str:
        environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path), "PYTHONUTF8": "1"}
        command = [sys.executable, "-c", PROGRAM]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    built = words()
    [kept] = (tmp_path / "danqian").iterdir()
    data = kept.read_bytes()
    assert built == "['开展', '招商引资'] False\n"
    for broken in (data, data[: len(data) // 2], b"", b"\x00words"):
        kept.write_bytes(broken)
        assert words() == built
        assert kept.read_bytes() == data
