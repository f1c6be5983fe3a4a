"""Finds libraries that a program or library of the installer needs and neither the installer nor Windows has.

Wine has some of them itself and would hide that they are missing on a real machine. What was found is kept
in ``imports.toml``, so that a change of the lists is checked without archives; a build compares it.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pefile  # type: ignore[import-untyped]
from archives import digest
from lock import LOCK
from product import HERE, contents

RECORD = HERE / "imports.toml"
_BINARY = (".dll", ".exe", ".pyd")
_API_SETS = ("api-ms-win-", "ext-ms-")
_HEAD = """\
# What each program and library of the installer makes Windows load; written by `build.py --record`.
"""

Imports = Mapping[str, Sequence[str]]
"""The libraries that each file needs, by its path in the installation."""


def missing(imports: Imports) -> list[str]:
    """``library, needed by file`` for each that is neither among the files nor a part of Windows."""
    there = {Path(name).name.lower() for name in imports} | set(contents()["windows"]["libraries"])
    return [
        f"{needed}, needed by {name}"
        for name, libraries in imports.items()
        for needed in libraries
        if needed not in there
    ]


def imports_in(stage: Path) -> dict[str, list[str]]:
    """What each program and library in a folder needs, less the names that Windows itself resolves."""
    files = [path for path in sorted(stage.rglob("*")) if path.suffix.lower() in _BINARY]
    return {
        path.relative_to(stage).as_posix(): sorted(
            needed for needed in imports_of(path) if not needed.startswith(_API_SETS)
        )
        for path in files
    }


def imports_of(path: Path) -> Iterator[str]:
    """The libraries that Windows loads with a file, in lower case; not those that it loads later on."""
    image = pefile.PE(str(path), fast_load=True)
    try:
        image.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"]])
        for entry in getattr(image, "DIRECTORY_ENTRY_IMPORT", ()):
            yield entry.dll.decode("ascii").lower()
    finally:
        image.close()


def recorded() -> tuple[str, dict[str, list[str]]]:
    """The digest of the pins that the record was made with, and what it holds."""
    record = tomllib.loads(RECORD.read_text("utf-8"))
    return record["pins"], record["imports"]


def write_record(imports: Imports) -> None:
    """Write the record anew, for the pins as they are."""
    # Lists of plain names are written alike in JSON and TOML.
    rows = [f"{json.dumps(name)} = {json.dumps(found)}" for name, found in imports.items()]
    head = f'{_HEAD}pins = "{digest(LOCK)}"\n\n[imports]\n'
    RECORD.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
