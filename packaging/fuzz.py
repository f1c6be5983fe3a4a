"""Throws broken, mixed and malicious inputs at everything that reads what others wrote.

    python packaging/fuzz.py [--inputs 100000] [--seed 0] [--only NAME ...] [--limit SECONDS]

An input is a valid file of the target's kind, mutated: stretches cut, doubled, moved, overwritten, or filled
with what hurts parsers. A ``UserError`` is an answer. Any other exception is a fault, and so is an answer
that takes longer than the limit or that does not hold what the target promises. Faulty inputs are kept in
``build/fuzz``, and the command ends with 1. The same seed gives the same inputs.
"""

from __future__ import annotations

import argparse
import faulthandler
import hashlib
import random
import signal
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from fuzzing.mutations import mutated
from fuzzing.targets import Target, targets

from core.errors import UserError
from core.sidecar.fields import Malformed

FAULTS = Path("build/fuzz")


def main() -> int:
    """Run, and print a line for each target."""
    options = _options()
    faulthandler.enable()
    if hasattr(signal, "SIGPROF"):
        signal.signal(signal.SIGPROF, _too_long)
    random_ = random.Random(options.seed)
    chosen = [target for target in targets() if not options.only or target.name in options.only]
    weights = [target.share for target in chosen]
    counts: Counter[str] = Counter()
    slowest: dict[str, float] = {}
    for _ in range(options.inputs):
        [target] = random_.choices(chosen, weights)
        seed = random_.choice(target.seeds)
        mutate = target.keeping_form if target.keeping_form and random_.random() < 0.8 else mutated
        data = mutate(random_, seed)
        faulthandler.dump_traceback_later(60 * options.limit, exit=True)
        _interrupt_after(4 * options.limit)
        start = time.process_time()
        outcome = _outcome(target, data)
        _interrupt_after(0)
        seconds = time.process_time() - start
        if seconds > options.limit:
            outcome = f"fault: {seconds:.1f} s"
        counts[f"{target.name}: {outcome.partition(':')[0]}"] += 1
        slowest[target.name] = max(seconds, slowest.get(target.name, 0.0))
        if outcome.startswith("fault"):
            _keep(target, data, outcome)
    faulthandler.cancel_dump_traceback_later()
    for target in chosen:
        fates = "  ".join(
            f"{counts[f'{target.name}: {fate}']:>7} {fate}" for fate in ("read", "refused", "fault")
        )
        print(f"{target.name:<10}{fates}  slowest {slowest.get(target.name, 0):.3f} s")
    faults = sum(count for fate, count in counts.items() if fate.endswith("fault"))
    print(f"{sum(counts.values())} inputs, {faults} faults, seed {options.seed}")
    return 1 if faults else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Fuzz everything that reads what others wrote.")
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", nargs="*", metavar="NAME")
    parser.add_argument("--limit", type=float, default=5.0, help="processor seconds that one input may take")
    return parser.parse_args()


def _interrupt_after(seconds: float) -> None:
    """Raise ``TimeoutError`` after so many processor seconds, where the system can; 0 is never."""
    if hasattr(signal, "SIGPROF"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _too_long(signal_number: int, frame: object) -> None:
    raise TimeoutError


def _outcome(target: Target, data: bytes) -> str:
    try:
        target.take(data)
    except (UserError, Malformed):
        return "refused"
    except Exception:
        return f"fault: {traceback.format_exc()}"
    return "read"


def _keep(target: Target, data: bytes, outcome: str) -> None:
    FAULTS.mkdir(parents=True, exist_ok=True)
    name = FAULTS / f"{target.name}-{hashlib.sha256(data).hexdigest()[:12]}"
    name.write_bytes(data)
    name.with_suffix(".txt").write_text(outcome, encoding="utf-8")
    print(f"{name}: {outcome.strip().splitlines()[-1]}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
