"""Settings: what the window remembers between two starts, with one loader and one saver."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

RECENT_LIMIT = 12


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices. ``theme`` and ``language`` are ``system`` until somebody picks another.

    ``panel_widths`` are pixels by mode; ``geometry`` is Qt's own form of the window's place; ``keys`` are
    those that the user changed, as ``gui.keys`` writes them.
    """

    theme: str = "system"
    language: str = "system"
    annotator: str = ""
    is_blind: bool = False
    body_size: int = 18
    face: str = "hei"
    recent: tuple[str, ...] = ()
    last_folder: str = ""
    is_panel_shown: bool = True
    panel_widths: tuple[tuple[str, int], ...] = ()
    keys: str = ""
    geometry: bytes = b""

    def with_recent(self, path: str) -> Settings:
        """The same with ``path`` as the newest of the recent files."""
        rest = tuple(name for name in self.recent if name != path)
        return replace(self, recent=(path, *rest)[:RECENT_LIMIT])


def load_settings(store: QSettings) -> Settings:
    """What ``store`` holds; a value that makes no sense is left at its default."""
    read = {field.name: store.value(field.name) for field in fields(Settings)}
    return Settings(**{name: made for name, raw in read.items() if (made := _parse(name, raw)) is not None})


def save_settings(store: QSettings, settings: Settings) -> None:
    """Write all of them; Qt flushes to the disk at its own time."""
    for field in fields(Settings):
        value = getattr(settings, field.name)
        if isinstance(value, bytes):
            value = QByteArray(value)
        elif field.name == "panel_widths":
            value = [f"{mode} {width}" for mode, width in value]
        elif isinstance(value, tuple):
            value = list(value)
        store.setValue(field.name, value)


def _parse(name: str, raw: Any) -> Any:
    default = Settings.__dataclass_fields__[name].default
    if raw is None:
        return None
    if isinstance(default, bool):
        return raw in (True, "true")
    if isinstance(default, int):
        return int(raw) if str(raw).isdigit() else None
    if isinstance(default, bytes):
        return bytes(raw.data()) if isinstance(raw, QByteArray) else None
    if isinstance(default, tuple):
        rows = [raw] if isinstance(raw, str) else [str(row) for row in raw]
        return _parse_widths(rows) if name == "panel_widths" else tuple(row for row in rows if row)
    return str(raw)


def _parse_widths(rows: list[str]) -> tuple[tuple[str, int], ...]:
    pairs = (row.split(" ") for row in rows)
    return tuple((pair[0], int(pair[1])) for pair in pairs if len(pair) == 2 and pair[1].isdigit())
