"""Saving a sidecar: all of it or nothing, and never over somebody else's work.

The bytes go to a temporary file in the same folder, are forced to the disk and take the sidecar's place in
one step. Before that the sidecar is compared with what was loaded.
"""

from __future__ import annotations

import getpass
import os
import platform
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from core.document import Document
from core.errors import SaveFailed, SidecarChanged
from core.sidecar.encoding import encode
from core.sidecar.locking import locked


def save(document: Document, sidecar: Path, *, expected: str | None) -> str:
    """Write the sidecar of a document and give its digest.

    ``expected`` is the digest of the sidecar that was loaded or last saved, None where there was none:
    ``SidecarChanged`` where somebody else has written it meanwhile. ``SaveFailed`` leaves everything as
    it was.
    """
    data = encode(document)
    try:
        target = sidecar.resolve()  # through a link to the file itself
        with locked(target):
            if _digest(target) != expected:
                raise SidecarChanged(sidecar)
            _replace(target, data)
    except OSError as error:
        raise SaveFailed(sidecar, error.strerror or str(error)) from error
    return sha256(data).hexdigest()


def digest_of(sidecar: Path) -> str | None:
    """The digest of a sidecar as it is now, None where there is none."""
    try:
        return _digest(sidecar)
    except OSError as error:
        raise SaveFailed(sidecar, error.strerror or str(error)) from error


def _digest(path: Path) -> str | None:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None


def _replace(target: Path, data: bytes) -> None:
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(None, "the file is read-only")
    temporary = _temporary(target)
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(target, temporary)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _temporary(target: Path) -> Path:
    """Beside the target and short; one user's saves on one machine share it, so a killed one's is reused."""
    owner = f"{platform.node()}\0{_user()}\0{target.name}"
    return target.with_name(
        f".danqian-{sha256(owner.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}.part"
    )


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
