"""Compiles what is staged with the very Python that is shipped, under Wine.

Debian 12 has no Python 3.13, and the bytecode of another one is of no use. Sources are not shipped: Python
would compile them anew at each start, as the program's folder cannot be written, which costs a second.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from product import BUILD
from staging import put, python_members
from wine import Wine

_COMPILE = """
import compileall, py_compile, sys
stage, *folders = sys.argv[1:]
never = py_compile.PycInvalidationMode.UNCHECKED_HASH
how = dict(quiet=1, legacy=True, stripdir=stage, invalidation_mode=never)
sys.exit(not all([compileall.compile_dir(folder, **how) for folder in folders]))
"""


def compile_folders(archive: Path, stage: Path, folders: Iterable[Path]) -> None:
    """Put compiled modules in the place of the sources in ``folders``.

    They are never checked against a source, hold no path of this machine and no time.
    """
    wine = Wine(BUILD / "wine")
    wine.begin()
    python = BUILD / "python"
    for name, data in python_members(archive):
        put(python / name, data)
    there = [wine.windows_path(folder) for folder in folders]
    words = ["-B", "-c", _COMPILE, wine.windows_path(stage), *there]
    done = wine.run(wine.windows_path(python / "python.exe"), *words, timeout=900)
    wine.end()
    if done.returncode:
        raise ValueError((done.stdout + done.stderr).decode(errors="replace"))
    for folder in folders:
        for source in folder.rglob("*.py"):
            if not source.with_suffix(".pyc").exists():
                raise ValueError(f"{source} was not compiled")
            source.unlink()
