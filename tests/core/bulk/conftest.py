"""What acts on many files are tried with."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.bulk import Change


@pytest.fixture
def acts(tmp_path: Path) -> Path:
    """Where the journals are kept."""
    made = tmp_path / "acts"
    made.mkdir()
    return made


@pytest.fixture
def changes(tmp_path: Path) -> list[Change]:
    """Twelve changes: files that are replaced, one that is made, one that goes."""
    folder = tmp_path / "files"
    folder.mkdir()
    made = [Change(folder / f"{n}.json", f"old {n}".encode(), f"new {n}".encode()) for n in range(10)]
    for change in made:
        change.path.write_bytes(change.before or b"")
    gone = folder / "gone.json"
    gone.write_bytes(b"old")
    return [*made, Change(folder / "made.json", None, b"new"), Change(gone, b"old", None)]
