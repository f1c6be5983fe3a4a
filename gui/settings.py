"""Settings: what the window remembers between two starts, with one loader and one saver."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

RECENT_LIMIT = 12
# Names with a number each, kept as rows "number name": a name may hold spaces.
_NUMBERED = frozenset({"panel_widths", "places"})

CHOICES = {
    "theme": ("system", "light", "dark", "sepia", "contrast"),
    "language": ("system", "zh", "en"),
    "face": ("hei", "song"),
    "measure": ("narrow", "normal", "wide"),
    "rows": ("close", "normal", "open"),
    "mode": ("read", "annotate", "repair"),
}
"""What may be chosen of what the menus offer: another value comes from a hand or a version to come."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices. ``theme`` and ``language`` are ``system`` until somebody picks another.

    ``panel_widths`` are pixels by mode, ``places`` offsets by article: how far down each recent one was
    read. ``last_article`` is the one that was open, ``mode`` the view that it was seen in. ``geometry`` is
    Qt's own form of the window's place; ``keys`` are those that the user changed, as in ``gui.keys``.
    """

    theme: str = "system"
    language: str = "system"
    annotator: str = ""
    is_blind: bool = False
    body_size: int = 18
    face: str = "hei"
    measure: str = "normal"
    rows: str = "normal"
    recent: tuple[str, ...] = ()
    last_folder: str = ""
    is_panel_shown: bool = True
    is_files_shown: bool = False
    panel_widths: tuple[tuple[str, int], ...] = ()
    mode: str = "read"
    last_article: str = ""
    places: tuple[tuple[str, int], ...] = ()
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
        elif field.name in _NUMBERED:
            value = [f"{number} {name}" for name, number in value]
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
        return _parse_numbered(rows) if name in _NUMBERED else tuple(row for row in rows if row)
    return str(raw) if str(raw) in CHOICES.get(name, (str(raw),)) else None


def _parse_numbered(rows: list[str]) -> tuple[tuple[str, int], ...]:
    pairs = (row.partition(" ") for row in rows)
    return tuple((name, int(number)) for number, _, name in pairs if name and number.isdigit())
