"""Fetches the pinned archives, and makes wheels of those that are published as sources alone."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
TARGET = ("--platform", "win_amd64", "--python-version", "3.13", "--implementation", "cp")


def fetch_pinned(requirements: Path, folder: Path) -> list[Path]:
    """The archives that ``requirements`` pins, from ``folder`` or from the package index."""
    pinned = set(re.findall(r"--hash=sha256:([0-9a-f]{64})", requirements.read_text("utf-8")))
    if pinned - {digest(archive) for archive in _archives(folder)}:
        fetch(requirements, folder, "--require-hashes")
    found = [archive for archive in _archives(folder) if digest(archive) in pinned]
    if len(found) != len(pinned):
        raise ValueError(f"{len(pinned)} archives are pinned and {len(found)} are there")
    return found


def fetch(requirements: Path, folder: Path, *options: str) -> list[Path]:
    """The archives of ``requirements`` for Windows, nothing but the listed packages.

    Sources are unpacked for their metadata without a build environment, so nothing unpinned comes in.
    """
    folder.mkdir(parents=True, exist_ok=True)
    command = [*PIP, "download", "--no-deps", "--no-build-isolation", *TARGET, *options]
    subprocess.run([*command, "--dest", str(folder), "--requirement", str(requirements)], check=True)
    return _archives(folder)


def wheel_of(source: Path, folder: Path) -> Path:
    """The wheel that ``source``, a folder or a source archive in plain Python, gives."""
    folder.mkdir(parents=True, exist_ok=True)
    before = set(folder.glob("*.whl"))
    command = [*PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(source)]
    subprocess.run(command, check=True)
    made = sorted(set(folder.glob("*.whl")) - before)
    if len(made) != 1:
        raise ValueError(f"{source.name} gave {len(made)} wheels")
    return made[0]


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _archives(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if path.suffix in (".whl", ".gz"))
