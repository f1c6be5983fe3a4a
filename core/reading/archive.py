"""The archives that documents come as: a member is read where it is asked for, and never without end."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from core.errors import NotText

MOST_UNPACKED = 64 << 20
"""Bytes that all members read of an archive may unpack to."""

DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(ValueError, LookupError, RuntimeError, EOFError, OSError, OverflowError),
)
"""What ``zipfile`` lets through when an archive is broken; a member that is not there among them."""


class Archive:
    """The members of a ``kind`` of document (``.docx``), with what may still be unpacked."""

    def __init__(self, archive: zipfile.ZipFile, kind: str) -> None:
        self._archive, self._kind = archive, kind
        self._left = MOST_UNPACKED
        self.names = frozenset(archive.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a member; KeyError where there is none."""
        with self._archive.open(name) as member:
            data = member.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            article, most = "an" if self._kind == ".epub" else "a", MOST_UNPACKED >> 20
            raise NotText(None, f"{article} {self._kind} of which a part unpacks to more than {most} MB")
        return data


@contextmanager
def opened(data: bytes, kind: str) -> Iterator[Archive]:
    """The archive in ``data``; NotText where it is damaged, or one of its members turns out to be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield Archive(archive, kind)
    except DAMAGE as error:
        raise NotText(None, f"a damaged or locked {kind}") from error
