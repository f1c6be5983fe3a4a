"""Train the gap network: ``python packaging/train_gaps.py DATA PAIRS [--steps N]``.

Writes ``resources/models/gaps.npz``. DATA is the folder of the corpora, PAIRS the word model ``zh_CN.lm`` of
Debian's package ``libime-data-language-model``. Needs the packages of
``packaging/gap_training/requirements.txt`` beside Danqian's own, one core and about an hour. Then
``python -m core.restoration.train_dropped DATA`` fits the confidences to the new network.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from gap_training.corpora import missing_characters, read_news, read_phrases, usual_characters  # noqa: E402
from gap_training.export import export  # noqa: E402
from gap_training.learning import train  # noqa: E402

MODEL = ROOT / "resources" / "models" / "gaps.npz"


def main() -> None:
    """Read the texts, train, keep the weights, export them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the corpora")
    parser.add_argument("pairs", type=Path, help="word model of input methods, zh_CN.lm")
    parser.add_argument("--rows", type=int, default=800_000, help="rows of words that stand together")
    parser.add_argument("--words", type=int, default=800_000, help="words drawn from the dictionary")
    parser.add_argument("--steps", type=int, default=4500)
    parser.add_argument("--out", type=Path, default=MODEL)
    options = parser.parse_args()
    torch.set_num_threads(1)
    news, phrases = read_news(options.data), read_phrases(options.pairs, options.rows, options.words)
    characters, missing = usual_characters([news, phrases]), missing_characters(news)
    print(len(news), len(phrases), len(characters), missing, flush=True)
    network = train(news, phrases, characters, missing, steps=options.steps)
    print(export(network, characters, missing, options.out), "bytes")


if __name__ == "__main__":
    main()
