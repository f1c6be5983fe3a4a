"""Writing a file so that it is there whole or not at all, whatever happens in the middle."""

from __future__ import annotations

import getpass
import os
import platform
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4)
"""Seconds between attempts."""


def real_path(path: Path) -> Path:
    """The file itself, through links; where the system cannot tell, the path as it is named.

    Drivers of shares and of RAM disks fail at it on Windows with errors of their own, Wine at long paths.
    """
    try:
        return Path(os.path.realpath(path))
    except OSError:
        return path.absolute()


def is_there(path: Path) -> bool:
    """Whether there is such a file or folder; of a name that is too long for the system there is none."""
    return os.path.exists(path)  # noqa: PTH110 - Path raises


def replace_file(target: Path, *pieces: bytes) -> None:
    """Put the ``pieces`` in the place of ``target`` in one step; OSError leaves everything as it was."""
    write_whole(target, pieces)


def write_whole(target: Path, pieces: Iterable[bytes]) -> None:
    """As ``replace_file``, with pieces that are made one after another and never all in memory.

    The bytes go to a temporary file in the same folder and are forced to the disk first. A file that is
    marked read-only is not replaced.
    """
    if is_there(target) and not os.access(target, os.W_OK):
        raise PermissionError(None, "the file is read-only")
    temporary = _beside(target)
    try:
        with temporary.open("wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(target, temporary)
        _take_place(temporary, target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def remove_file(target: Path) -> None:
    """Take a file away, so that it stays away through a power cut; OSError where that cannot be done."""
    target.unlink()
    _sync_folder(target.parent)


def write_folder(folder: Path, files: Iterable[tuple[str, Iterable[bytes]]]) -> None:
    """Write a folder whole or not at all: its files by their names, with forward slashes, and their pieces.

    OSError leaves everything as it was; one that holds something is left alone, ``FileExistsError``.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(None, "it is there already: choose an empty folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".danqian-", dir=folder.parent) as place:
        whole = Path(place, "whole")
        whole.mkdir()
        for name, pieces in files:
            target = whole / name
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, pieces)
        if folder.exists():
            folder.rmdir()
        whole.rename(folder)


def _take_place(temporary: Path, target: Path) -> None:
    """On Windows a virus scanner or an indexer may have a file open for a moment: wait for it."""
    for pause in _PAUSES if sys.platform == "win32" else ():
        with suppress(PermissionError):
            temporary.replace(target)
            return
        time.sleep(pause)
    temporary.replace(target)


def _beside(target: Path) -> Path:
    """A short name; one user's writes on one machine share it, so that a killed one's is reused."""
    owner = os.fsencode(f"{platform.node()}\0{_user()}\0{target.name}")
    return target.with_name(f".danqian-{sha256(owner).hexdigest()[:16]}.part")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name
        return ""


def _keep_mode(target: Path, temporary: Path) -> None:
    with suppress(OSError):
        temporary.chmod(target.stat().st_mode)


def _sync_folder(folder: Path) -> None:
    """Makes the replacement last through a power cut; Windows has no such call and needs none."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
