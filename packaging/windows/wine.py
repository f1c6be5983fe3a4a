"""Wine, for compiling with the shipped Python and for trying the installer: a prefix of its own each time."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from product import BUILD

_LOCALE = "zh_CN.UTF-8"
_LINGERING = 60  # seconds that the server stays without a program


@dataclass(frozen=True)
class Wine:
    """A Windows 10, 64 bits, that speaks Chinese (code page 936), in the folder ``prefix``."""

    prefix: Path

    def begin(self) -> None:
        """Make the prefix where there is none, and keep its server between programs, which is quicker."""
        _make_locale()
        is_new = not (self.prefix / "system.reg").exists()
        self.prefix.mkdir(parents=True, exist_ok=True)
        self._server(f"-p{_LINGERING}")
        if is_new:
            self.run("wineboot", "--init")
            self.run("winecfg", "-v", "win10")

    def start(self, *words: str, environment: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
        """Start a Windows program; its output is a pipe, as Windows Python refuses Wine's plain files."""
        return subprocess.Popen(
            ["wine", *words],
            env=self._environment(environment or {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def run(
        self,
        *words: str,
        timeout: float = 300,
        environment: Mapping[str, str] | None = None,
        given: bytes = b"",
        folder: Path | None = None,
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a Windows program to its end, with ``given`` as its standard input.

        Only the program is waited for: helpers that Wine starts with it keep its pipes open after it.
        """
        process = subprocess.Popen(
            ["wine", *words],
            env=self._environment(environment or {}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
        )
        drains = [_Drain(pipe) for pipe in (process.stdout, process.stderr) if pipe]
        try:
            if process.stdin:
                with suppress(BrokenPipeError), process.stdin as pipe:
                    pipe.write(given)
            status = process.wait(timeout)
        finally:
            process.kill()
        out, err = (drain.result() for drain in drains)
        return subprocess.CompletedProcess(words, status, out, err)

    def end(self) -> None:
        """End every program of this prefix; the registry is on disk then."""
        self._server("-k")
        self._server("-w")

    def windows_path(self, path: Path) -> str:
        """How a program in Wine calls a file of this machine."""
        inside = self.prefix / "drive_c"
        if path.is_relative_to(inside):
            return "C:\\" + str(path.relative_to(inside)).replace("/", "\\")
        return "Z:" + str(path).replace("/", "\\")

    def offer_share(self, server: str, name: str, folder: Path) -> None:
        r"""Make a folder of this machine the share ``\\server\name`` of a network that is not there."""
        place = self.prefix / "dosdevices" / "unc" / server / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(folder)

    @property
    def home(self) -> Path:
        """The user's folder."""
        return self.prefix / "drive_c" / "users" / os.environ.get("USER", "root")

    def _server(self, option: str) -> None:
        subprocess.run(["wineserver", option], env=self._environment({}), check=False, timeout=300)

    def _environment(self, more: Mapping[str, str]) -> dict[str, str]:
        names = {
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "err+all,fixme-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",
            "LOCPATH": str(BUILD / "locale"),
            "LANG": _LOCALE,
            "LC_ALL": _LOCALE,
        }
        return {**os.environ, **names, **more}


class _Drain(threading.Thread):
    """Reads a pipe as it fills."""

    def __init__(self, pipe: IO[bytes]) -> None:
        super().__init__(daemon=True)
        self._pipe, self._parts = pipe, list[bytes]()
        self.start()

    def run(self) -> None:
        """Read until nobody holds the other end."""
        while part := os.read(self._pipe.fileno(), 65536):
            self._parts.append(part)

    def result(self) -> bytes:
        """What came; a second is left for what is still on its way."""
        self.join(1)
        return b"".join(self._parts)


def _make_locale() -> None:
    """Make the Chinese locale, from which Wine takes the code page, without touching the system's."""
    target = BUILD / "locale" / _LOCALE
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["localedef", "-i", "zh_CN", "-f", "UTF-8", str(target)], check=True)
