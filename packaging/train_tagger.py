"""Train the name tagger: ``python packaging/train_tagger.py DATA [--epochs N] [--weights FILE]``.

Writes ``resources/models/names.npz``: learnt from the corpora, and then refined on our own articles (with
``--refine`` that alone, on the file as it stands, in five minutes). Needs the packages of
``packaging/tagger_training/requirements.txt`` beside Danqian's own, one core and about an hour. PyTorch's
weights are kept in FILE; where it is there already, it is exported without training.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tagger_training.corpora import Parts, read_parts  # noqa: E402
from tagger_training.export import export  # noqa: E402
from tagger_training.learning import train  # noqa: E402
from tagger_training.network import Tagger, blend  # noqa: E402
from tagger_training.refining import refine  # noqa: E402

MODEL = ROOT / "resources" / "models" / "names.npz"
GOLD = ROOT / "tests" / "data" / "gold"


def main() -> None:
    """Read the corpora, train, keep the weights, export them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the corpora")
    parser.add_argument("--weights", type=Path, default=Path("build/names.pt"))
    parser.add_argument("--epochs", type=float, default=5)
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--kept", type=float, default=0.3, help="share of LAC's own weights in the blend")
    parser.add_argument("--refine", action="store_true", help="only refine the model that is there")
    parser.add_argument("--model", type=Path, default=MODEL)
    options = parser.parse_args()
    parts = read_parts(options.data)
    for p in parts:
        print(p.corpus.name, len(p.train), len(p.test), len(p.calibration), flush=True)
    if not options.refine:
        _learn_from_corpora(parts, options)
    refine(options.model, parts, GOLD)


def _learn_from_corpora(parts: list[Parts], options: argparse.Namespace) -> None:
    if not options.weights.is_file():
        options.weights.parent.mkdir(parents=True, exist_ok=True)
        tagger = train(parts, epochs=options.epochs, rate=options.rate)
        torch.save(tagger.state_dict(), options.weights)
    tagger = Tagger(tuple(p.corpus.name for p in parts))
    tagger.load_state_dict(torch.load(options.weights))
    blend(tagger, options.kept)
    print(export(tagger.eval(), parts, options.model), "bytes")


if __name__ == "__main__":
    main()
