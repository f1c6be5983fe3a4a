"""The journal of unsaved work: what survives when the program or the machine does not.

Beside no article, but in the user's own data folder, one file for each sidecar that has unsaved changes: the
document as it would be saved, and the digest of the sidecar that it was made from. Writing replaces the
file in one step, so what is found after a crash is whole.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from platformdirs import user_data_path

from core.document import Document
from core.errors import SaveFailed
from core.files.safe_files import replace_file
from core.sidecar.encoding import encode

SUFFIX = ".journal"


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Work that was not saved: ``data`` is what the sidecar would hold, ``at`` when it was written down.

    ``expected`` is the digest of the sidecar that the work was begun on, None where there was none.
    """

    article: Path
    sidecar: Path
    expected: str | None
    at: str
    data: bytes


def journal_folder() -> Path:
    """Where journals are kept; made where it is missing."""
    folder = user_data_path("danqian", appauthor=False) / "journal"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def record(
    document: Document,
    article: Path,
    sidecar: Path,
    *,
    expected: str | None,
    now: str,
    folder: Path | None = None,
) -> None:
    """Write down the unsaved state of an article; ``SaveFailed`` where that cannot be done."""
    data = encode(document)
    head = {
        "article": str(article.absolute()),
        "sidecar": str(sidecar.absolute()),
        "expected": expected,
        "at": now,
        "sha256": sha256(data).hexdigest(),
    }
    try:
        target = _file_of(sidecar, folder or journal_folder())
        replace_file(target, json.dumps(head).encode("ascii") + b"\n" + data)
    except OSError as error:
        raise SaveFailed(sidecar, error.strerror or str(error)) from error


def discard(sidecar: Path, *, folder: Path | None = None) -> None:
    """Forget the unsaved state of an article: it was saved, or is not wanted."""
    with suppress(OSError):
        _file_of(sidecar, folder or journal_folder()).unlink()


def recover(sidecar: Path, *, folder: Path | None = None) -> Unsaved | None:
    """The unsaved state for a sidecar, None where there is none."""
    try:
        return _read(_file_of(sidecar, folder or journal_folder()))
    except OSError:
        return None


def pending(*, folder: Path | None = None) -> tuple[Unsaved, ...]:
    """All unsaved work that there is, the latest first."""
    try:
        files = list((folder or journal_folder()).glob(f"*{SUFFIX}"))
    except OSError:
        return ()
    found = [unsaved for unsaved in map(_read, files) if unsaved]
    return tuple(sorted(found, key=lambda unsaved: unsaved.at, reverse=True))


def _file_of(sidecar: Path, folder: Path) -> Path:
    name = str(sidecar.absolute()).encode("utf-8", "surrogatepass")
    return folder / f"{sha256(name).hexdigest()[:32]}{SUFFIX}"


def _read(file: Path) -> Unsaved | None:
    """One journal; None where it is not there, or not what was written."""
    try:
        first, _, data = file.read_bytes().partition(b"\n")
        head = json.loads(first)
        if head["sha256"] != sha256(data).hexdigest():
            return None
        article, sidecar = Path(head["article"]), Path(head["sidecar"])
        return Unsaved(article, sidecar, head["expected"], head["at"], data)
    except (OSError, ValueError, KeyError, TypeError):
        return None
