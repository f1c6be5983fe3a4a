"""The modules that build the Windows installer are scripts beside each other: let tests import them."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "packaging" / "windows"))
