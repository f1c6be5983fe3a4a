"""What the Windows installer holds agrees with what the program needs; nothing here needs Windows or Wine."""

import ast
import re
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import PackageNotFoundError, distribution

import pytest
from launchers import LAUNCHERS
from lock import LOCK, pinned
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from product import HERE, ROOT, contents, version

import core
from core.files.source import KINDS

WINDOWS = {
    "python_version": "3.13",
    "python_full_version": "3.13.2",
    "sys_platform": "win32",
    "platform_system": "Windows",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
    "extra": "",
}
PYTHON = contents()["python"]["package"].partition("==")[0]


def project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def needed(requirements: list[str]) -> Iterator[Requirement]:
    for requirement in map(Requirement, requirements):
        if requirement.marker is None or requirement.marker.evaluate(WINDOWS):
            yield requirement


@pytest.mark.parametrize("requirement", list(needed(project()["dependencies"])), ids=str)
def test_every_dependency_is_pinned_at_a_version_that_fits(requirement):
    version_taken = pinned().get(canonicalize_name(requirement.name))
    assert version_taken, "run packaging/windows/lock.py"
    assert requirement.specifier.contains(version_taken), "run packaging/windows/lock.py"


def test_every_pin_is_needed():
    found, waiting = {PYTHON}, list(needed(project()["dependencies"]))
    while waiting:
        name = canonicalize_name(waiting.pop().name)
        if name not in found:
            found.add(name)
            try:
                waiting += needed(distribution(name).requires or [])
            except PackageNotFoundError:  # needed on Windows alone
                continue
    assert set(pinned()) <= found, "run packaging/windows/lock.py"


def test_each_line_of_the_pins_has_one_digest():
    lines = [line for line in LOCK.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) == len(pinned())


def test_the_python_is_pinned_as_the_contents_say():
    name, _, told = contents()["python"]["package"].partition("==")
    assert pinned()[name] == told


def test_the_modules_of_qt_are_those_that_the_window_imports():
    imported = {
        node.module.removeprefix("PySide6.Qt")
        for path in (ROOT / "gui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("PySide6.Qt")
    }
    assert sorted(contents()["qt"]["modules"]) == sorted(imported)


def test_nothing_of_ours_is_left_out():
    patterns = contents()["wheels"]["drop"]
    ours = [
        path.relative_to(ROOT).as_posix()
        for folder in ("core", "gui", "resources")
        for path in (ROOT / folder).rglob("*")
    ]
    assert len(ours) > 300
    assert [name for name in ours for pattern in patterns if fnmatch(name, pattern)] == []


def test_open_with_is_offered_for_what_can_be_opened():
    endings = contents()["open_with"]["endings"]
    assert {".txt", ".html", ".docx", ".json"} <= set(endings) <= {".txt", ".json", *KINDS}
    assert endings == sorted(set(endings))


def test_the_launchers_are_the_scripts_of_the_wheel():
    scripts = {name: entry.partition(":")[0] for name, entry in project()["scripts"].items()}
    scripts |= {name: entry.partition(":")[0] for name, entry in project()["gui-scripts"].items()}
    assert {launcher.program for launcher in LAUNCHERS} == set(scripts)
    for launcher in LAUNCHERS:
        module = ROOT / launcher.module.replace(".", "/")
        entry = module / "__main__.py" if module.is_dir() else module.with_suffix(".py")
        assert "__main__" in entry.read_text("utf-8")
        assert scripts[launcher.program].partition(".")[0] == launcher.module.partition(".")[0]


def test_the_version_is_the_product_s():
    assert version() == core.__version__


def test_the_words_of_the_installer_are_complete():
    sources = {path.name: path.read_text("utf-8") for path in (HERE / "installer").iterdir()}
    defined = re.findall(r"^!insertmacro Words (\w+)", sources["words.nsh"], re.M)
    used = {name for text in sources.values() for name in re.findall(r"\$\((\w+)\)", text)}
    assert sorted(defined) == sorted(used)


def test_the_parts_of_the_installer_are_there():
    main = (HERE / "installer" / "installer.nsi").read_text("utf-8")
    own = re.findall(r'^!include "([^"$]+)"', main, re.M)
    assert own
    assert [name for name in own if not (HERE / "installer" / name).exists()] == []


def test_our_own_packages_hold_nothing_but_modules():
    """Else they would not go into the archive, and a start would be slow again."""
    others = [
        path
        for folder in ("core", "gui")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix not in (".py", ".pyc")
    ]
    assert others == []
