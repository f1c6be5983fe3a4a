"""What the steps of the smoke test share: where things are, and the list of checks."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from desktop import Desktop
from product import CONSOLE_PROGRAM, NAME, ROOT, WINDOW_PROGRAM
from wine import Wine

SAMPLE = ROOT / "resources" / "samples" / "chongqing.txt"
ARTICLE = "诗 集 𬱖€.txt"
"""With a space, and with a character that code page 936 does not have."""


@dataclass
class Trial:
    """One run of the smoke test; ``folder`` is where its pictures and reports go."""

    wine: Wine
    desktop: Desktop
    setup: Path
    folder: Path
    failures: list[str] = field(default_factory=list)
    checks: int = 0
    began: float = field(default_factory=time.monotonic)

    def begin(self, title: str) -> None:
        """Say what is tried next."""
        print(f"== {title.splitlines()[0]} ({time.monotonic() - self.began:.0f} s)", flush=True)

    def check(self, what: str, truth: object, *, seen: object = "") -> None:
        """Count and tell a check; ``seen`` is shown where it failed."""
        self.checks += 1
        if truth:
            print(f"ok    {what}", flush=True)
        else:
            self.failures.append(what)
            print(f"FAIL  {what}  {seen}", flush=True)

    def conclude(self) -> int:
        """Say how it went; the exit status."""
        failed = len(self.failures)
        print(f"{self.checks} checks, {failed} failed, {time.monotonic() - self.began:.0f} s")
        return 1 if failed else 0

    @property
    def usual(self) -> Path:
        """Where the program goes when nothing else is said."""
        return self.wine.home / "AppData" / "Local" / "Programs" / NAME

    @property
    def article(self) -> Path:
        """The sample in the user's own folder, under a name that is hard on programs."""
        path = self.wine.home / ARTICLE
        if not path.exists():
            path.write_bytes(SAMPLE.read_bytes())
        return path

    def install(self, *switches: str) -> int:
        """Run the installer without questions; its exit status."""
        return self.wine.run(str(self.setup), "/S", *switches).returncode

    def uninstall(self, at: Path) -> int:
        """Run the uninstaller where it stands, not from a copy, so that it gives its exit status."""
        folder = self.wine.windows_path(at)
        return self.wine.run(rf"{folder}\uninstall.exe", "/S", f"_?={folder}").returncode

    def console(
        self, *words: str | Path, at: Path | None = None, given: bytes = b""
    ) -> subprocess.CompletedProcess[bytes]:
        """Run the installed ``danqian``."""
        return self.wine.run(*self._command(CONSOLE_PROGRAM, words, at), given=given)

    def window(
        self, *words: str | Path, at: Path | None = None, platform: str = "windows"
    ) -> subprocess.CompletedProcess[bytes]:
        """Run the installed ``danqian-gui`` to its end."""
        # Wine hands QT_* on only under the name WINEQT_*.
        return self.wine.run(
            *self._command(WINDOW_PROGRAM, words, at), environment={"WINEQT_QPA_PLATFORM": platform}
        )

    def start_window(self, *words: str | Path, at: Path | None = None) -> subprocess.Popen[bytes]:
        """Start the installed ``danqian-gui`` and leave it running."""
        return self.wine.start(*self._command(WINDOW_PROGRAM, words, at))

    def registry(self, key: str) -> str:
        """What a key of the registry and those below it hold; empty where it is missing.

        Exported, as what ``reg query`` prints has only the characters of the code page.
        """
        target = self.folder / "registry.reg"
        target.unlink(missing_ok=True)
        self.wine.run("reg", "export", key, self.wine.windows_path(target), "/y")
        if not target.exists():
            return ""
        return target.read_text("utf-16").replace("\\\\", "\\").replace('\\"', '"')

    def linux(self, *words: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Run ``danqian`` of this checkout, for comparison."""
        command = [sys.executable, "-m", "core", *map(str, words)]
        return subprocess.run(command, input=given, capture_output=True, cwd=ROOT, check=False)

    def linux_sidecar(self, name: str) -> bytes:
        """The sidecar that this checkout writes for the sample under ``name``."""
        article = self.folder / "linux" / name
        article.parent.mkdir(exist_ok=True)
        article.write_bytes(SAMPLE.read_bytes())
        self.linux("annotate", article)
        return sidecar_of(article).read_bytes()

    def _command(self, program: str, words: tuple[str | Path, ...], at: Path | None) -> list[str]:
        spelt = [self.wine.windows_path(word) if isinstance(word, Path) else word for word in words]
        return [self.wine.windows_path((at or self.usual) / f"{program}.exe"), *spelt]


def without_clock(sidecar: bytes) -> bytes:
    """A sidecar less the seconds that the window had the article open."""
    return re.sub(rb'"seconds": \d+', b'"seconds": 0', sidecar)


def sidecar_of(article: Path) -> Path:
    """Where an article's sidecar stands."""
    return article.with_name(f"{article.name}.danqian.json")
