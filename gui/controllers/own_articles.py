"""The user's own folder of articles: where the sample and what was pasted are kept, each with its sidecar."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from platformdirs import user_documents_path


def own_folder() -> Path:
    """``Danqian`` among the user's documents; made where it is missing."""
    folder = user_documents_path() / "Danqian"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def own_copy(name: str, data: bytes, folder: Path | None = None) -> Path:
    """A file that holds ``data`` under ``name`` or, where that is another text, under a numbered name."""
    folder = folder or own_folder()
    stem, suffix = Path(name).stem, Path(name).suffix
    names = (f"{stem}{suffix}" if number == 1 else f"{stem} {number}{suffix}" for number in count(1))
    for path in map(folder.joinpath, names):
        if not path.exists():
            path.write_bytes(data)
            return path
        if path.read_bytes() == data:
            return path
    raise AssertionError("count never ends")
