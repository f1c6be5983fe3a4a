"""Train the name tagger: ``python packaging/train_tagger.py DATA OUT.pt [--epochs N]``.

Needs the packages of ``packaging/tagger_training/requirements.txt``, one core and about an hour.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from tagger_training.corpora import read_parts
from tagger_training.learning import train


def main() -> None:
    """Read the corpora, train, keep the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the corpora")
    parser.add_argument("weights", type=Path, help="where the PyTorch weights go")
    parser.add_argument("--epochs", type=float, default=5)
    parser.add_argument("--rate", type=float, default=1.5e-3)
    options = parser.parse_args()
    parts = read_parts(options.data)
    for p in parts:
        print(p.corpus.name, len(p.train), len(p.test), len(p.calibration), flush=True)
    torch.save(train(parts, epochs=options.epochs, rate=options.rate).state_dict(), options.weights)


if __name__ == "__main__":
    main()
