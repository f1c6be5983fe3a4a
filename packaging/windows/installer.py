"""Writes the lists of files for NSIS and has it make the installer."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path, PurePath

from product import EPOCH, HERE, PUBLISHER, contents, version


def make_installer(stage: Path, pictures: Path, lists: Path, output: Path, *, is_fast: bool) -> None:
    """Pack ``stage`` into ``output``: small, or with ``is_fast`` quickly."""
    write_lists(stage, lists)
    size = sum(path.stat().st_size for path in stage.rglob("*") if path.is_file())
    defined = {
        "VERSION": version(),
        "PUBLISHER": PUBLISHER,
        "OUTPUT": output,
        "PICTURES": pictures,
        "FILES": lists,
        "PYTHON_LIBRARY": contents()["python"]["library"],
        "KILOBYTES": size // 1024,
        **({"FAST": 1} if is_fast else {}),
    }
    command = ["makensis", "-V2", "-INPUTCHARSET", "UTF8", *(f"-D{k}={v}" for k, v in defined.items())]
    # The installer is stamped with this time; no clock, so that the same input gives the same bytes.
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(EPOCH)}
    subprocess.run([*command, str(HERE / "installer" / "installer.nsi")], check=True, env=environment)


def write_lists(stage: Path, lists: Path) -> None:
    """Name every file for installing and for removing: nothing else is ever removed from a machine."""
    lists.mkdir(parents=True, exist_ok=True)
    files = sorted(path.relative_to(stage) for path in stage.rglob("*") if path.is_file())
    folders = {parent for file in files for parent in file.parents if parent != Path()}
    endings = contents()["open_with"]["endings"]
    rows = {
        "install": _installing(stage, files),
        "uninstall": [
            *(f'Delete "$INSTDIR\\{_windows(file)}"' for file in files),
            *(f'RMDir "$INSTDIR\\{_windows(folder)}"' for folder in sorted(folders, reverse=True)),
        ],
        "register_endings": [f'!insertmacro RegisterEnding "{ending}"' for ending in endings],
        "unregister_endings": [f'!insertmacro UnregisterEnding "{ending}"' for ending in endings],
    }
    for name, lines in rows.items():
        (lists / f"{name}.nsh").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _installing(stage: Path, files: Iterable[Path]) -> list[str]:
    lines: list[str] = []
    folder: Path | None = None
    for file in files:
        if file.parent != folder:
            folder = file.parent
            lines.append(f'SetOutPath "{_windows(PurePath("$INSTDIR") / folder)}"')
        lines.append(f'File "{stage / file}"')
    return lines


def _windows(path: PurePath) -> str:
    return str(path).replace("/", "\\")
