"""A Wine in which the newest Qt and NumPy start: Wine 8 lacks four things that every Windows 10 has.

The stand-ins are compiled from ``wine/`` into the prefix that is tried in. They are never shipped.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pefile  # type: ignore[import-untyped]
from product import HERE
from wine import Wine

SOURCES = HERE / "wine"
_COMPILER = "x86_64-w64-mingw32-gcc"
_BARE = ("-nostdlib", "-Wl,-e,0")
_OVERRIDES = r"HKCU\Software\Wine\DllOverrides"
_CLASSES = r"HKLM\Software\Microsoft\WindowsRuntime\ActivatableClassId"
_SETTINGS_LIBRARY = "windows.ui.viewmanagement.dll"


def furnish(prefix: Path) -> Wine:
    """A fresh prefix with the stand-ins, and fonts for the Windows ones that Chinese text asks for."""
    shutil.rmtree(prefix, ignore_errors=True)
    wine = Wine(prefix)
    wine.begin()
    system = prefix / "drive_c" / "windows" / "system32"
    _compile("icuuc.c", system / "icuuc.dll", *_BARE)
    _compile("mscms.c", system / "mscms.dll", *_BARE)
    _compile("ui_settings.c", system / _SETTINGS_LIBRARY)
    _complete_c_library(system)
    for name in ("mscms", "ucrtbase", Path(_SETTINGS_LIBRARY).stem):
        _register(wine, _OVERRIDES, name, "native,builtin")
    settings_class = rf"{_CLASSES}\Windows.UI.ViewManagement.UISettings"
    _register(wine, settings_class, "DllPath", rf"C:\windows\system32\{_SETTINGS_LIBRARY}")
    _register(wine, settings_class, "ActivationType", "0", kind="REG_DWORD")
    wine.run("regedit", "/S", wine.windows_path(SOURCES / "fonts.reg"))
    wine.end()  # so that what starts from here on sees the stand-ins
    wine.begin()
    return wine


def _compile(source: str, target: Path, *flags: str) -> None:
    target.unlink(missing_ok=True)
    command = [_COMPILER, "-O2", "-s", "-shared", *flags, "-o", str(target), str(SOURCES / source)]
    subprocess.run(command, check=True)


def _complete_c_library(system: Path) -> None:
    """Put a ``ucrtbase.dll`` in front of Wine's that has the complex functions and passes all others on."""
    library, kept = system / "ucrtbase.dll", system / "ucrtbase_of_wine.dll"
    data = library.read_bytes()
    # Without this mark Wine takes the copy for a library like any other and loads it under its new name.
    kept.write_bytes(data.replace(b"Wine builtin DLL", bytes(16), 1))
    compiled = system / "complex.o"
    command = [_COMPILER, "-O2", "-fno-builtin", "-c", "-o", str(compiled), str(SOURCES / "complex.c")]
    subprocess.run(command, check=True)
    ours = _functions(compiled)
    rows = [
        f'"{name}"' if name in ours else f'"{name}" = {kept.stem}."{name}"' for name in sorted(_exports(data))
    ]
    definitions = system / "ucrtbase.def"
    definitions.write_text("\n".join(["LIBRARY ucrtbase.dll", "EXPORTS", *rows, ""]), encoding="ascii")
    library.unlink()
    command = [_COMPILER, "-s", "-shared", "-Wl,-e,0", "-o", str(library), str(compiled), str(definitions)]
    subprocess.run(command, check=True)


def _exports(data: bytes) -> list[str]:
    symbols = pefile.PE(data=data).DIRECTORY_ENTRY_EXPORT.symbols
    return [symbol.name.decode() for symbol in symbols if symbol.name]


def _functions(compiled: Path) -> set[str]:
    command = ["x86_64-w64-mingw32-nm", "--defined-only", "--extern-only", str(compiled)]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return set(re.findall(r" T (\w+)$", listed, re.M))


def _register(wine: Wine, key: str, name: str, value: str, kind: str = "REG_SZ") -> None:
    wine.run("reg", "add", key, "/v", name, "/t", kind, "/d", value, "/f")
