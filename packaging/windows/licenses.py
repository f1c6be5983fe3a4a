"""Collects the licence texts of everything that is shipped; a part without one stops the build."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path

from contained import COMMON, NOTICES, contained_notice
from product import contents
from staging import Member, put, wheel_members

_IS_TEXT = re.compile(r"(?i)\b(licen[cs]es?|copying|notice|authors)\b[^/]*$|/licenses/.*[^/]$")


@dataclass(frozen=True, slots=True)
class Part:
    """A distribution: its name, version, what it says of its licence, and the texts that came with it."""

    name: str
    version: str
    license: str
    texts: tuple[Member, ...]


def write_licenses(wheels: Iterable[Path], python: bytes, folder: Path) -> None:
    """Write a file for each part into ``folder``, ``python`` for Python itself, and a list of them all."""
    rules = contents()
    parts = sorted(map(part_of, wheels), key=lambda part: part.name)
    for part in parts:
        if part.name not in ("pyside6-essentials", "shiboken6"):
            texts = part.texts or tuple(_texts_of_ours(part.name, rules["licenses"]["common"]))
            if not texts:
                raise ValueError(f"{part.name} comes without the text of its licence")
            put(folder / f"{part.name}.txt", _joined(texts))
    qt = next(part for part in parts if part.name == "pyside6-essentials")
    notice = (NOTICES / "Qt.txt").read_text("utf-8").replace("@VERSION@", qt.version)
    put(folder / "Qt.txt", notice.replace("@SERIES@", qt.version.rpartition(".")[0]).encode())
    put(folder / "Contained.txt", contained_notice())
    put(folder / "Python.txt", python)
    put(folder / "Microsoft.txt", (NOTICES / "Microsoft.txt").read_bytes())
    for name in ("LGPL-3", "GPL-3"):
        put(folder / f"{name}.0.txt", (COMMON / name).read_bytes())
    put(folder / "README.txt", _listed(parts, rules["python"]["version"]))


def part_of(wheel: Path) -> Part:
    """What a wheel says of itself."""
    members = [member for member in wheel_members(wheel) if ".dist-info/" in member[0]]
    metadata = message_from_bytes(next(data for name, data in members if name.endswith("/METADATA")))
    told = metadata["License-Expression"] or metadata["License"] or ""
    if not told or len(told) > 120:
        classified = [c for c in metadata.get_all("Classifier", []) if c.startswith("License ::")]
        told = classified[0].rpartition(" :: ")[2] if classified else "see the text"
    texts = tuple((name.partition(".dist-info/")[2], data) for name, data in members if is_license_text(name))
    return Part(_name(metadata["Name"]), metadata["Version"], " ".join(told.split()), texts)


def is_license_text(name: str) -> bool:
    """Whether a file of a distribution's metadata is the text of a licence that it may be shipped under."""
    return _IS_TEXT.search(name) is not None and "Qt-Commercial" not in name


def _texts_of_ours(name: str, common: Mapping[str, str]) -> Iterator[Member]:
    """The texts for a part whose archive has none: Debian's, or one beside our notices."""
    if name in common:
        yield common[name], (COMMON / common[name]).read_bytes()
    elif (NOTICES / f"{name}.txt").exists():
        yield "LICENSE", (NOTICES / f"{name}.txt").read_bytes()


def _joined(texts: Iterable[Member]) -> bytes:
    """Several texts in one file, each below its name."""
    parts = [f"==== {name} ====\n\n".encode() + data.rstrip() for name, data in sorted(texts)]
    return b"\n\n\n".join(parts) + b"\n"


def _listed(parts: Iterable[Part], python: str) -> bytes:
    rows = [(part.name, part.version, part.license) for part in parts]
    rows.append(("Python", python, "PSF-2.0"))
    rows.sort(key=lambda row: row[0].lower())
    lines = [f"{name:<30}{version:<14}{told}" for name, version, told in rows]
    return ((NOTICES / "README.txt").read_text("utf-8") + "\n".join(lines) + "\n").encode()


def _name(told: str) -> str:
    """A distribution's name as comparisons need it."""
    return re.sub(r"[-_.]+", "-", told).lower()
