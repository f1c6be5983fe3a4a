"""Print how well restoration does: ``python packaging/evaluate_restoration.py [DATA] [--seed N]``.

Clean news (the gold articles, and the part of the corpora in DATA that training leaves out) is damaged
by the forward model with glosses, orders and splits drawn at random, which the inverse is not told.
Without DATA only the gold articles are measured.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from restoration_measuring.filtered import measure_filtered, report_filtered
from restoration_measuring.pages import gold_articles, held_out_pages, whole_corpora
from restoration_measuring.scoring import measure_damaged, report
from restoration_measuring.undamaged import measure_undamaged, report_undamaged

_PAGE, _LONG_PAGE = 2000, 3200
_SEED = 20260101
_EXAMPLES = 60


def main(arguments: Sequence[str] | None = None) -> int:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, help="folder of the corpora")
    parser.add_argument("--seed", type=int, default=_SEED)
    parser.add_argument("--examples", action="store_const", const=_EXAMPLES, default=0)
    options = parser.parse_args(arguments)
    seed, keep = options.seed, options.examples
    for name in ("a", "b", "c", "e", "f", "h"):
        report(f"gold articles {name}, damaged", measure_damaged(gold_articles(name), seed=seed, keep=keep))
    if options.data is None or not options.data.is_dir():
        print("No corpora: name their folder to measure on held-out text and on undamaged pages.")
        return 0
    pages = list(held_out_pages(options.data, _PAGE))
    report("held-out corpora, damaged", measure_damaged(pages, seed=seed, keep=keep))
    for length in (_LONG_PAGE, _PAGE):
        filtered = measure_filtered(held_out_pages(options.data, length), seed=seed)
        report_filtered(f"filtered characters, pages of {length:,}", filtered, examples=keep)
    report_undamaged(measure_undamaged(whole_corpora(options.data)), examples=keep)
    return 0


if __name__ == "__main__":
    sys.exit(main())
