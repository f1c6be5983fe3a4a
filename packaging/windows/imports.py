"""Finds libraries that a program or library of the installer needs and neither the installer nor Windows has.

Wine has some of them itself and would hide that they are missing on a real machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pefile  # type: ignore[import-untyped]
from product import contents

_BINARY = (".dll", ".exe", ".pyd")
_API_SETS = ("api-ms-win-", "ext-ms-")


def missing_imports(stage: Path) -> list[str]:
    """``library, needed by file`` for each that is missing in ``stage``."""
    files = [path for path in sorted(stage.rglob("*")) if path.suffix.lower() in _BINARY]
    there = {path.name.lower() for path in files} | set(contents()["windows"]["libraries"])
    return [
        f"{needed}, needed by {path.relative_to(stage)}"
        for path in files
        for needed in imports_of(path)
        if needed not in there and not needed.startswith(_API_SETS)
    ]


def imports_of(path: Path) -> Iterator[str]:
    """The libraries that Windows loads with a file, in lower case; not those that it loads later on."""
    image = pefile.PE(str(path), fast_load=True)
    try:
        image.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"]])
        for entry in getattr(image, "DIRECTORY_ENTRY_IMPORT", ()):
            yield entry.dll.decode("ascii").lower()
    finally:
        image.close()
