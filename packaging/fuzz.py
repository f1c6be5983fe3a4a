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
import io
import json
import random
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core import pipeline, sidecar
from core.assets import path_of
from core.cli.recognize import answer
from core.errors import UserError
from core.exchange import FORMATS, Losses, Wanted
from core.reading import read
from core.sidecar.fields import Malformed
from core.sidecar.parsing import parse
from core.source import source_of

FAULTS = Path("build/fuzz")
LINES = path_of("samples/chongqing.txt").read_text(encoding="utf-8").split("\n")[:12]
TEXT = "\n".join(LINES)
HURTFUL = [
    *(
        b"\x00",
        b"\x01\x1f",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\x80",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
    ),
    *(
        b"\r",
        b"\r\n",
        b"\xe2\x80\xa8",
        b"\xef\xb7\x90",
        b"\xf0\xa0\xae\xb7",
        b"\xc2\xa0",
        b"\xe3\x80\x80",
        b"\t",
    ),
    *(
        b"(f\xc4\x81)",
        b"?",
        b"(",
        b")",
        b"\xef\xbc\x8c",
        b",",
        b"\xe4\xba\xbf",
        b"\xe5\xb9\xb4",
        b"%",
        b"\xe2\x80\x94",
    ),
    *(
        b"<",
        b">",
        b"&",
        b"&#xD800;",
        b"&#0;",
        b"]]>",
        b"<!--",
        b"<script>",
        b"<table>",
        b"</p>",
        b"<a href=x>",
    ),
    *(
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"<pre>",
        b"<select>",
        b"<div>" * 99,
        b"{",
        b"}",
        b"[",
        b"]",
        b'"',
        b":",
    ),
    *(
        b"\\ud800",
        b"1e999",
        b"-1",
        b"null",
        b"true",
        b"9" * 400,
        b"[" * 300,
        b'{"a":' * 300,
        b"----",
        b"```",
        b"|",
    ),
    *(b"**", b"![", b"](", b"\n\n", b"\n", b"--b\n", b"Content-Type: text/html\n\n", b"=E4", b"\tB-PER\n"),
]
ODD = (None, True, -1, 0, 1, 1.5, 10**30, "", "\ud800", "x" * 999)


@dataclass(frozen=True, slots=True)
class Target:
    """Something that reads: its name, valid inputs, what it does with one, its share of all inputs."""

    name: str
    seeds: tuple[bytes, ...]
    take: Callable[[bytes], object]
    share: int = 10
    is_json: bool = False


def targets() -> tuple[Target, ...]:
    """All readers, from the bytes of a file to the line of a pipe."""
    document = pipeline.open_article(source_of(TEXT.encode(), "a.txt"))
    stored = sidecar.encode(pipeline.mark(document))
    exported = {
        name: b"".join(FORMATS[name].write([pipeline.mark(document)], Wanted(), Losses()))
        for name in ("doccano", "conll-bioes")
    }
    encodings = ("utf-8", "gb18030", "utf-16", "utf-16-be")
    return (
        Target("plain", tuple(TEXT.encode(name) for name in encodings), _reading("a.txt"), 20),
        Target("html", (_web_page(),), _reading("a.html"), 20),
        Target("mhtml", (_saved_page(),), _reading("a.mhtml")),
        Target("markdown", (_markdown(),), _reading("a.md"), 15),
        Target("docx", (_word_document(_word_xml()),), _reading("a.docx"), 8),
        Target("docx-xml", (_word_xml(),), lambda data: _reading("a.docx")(_word_document(data)), 8),
        Target("sidecar", (stored,), _parse_sidecar, 10, is_json=True),
        Target("opening", (stored,), _open_sidecar, 3, is_json=True),
        Target("doccano", (exported["doccano"],), _importing("doccano"), 5, is_json=True),
        Target("conll", (exported["conll-bioes"],), _importing("conll-bio"), 5),
        Target("restoring", tuple(line.encode() for line in LINES if line), _restore, 2),
        Target("line", (_line(),), _answer, 1, is_json=True),
    )


