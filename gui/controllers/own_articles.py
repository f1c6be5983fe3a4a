"""The user's own folder of articles: where the sample and what was pasted are kept, each with its sidecar."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from platformdirs import user_documents_path

from core.errors import ExportFailed


def own_folder() -> Path:
    """``Danqian`` among the user's documents."""
    return user_documents_path() / "Danqian"


def own_copy(name: str, data: bytes, folder: Path | None = None) -> Path:
    """A file that holds ``data`` under ``name`` or, where that is another text, under a numbered name.

    Raises ``ExportFailed`` where it can't be written.
    """
    folder = folder or own_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _copied(folder, name, data)
    except OSError as error:
        raise ExportFailed(folder / name, error.strerror or str(error)) from error


def _copied(folder: Path, name: str, data: bytes) -> Path:
    stem, suffix = Path(name).stem, Path(name).suffix
    names = (f"{stem}{suffix}" if number == 1 else f"{stem} {number}{suffix}" for number in count(1))
    for path in map(folder.joinpath, names):
        if not path.exists():
            path.write_bytes(data)
            return path
        if path.read_bytes() == data:
            return path
    raise AssertionError("count never ends")
