"""Tries the installer as an office would, under Wine on a screen that nobody sees; ``make smoke``.

    python packaging/windows/smoke.py SETUP.exe

Everything that happens is checked and told in a line; pictures and reports stay in ``build/windows/smoke``.
Wine is not Windows: docs/administrators.md says what is left to try there.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

import smoke_command_line
import smoke_installing
import smoke_window
from desktop import opened_desktop
from product import BUILD, ROOT
from trial import Trial
from wine_fixture import furnish

STEPS = (
    smoke_installing.install_silently,
    smoke_command_line.use_pipes,
    smoke_command_line.annotate_folder,
    smoke_command_line.annotate_far_places,
    smoke_window.test_itself,
    smoke_window.open_by_hand,
    smoke_installing.upgrade_in_place,
    smoke_installing.move_to_chinese_folder,
    smoke_window.open_in_chinese_folder,
    smoke_installing.uninstall,
    smoke_installing.install_for_everyone,
)
"""In order: each begins with what the one before has left."""


def main() -> int:
    """Try everything; 0 where every check passed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("setup", type=Path, help="the installer")
    setup = parser.parse_args().setup.resolve()
    folder = BUILD / "smoke"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.chdir(ROOT)
    with opened_desktop() as desktop:
        wine = furnish(folder / "prefix")
        trial = Trial(wine, desktop, setup, folder)
        try:
            for step in STEPS:
                trial.begin(step.__doc__ or step.__name__)
                step(trial)
        finally:
            wine.end()
    return trial.conclude()


if __name__ == "__main__":
    sys.exit(main())