def mutated(random_: random.Random, data: bytes) -> bytes:
    """``data`` after one to eight mutations."""
    piece = bytearray(data)
    for _ in range(random_.randint(1, 8)):
        at, end = sorted((random_.randint(0, len(piece)), random_.randint(0, len(piece))))
        end = min(end, at + random_.choice((1, 2, 8, 64, 1024)))
        act = random_.randint(0, 5)
        if act == 0:
            del piece[at:end]
        elif act == 1:
            piece[at:at] = piece[at:end] * random_.choice((1, 2, 30))
        elif act == 2:
            piece[at:end] = random_.randbytes(end - at)
        elif act == 3:
            place = random_.randint(0, len(piece))
            piece[place:place] = piece[at:end]
        elif act == 4:
            piece[at:at] = random_.choice(HURTFUL) * random_.choice((1, 1, 3, 40))
        else:
            piece[at:end] = random_.choice(HURTFUL)
    return bytes(piece[: 1 << 18])


def mutated_json(random_: random.Random, data: bytes) -> bytes:
    """``data`` with some of its values replaced, removed, or doubled; still JSON."""
    value = json.loads(data)
    for _ in range(random_.randint(1, 4)):
        place = value
        while isinstance(place, dict | list) and place:
            key = random_.choice(list(place) if isinstance(place, dict) else range(len(place)))
            if not isinstance(place[key], dict | list) or random_.random() < 0.3:
                _spoil(random_, place, key)
                break
            place = place[key]
    return json.dumps(value, ensure_ascii=random_.random() < 0.5).encode("utf-8", "replace")


def _spoil(random_: random.Random, place: Any, key: Any) -> None:
    act, old = random_.randint(0, 3), place[key]
    if act == 0:
        del place[key]
    elif act == 1 and isinstance(place, list):
        place.append(old)
    elif act == 2 and isinstance(old, int):
        place[key] = old + random_.choice((-1, 1, 10**6, -(10**6)))
    else:
        place[key] = random_.choice((*ODD, [], [[]], {}, {"": 1}))


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
        is_json = target.is_json and random_.random() < 0.8
        data = mutated_json(random_, seed) if is_json else mutated(random_, seed)
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


def _reading(name: str) -> Callable[[bytes], object]:
    def take(data: bytes) -> object:
        text = read(source_of(data, name)).text
        text.encode("utf-8")
        assert not set(text) & set("\r\x85\u2028\u2029\ufdd0\ufdd1")
        return text

    return take


def _parse_sidecar(data: bytes) -> object:
    document = parse(data).document
    assert parse(sidecar.encode(document)).document == document
    return document


def _open_sidecar(data: bytes) -> object:
    opened = sidecar.load_data(data, Path("a.txt.danqian.json"), source_of(TEXT.encode(), "a.txt"))
    document = opened.document
    assert all(a.span.of(document.text) == a.quote for a in document.annotations)
    return opened


def _importing(name: str) -> Callable[[bytes], object]:
    reader = FORMATS[name].read
    return lambda data: list(reader(data)) if reader else None


def _restore(data: bytes) -> object:
    document = pipeline.open_article(source_of(data, "a.txt"))
    assert all(r.span.of(document.source_text) == r.original for r in document.repairs)
    return document


def _answer(data: bytes) -> object:
    given = answer(data, None)
    json.dumps(given, allow_nan=False)
    return given


def _web_page() -> bytes:
    body = "".join(f"<p>{line}</p>" for line in LINES)
    head = f"<!DOCTYPE html><meta charset=utf-8><nav><a href=/>x</a></nav><h1>{LINES[1]}</h1>"
    return f"{head}{body}<ul><li>y</ul>".encode()


def _saved_page() -> bytes:
    head = (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n"
    )
    return head + _web_page() + b"\n--b--\n"


def _markdown() -> bytes:
    marks = ("# ", "> ", "- ", "**", "| ", "")
    return "\n\n".join(map("".join, zip(marks, LINES, strict=False))).encode()


def _line() -> bytes:
    return json.dumps({"text": LINES[4][:80], "date": "2022-01-05"}).encode()


def _word_xml() -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{line.replace('<', '')}</w:t></w:r></w:p>" for line in LINES)
    return f"<w:document {space}><w:body>{body}</w:body></w:document>".encode()


def _word_document(xml: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", xml)
    return file.getvalue()


if __name__ == "__main__":
    sys.exit(main())
