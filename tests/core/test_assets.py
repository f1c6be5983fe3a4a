"""Where the data files are looked for."""

import subprocess
import sys
import zipfile
from pathlib import Path

import core
from core.assets import RESOURCES, load_lines, model_version, path_of

PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from core.assets import RESOURCES
print(ascii(str(RESOURCES)))
"""


def test_they_stand_beside_the_package():
    assert Path(core.__file__).parent.parent / "resources" == RESOURCES
    assert path_of("samples/chongqing.txt").is_file()


def test_they_stand_beside_an_archive_that_the_package_is_in(tmp_path):
    archive = tmp_path / "安 装" / "danqian.zip"
    archive.parent.mkdir()
    package = Path(core.__file__).parent
    with zipfile.ZipFile(archive, "w") as packed:
        for name in ("__init__.py", "assets.py"):
            packed.write(package / name, f"core/{name}")
    printed = subprocess.check_output([sys.executable, "-I", "-c", PROGRAM, str(archive)], text=True)
    assert printed.strip() == ascii(str(archive.with_name("resources")))


def test_a_list_of_words_has_neither_comments_nor_empty_lines():
    words = load_lines("lexicons/recent_words.txt")
    assert words
    assert not any(word == "" or word.startswith("#") for word in words)


def test_a_model_s_version_is_short_and_the_same_each_time():
    [name, *_] = [path.stem for path in path_of("models").glob("*.npz")]
    assert len(model_version(name)) == 12
    assert model_version(name) == model_version(name)
