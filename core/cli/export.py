"""``danqian export``: annotations in the format of another tool."""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from core.annotators import annotators_in
from core.batch import Outcome
from core.cli import output
from core.cli.annotate import conclude
from core.cli.arguments import STANDARD_INPUT
from core.cli.documents import is_of, stored_below, stored_or_recognized, write_file, write_folder
from core.document import Document
from core.errors import BadRequest, UserError
from core.exchange import ALL_BUT_REJECTED, FOLDER_FORMATS, FORMATS, WHOLE, Losses, Parts, Wanted
from core.exchange.exporting import divided, exported_file, exported_folder
from core.exchange.provenance import SUFFIX, JsonObject, told_of_split

NAME, HELP = "export", "write annotations in the format of another tool"
STATUSES = ALL_BUT_REJECTED | {"rejected"}
_SHARE = re.compile(r"([\w-]+)=(\d{1,6}(?:\.\d{1,6})?)")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help="articles, sidecars, or folders of them")
    names = [*FORMATS, *FOLDER_FORMATS]
    parser.add_argument("--to", choices=names, required=True, metavar="FORMAT", help=", ".join(names))
    folders = ", ".join(FOLDER_FORMATS)
    parser.add_argument(
        "-o",
        dest="out",
        metavar="OUT",
        required=True,
        help=f"the file, or a folder for {folders} and with --split; - is standard output",
    )
    parser.add_argument(
        "--status",
        type=_statuses,
        default=ALL_BUT_REJECTED,
        metavar="STATUS,...",
        help="which marks: auto accepted edited added rejected (all but rejected)",
    )
    parser.add_argument("--unit", choices=["char", "word"], default="char", help="what a token is")
    parser.add_argument("--annotator", metavar="NAME", help="whose annotations, where they have a name")
    parser.add_argument(
        "--split",
        type=_shares,
        metavar="PART=SHARE,...",
        help="divide the articles: train=80,dev=10,test=10; copies of one stay together",
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="another number deals otherwise")


def execute(options: argparse.Namespace) -> int:
    """Export, tell what the format could not hold, and list what failed."""
    outcomes: list[Outcome] = []
    losses = Losses()
    wanted = Wanted(options.status, options.unit)
    found = _documents(options, outcomes)
    first = next(found, None)  # before anything is written
    if first is None:
        if not outcomes:
            raise BadRequest(
                None, f"there are no annotations to export{_whose_there_are(map(Path, options.paths))}"
            )
        return conclude(outcomes)
    found = chain([first], found)
    if options.split:
        _export_parts(options, found, wanted, losses)
    elif options.to in FOLDER_FORMATS:
        _write_folder(options, {WHOLE: (document for _, document in found)}, wanted, losses)
    else:
        _write_file(options, (document for _, document in found), wanted, losses)
    left_out = [f"{count} {what}" for what, count in losses.items() if count]
    if left_out:
        output.tell(f"{options.to} has no room for {', '.join(left_out)}")
    return conclude(outcomes)


def _whose_there_are(paths: Iterable[Path]) -> str:
    """What tells whose annotations the folders have, where nobody's were asked for or somebody else's."""
    folders = (path for path in paths if path.is_dir())
    names = dict.fromkeys(name or "–" for folder in folders for name in annotators_in(folder))
    return f"; there are those of {', '.join(names)}: name one with --annotator" if names else ""


def _documents(options: argparse.Namespace, outcomes: list[Outcome]) -> Iterator[tuple[Path, Document]]:
    """The documents one by one, with where they are; what became of each goes to ``outcomes``."""
    paths = list(map(Path, options.paths))
    given = set(paths)
    for path in stored_below(paths):
        try:
            document = stored_or_recognized(path, options.annotator)
        except UserError as error:
            outcomes.append(Outcome(path, "failed", error))
            continue
        if path in given or is_of(document, path, options.annotator):
            outcomes.append(Outcome(path, "done"))
            yield path, document


def _export_parts(
    options: argparse.Namespace, found: Iterator[tuple[Path, Document]], wanted: Wanted, losses: Losses
) -> None:
    shares: Mapping[str, float] = options.split

    def load(name: str) -> Document:
        return stored_or_recognized(Path(name), options.annotator)

    named = ((str(path), document) for path, document in found)
    split, parts = divided(named, load, shares, options.seed, wanted)
    _write_folder(options, parts, wanted, losses, told_of_split(split, shares, options.seed))
    counts = Counter(split.parts.values())
    listed = ", ".join(f"{counts[part]} in {part}" for part in shares)
    output.tell(f"articles: {listed}; groups of copies kept together: {len(split.copies)}")


def _write_folder(
    options: argparse.Namespace,
    parts: Parts,
    wanted: Wanted,
    losses: Losses,
    split: JsonObject | None = None,
) -> None:
    format_ = FOLDER_FORMATS.get(options.to) or FORMATS[options.to]
    write_folder(options.out, exported_folder(format_, parts, wanted, losses, split))


def _write_file(
    options: argparse.Namespace, documents: Iterator[Document], wanted: Wanted, losses: Losses
) -> None:
    """The file and, unless it goes to a pipe, what tells of it beside."""
    pieces, told = exported_file(FORMATS[options.to], documents, wanted, losses, Path(options.out).name)
    write_file(options.out, pieces)
    if options.out != STANDARD_INPUT:
        write_file(options.out + SUFFIX, [told()])


def _statuses(words: str) -> frozenset[str]:
    statuses = frozenset(words.split(","))
    if unknown := statuses - STATUSES:
        raise argparse.ArgumentTypeError(f"{min(unknown)} is none of {' '.join(sorted(STATUSES))}")
    return statuses


def _shares(words: str) -> dict[str, float]:
    """The parts and their shares, in any unit."""
    found = [_SHARE.fullmatch(word) for word in words.split(",")]
    shares = {match[1]: float(match[2]) for match in found if match}
    if len(shares) < len(found) or len(shares) < 2 or not all(shares.values()):
        raise argparse.ArgumentTypeError(f"{words} is not parts and shares such as train=80,dev=10,test=10")
    return shares
