"""The examples of the command line's document, run as they stand there."""

import io
import re
import shlex
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from core.cli import main
from core.document import Annotation
from core.files.source import read_source
from core.pipeline import open_article
from core.sidecar import save, sidecar_path
from tests.gold_format import load_gold

DOCUMENT = (Path(__file__).parent.parent / "docs" / "command-line.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", DOCUMENT, re.DOTALL)
LEFT_OUT = "…"


def examples():
    """Each command with the output that the document shows."""
    for block in BLOCKS:
        for command, output in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            yield pytest.param(command, output, id=command[:40])


def pattern_of(output):
    """The output as a regular expression: ``…`` is anything within a line, alone in a line any lines."""
    lines = []
    for line in output.splitlines():
        words = [re.escape(part) for part in line.split(LEFT_OUT)]
        lines.append(r"(?:.*\n)*?" if line == LEFT_OUT else ".*".join(words) + r"\n")
    return "".join(lines)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The files that the document speaks of; its commands run there one after another."""
    place = tmp_path_factory.mktemp("examples")
    (place / "trade.txt").write_text(
        re.search(r"```text\n(.*?)```", DOCUMENT, re.DOTALL)[1], encoding="utf-8"
    )
    told = re.search(r"`match.txt` below holds `([^`]+)`", DOCUMENT)[1]
    (place / "match.txt").write_text(f"{told}\n", encoding="utf-8")
    words, instead = re.search(r"`([^`]+)<TAB>([^`]+)`", DOCUMENT).groups()
    (place / "terms.tsv").write_text(f"{words}\t{instead}\n", encoding="utf-8")
    sample = Path(__file__).parent.parent / "resources" / "samples" / "chongqing.txt"
    (place / "chongqing.txt").write_bytes(sample.read_bytes())
    (place.parent / "reviewed").mkdir()
    for path in sorted((Path(__file__).parent / "data" / "gold" / "a").glob("*.txt")):
        keep_reviewed(load_gold(path), place.parent / "reviewed" / path.name)
    return place


def keep_reviewed(gold, article):
    """Write a gold article and the sidecar of a person who has marked its names."""
    article.write_text(gold.text, encoding="utf-8")
    opened = open_article(read_source(article))
    marks = tuple(
        Annotation(f"a{n}", mark.label, mark.span, mark.span.of(opened.text), mark.span, status="added")
        for n, mark in enumerate(gold.marks)
        if mark.label in ("PER", "LOC", "ORG")
    )
    save(replace(opened, annotations=marks), sidecar_path(article), expected=None)


def run(command):
    """Run ``danqian …`` or ``echo … | danqian …`` without a shell."""
    words = shlex.split(command)
    if words[0] == "echo":
        sys.stdin = io.TextIOWrapper(io.BytesIO(f"{words[1]}\n".encode()))
        words = words[words.index("|") + 1 :]
    assert words[0] == "danqian"
    try:
        return main(words[1:])
    except SystemExit as ended:  # argparse's own
        return ended.code


@pytest.mark.parametrize(("command", "output"), [*examples()])
def test_example(command, output, folder, monkeypatch, capsys):
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "stdin", sys.stdin)
    run(command)
    printed = capsys.readouterr()
    shown = re.sub(r"(?<=[^\n])\Z", "\n", printed.out + printed.err)
    assert re.fullmatch(pattern_of(output), shown), shown


def test_the_document_has_a_section_and_an_example_for_every_command():
    from core.cli import COMMANDS

    for command in COMMANDS:
        section = re.search(
            rf"^## danqian {command.NAME}\n(.*?)(?=^## |\Z)", DOCUMENT, re.DOTALL | re.MULTILINE
        )
        assert section, command.NAME
        assert f"danqian {command.NAME}" in section[1]
        assert "```console" in section[1], command.NAME
