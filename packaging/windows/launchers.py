"""Compiles the two programs that a user starts, from one source."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from product import CONSOLE_PROGRAM, HERE, PUBLISHER, TITLE, WINDOW_PROGRAM, contents, version

_LINK = "-Wl,--no-insert-timestamp,--dynamicbase,--nxcompat,--high-entropy-va"


@dataclass(frozen=True, slots=True)
class Launcher:
    """A program: its name, the Python module that it runs, and what the task manager calls it."""

    program: str
    module: str
    description: str
    is_console: bool = False


LAUNCHERS = (
    Launcher(WINDOW_PROGRAM, "gui.app", f"{TITLE} Danqian"),
    Launcher(CONSOLE_PROGRAM, "core", f"{TITLE} Danqian (command line)", is_console=True),
)


def build_launchers(folder: Path, icons: Path, stage: Path) -> None:
    """Compile into ``stage``, with the icons from ``icons``; ``folder`` is for the parts."""
    folder.mkdir(parents=True, exist_ok=True)
    library = contents()["python"]["library"]
    config = f'#define PROGRAM_TITLE L"{TITLE}"\n#define PYTHON_LIBRARY L"{library}"\n'
    (folder / "config.h").write_text(config, encoding="utf-8")
    for launcher in LAUNCHERS:
        _build(launcher, folder, icons, stage)


def _build(launcher: Launcher, folder: Path, icons: Path, stage: Path) -> None:
    sources = HERE / "launcher"
    resource = folder / f"{launcher.program}.rc"
    resource.write_text(_resource(launcher), encoding="utf-8")
    compiled = folder / f"{launcher.program}.o"
    search = ["--include-dir", str(sources), "--include-dir", str(icons)]
    command = ["x86_64-w64-mingw32-windres", "--codepage", "65001", *search, "-O", "coff"]
    subprocess.run([*command, str(resource), str(compiled)], check=True)
    flags = ["-municode", "-Os", "-s", "-Wall", "-Wextra", "-Werror", "-static-libgcc", _LINK]
    flags += ["-mconsole", "-DCONSOLE"] if launcher.is_console else ["-mwindows"]
    flags += [f'-DENTRY_MODULE=L"{launcher.module}"', "-DUNICODE", "-D_UNICODE", f"-I{folder}"]
    target = stage / f"{launcher.program}.exe"
    command = ["x86_64-w64-mingw32-gcc", *flags, "-o", str(target), str(sources / "launcher.c")]
    subprocess.run([*command, str(compiled), "-lshell32"], check=True)


def _resource(launcher: Launcher) -> str:
    """The script of the icons and of the version that Windows shows."""
    words = {
        "COMMAS": ",".join([*version().split("."), "0"]),
        "VERSION": version(),
        "PUBLISHER": PUBLISHER,
        "DESCRIPTION": launcher.description,
        "PROGRAM": launcher.program,
        "COPYRIGHT": f"© 2026 {PUBLISHER}",
        "TITLE": f"{TITLE} Danqian",
    }
    text = (HERE / "launcher" / "launcher.rc.in").read_text("utf-8")
    for name, word in words.items():
        text = text.replace(f"@{name}@", word)
    return text
