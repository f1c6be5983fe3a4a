"""Pins what the Windows installer is made of: pyproject's dependencies and theirs, resolved for Windows.

``python packaging/windows/lock.py`` writes ``requirements.txt`` anew; ``--upgrade`` takes newer versions.
uv resolves, as it asks the markers of the target and not of the machine it runs on; then each archive is
fetched once and its digest is written down.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from archives import digest, fetch
from product import HERE, ROOT, contents

LOCK = HERE / "requirements.txt"
HEAD = """\
# What the Windows installer is made of: the CPython, and pyproject.toml's dependencies for it on amd64.
# Written by lock.py; a test compares it with pyproject.toml.
"""
SOURCE_ONLY = ("jieba", "lunar-python")
"""Packages in plain Python that are published as source archives alone."""


def main() -> int:
    """Resolve, fetch, and write the pins."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")
    pins = [*resolve(is_upgrade=parser.parse_args().upgrade), contents()["python"]["package"]]
    with tempfile.TemporaryDirectory() as folder:
        rows = [f"{pin} --hash=sha256:{found}" for pin, found in digests(sorted(pins), Path(folder))]
    LOCK.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} packages pinned in {LOCK.relative_to(ROOT)}")
    return 0


def resolve(*, is_upgrade: bool) -> list[str]:
    """``name==version`` of everything that the product needs on Windows."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--no-header", "--no-annotate"]
    command += ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.13"]
    command += ["--only-binary", ":all:", *(word for name in SOURCE_ONLY for word in ("--no-binary", name))]
    with tempfile.TemporaryDirectory() as folder:
        before = Path(folder) / "before.txt"
        if LOCK.exists() and not is_upgrade:
            before.write_text(re.sub(r" --hash=\S+", "", LOCK.read_text("utf-8")), encoding="utf-8")
        command += ["--output-file", str(before), str(ROOT / "pyproject.toml")]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return [line for line in before.read_text("utf-8").splitlines() if "==" in line]


def pinned() -> dict[str, str]:
    """The version of each package that the lock pins, by its canonical name."""
    rows = re.findall(r"^(\S+)==(\S+) --hash=sha256:[0-9a-f]{64}$", LOCK.read_text("utf-8"), re.M)
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in rows}


def digests(pins: list[str], folder: Path) -> Iterator[tuple[str, str]]:
    """Each pin with the SHA-256 of the archive that the package index has for it."""
    for pin in pins:
        place = folder / re.sub(r"\W", "_", pin)
        wanted = place.with_suffix(".txt")
        wanted.write_text(pin + "\n", encoding="utf-8")
        [archive] = fetch(wanted, place)
        yield pin, digest(archive)


if __name__ == "__main__":
    sys.exit(main())
