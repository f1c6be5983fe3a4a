"""Saving a scheme: its file, and every sidecar below in which something has another name now, as one act."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from core.adjudication import follow_renaming
from core.bulk.journal import Change
from core.bulk.planning import Plan
from core.document import SchemeRecord
from core.edits import Author, follow_scheme
from core.errors import FileUnreadable, SidecarBroken, SidecarTooNew, UserError
from core.files.safe_files import real_path
from core.schemes import SCHEME_FILE, scheme_from
from core.schemes.change import SchemeChange
from core.sidecar import encode, is_sidecar
from core.sidecar.fields import Malformed
from core.sidecar.opening import read_sidecar
from core.sidecar.parsing import parse


def scheme_changes(
    file: Path, toml: str, change: SchemeChange, by: Author, told: Plan, *, guidelines: str = ""
) -> Iterator[Change]:
    """The changes of saving ``toml`` as the scheme of a folder; ``SchemeBroken`` where it is not valid.

    Sidecars of every annotator follow. Folders below that have a scheme of their own are left alone. A
    sidecar that cannot be read, or that a newer version wrote, is left and told. ``guidelines`` are written
    to the file that the scheme names, unless there is one.
    """
    data = toml.encode("utf-8")
    scheme = scheme_from(data, file)
    try:
        before = file.read_bytes() if file.exists() else None
    except OSError as error:
        raise FileUnreadable(file, error.strerror or str(error)) from error
    if before != data:
        yield Change(file, before, data)
    beside = file.with_name(scheme.guidelines or file.name)
    if guidelines and not beside.exists():
        yield Change(beside, None, guidelines.encode("utf-8"))
    for sidecar in _sidecars_below(file.parent) if change else ():
        try:
            found = _of_sidecar(sidecar, change, scheme.record, by)
        except UserError as error:
            told.problems.append(error)
            continue
        if found:
            told.places += 1
            yield found


def _of_sidecar(sidecar: Path, change: SchemeChange, record: SchemeRecord, by: Author) -> Change | None:
    target = real_path(sidecar)
    data = read_sidecar(target)
    try:
        parsed = parse(data)
    except Malformed as error:
        raise SidecarBroken(sidecar, str(error)) from error
    if parsed.is_newer:
        raise SidecarTooNew(sidecar)
    followed = follow_scheme(parsed.document, change, record, by)
    if followed is parsed.document:
        return None
    return Change(target, data, encode(follow_renaming(parsed.document, followed, change)))


def _sidecars_below(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and not Path(place, name, SCHEME_FILE).is_file()
        )
        yield from (Path(place, name) for name in sorted(files) if is_sidecar(Path(name)))
