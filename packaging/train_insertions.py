"""Train what weighs an inserted character: ``python packaging/train_insertions.py DATA``, some minutes.

Writes ``resources/models/insertions.npz`` from the corpora in DATA, with the gap network and the name tagger
as they are shipped. To be run after either was trained anew; then ``python -m core.restoration.train_dropped
DATA`` fits the confidences. Needs the packages of ``packaging/gap_training/requirements.txt`` beside
Danqian's own.
"""

from __future__ import annotations

import argparse
import sys
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from gap_training.insertions import examples, learn  # noqa: E402

from core.assets import path_of  # noqa: E402
from core.restoration.insertions import MODEL, TAGGER  # noqa: E402
from core.restoration.train import is_held_out, read_sentences  # noqa: E402
from core.restoration.train_dropped import is_left_out, pages  # noqa: E402


def main() -> None:
    """Read the pages, learn, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the corpora")
    options = parser.parse_args()
    torch.set_num_threads(1)
    numbered = enumerate(read_sentences(options.data))
    learnt_from = (s for n, s in numbered if not is_held_out(n) and not is_left_out(n))
    found = examples(pages(learnt_from))
    print(len(found[2]), "places", flush=True)
    read_by = np.array(sha256(path_of(TAGGER).read_bytes()).hexdigest())
    np.savez_compressed(path_of(MODEL), allow_pickle=False, read_by=read_by, **learn(*found))
    print(path_of(MODEL).stat().st_size, "bytes")


if __name__ == "__main__":
    main()
