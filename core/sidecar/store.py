"""Saving a sidecar: all of it or nothing, and never over somebody else's work.

The sidecar is compared with what was loaded, then replaced in one step; meanwhile no other program of this
user writes it.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from core.document import Document
from core.errors import SaveFailed, SidecarChanged
from core.files.safe_files import real_path, replace_file
from core.sidecar.encoding import encode
from core.sidecar.locking import locked

UNREADABLE = "unreadable"
"""Stands for the digest of a sidecar that cannot be read: nothing is ever saved over it."""


def save(document: Document, sidecar: Path, *, expected: str | None) -> str:
    """Write the sidecar of a document and give its digest.

    ``expected`` is the digest of the sidecar that was loaded or last saved, None where there was none:
    ``SidecarChanged`` where somebody else has written it meanwhile. ``SaveFailed`` leaves everything as
    it was.
    """
    data = encode(document)
    try:
        target = real_path(sidecar)  # through a link to the file itself
        with locked(target):
            if _digest(target) != expected:
                raise SidecarChanged(sidecar)
            replace_file(target, data)
    except OSError as error:
        raise SaveFailed(sidecar, error.strerror or str(error)) from error
    return sha256(data).hexdigest()


def digest_of(sidecar: Path) -> str | None:
    """The digest of a sidecar as it is now, None where there is none; one that cannot be read has its own."""
    try:
        return _digest(sidecar)
    except OSError:
        return UNREADABLE


def _digest(path: Path) -> str | None:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None
