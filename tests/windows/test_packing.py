"""What is plain Python goes into one archive, and runs from there; what has libraries or data stays."""

import subprocess
import sys
import zipfile
from compileall import compile_dir
from pathlib import Path

import pytest
from packing import pack_modules

FILES = {
    "plain/__init__.py": "from plain.deep import WORD",
    "plain/deep/__init__.py": "WORD = '丹'",
    "single.py": "",
    "mixed/__init__.py": "",
    "mixed/words.txt": "丹",
    "data/words.txt": "丹",
}


@pytest.fixture
def staged(tmp_path):
    folder = tmp_path / "site"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    compile_dir(folder, quiet=1, legacy=True)
    for source in folder.rglob("*.py"):
        source.unlink()
    return folder


def names_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_plain_packages_go_into_the_archive_and_others_stay(staged, tmp_path):
    archive = tmp_path / "all.zip"
    pack_modules([staged], archive)
    with zipfile.ZipFile(archive) as packed:
        assert packed.namelist() == ["plain/__init__.pyc", "plain/deep/__init__.pyc", "single.pyc"]
        assert {member.compress_type for member in packed.infolist()} == {zipfile.ZIP_STORED}
    assert names_in(staged) == {"mixed/__init__.pyc", "mixed/words.txt", "data/words.txt"}
    printed = subprocess.check_output(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(archive)!r}); import plain as p\n"
         "print(ascii(p.WORD), p.__file__)"], text=True
    )  # fmt: skip
    assert printed.split() == [ascii("丹"), str(archive / "plain" / "__init__.pyc")]


def test_the_same_modules_give_the_same_bytes(staged, tmp_path):
    files = {name: (staged / name).read_bytes() for name in names_in(staged)}
    pack_modules([staged], tmp_path / "first.zip")
    for name, data in reversed(files.items()):
        path = staged / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    pack_modules([staged], tmp_path / "second.zip")
    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()
