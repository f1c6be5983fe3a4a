"""Every library that Windows has to load is shipped or a part of Windows; checked without archives."""

from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

import pytest
from archives import digest
from imports import imports_in, missing, recorded
from lock import LOCK
from product import BUILD, contents

PINS, IMPORTS = recorded()
SITE = "runtime/site-packages/"
ADVICE = "run packaging/windows/build.py --record"


def test_the_record_is_of_the_pins():
    assert digest(LOCK) == PINS, ADVICE


def test_every_library_that_is_imported_is_there():
    assert missing(IMPORTS) == []


@pytest.mark.parametrize(
    "name",
    [
        "runtime/python313.dll",
        "runtime/vcruntime140_1.dll",
        f"{SITE}PySide6/Qt6Gui.dll",
        f"{SITE}PySide6/Qt6Svg.dll",
        f"{SITE}PySide6/msvcp140_2.dll",
        f"{SITE}shiboken6/shiboken6.abi3.dll",
    ],
)
def test_one_that_is_left_out_is_seen(name):
    left = {path: found for path, found in IMPORTS.items() if path != name}
    library = PurePosixPath(name).name.lower()
    assert missing(left)
    assert {row.partition(",")[0] for row in missing(left)} == {library}


def test_the_record_holds_of_qt_what_the_contents_name():
    rules = contents()["qt"]
    named = {f"plugins/{plugin}" for plugin in rules["plugins"]} | set(rules["libraries"])
    named |= {f"Qt6{module}.dll" for module in rules["modules"]}
    named |= {f"Qt{module}.pyd" for module in rules["modules"]}
    folder = f"{SITE}PySide6/"
    assert {name.removeprefix(folder) for name in IMPORTS if name.startswith(folder)} == named, ADVICE


def test_the_record_holds_nothing_that_the_contents_leave_out():
    rules = contents()
    in_wheels = [name.removeprefix(SITE) for name in IMPORTS if name.startswith(SITE)]
    dropped = [name for name in in_wheels for pattern in rules["wheels"]["drop"] if fnmatch(name, pattern)]
    beside = {PurePosixPath(name).name for name in IMPORTS if PurePosixPath(name).parent.name == "runtime"}
    again = set(rules["qt"]["beside_python"])
    assert (dropped, (beside - again) & set(rules["python"]["drop"])) == ([], set()), ADVICE


@pytest.mark.skipif(not (BUILD / "stage" / "runtime").exists(), reason="no installer was built here")
def test_what_was_built_here_is_what_the_record_says():
    assert imports_in(BUILD / "stage") == IMPORTS, ADVICE


def test_imports_are_read_from_the_files(tmp_path):
    program = next(iter(sorted((BUILD / "stage").glob("*.exe"))), None)
    if program is None:
        pytest.skip("no installer was built here")
    copied = Path(tmp_path / program.name)
    copied.write_bytes(program.read_bytes().replace(b"SHELL32.dll", b"MISSING.dll"))
    assert missing(imports_in(tmp_path)) == [f"missing.dll, needed by {program.name}"]
