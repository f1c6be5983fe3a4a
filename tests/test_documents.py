"""The documents that ship or that a newcomer reads say what is so."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from core import pipeline, sidecar
from core.assets import load_text
from core.files.source import read_source
from core.schemes import default_scheme, scheme_from
from core.schemes.reading import ATTRIBUTE_KEYS, LABEL_KEYS, QUESTION_KEYS, RELATION_KEYS
from gui.actions import ACTIONS, MENUS, shortcuts
from gui.widgets.keycaps import keys_of

ROOT = Path(__file__).parent.parent
GUIDELINE = "guidelines/news.zh.md"
CASES = 58


def table_rows(markdown):
    """Every table's rows as cells, the line under the head left out."""
    for line in markdown.splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)][1:-1]
        if cells and not all(set(cell) <= {"-"} for cell in cells):
            yield cells


def document_text(name):
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def program_in(name):
    return re.search(r"```python\n(.*?)```", document_text(name), re.DOTALL)[1]


def translations():
    """The words of the menus in Chinese, by the English ones."""
    messages = ElementTree.parse(ROOT / "resources/translations/zh_CN.ts").iter("message")
    return {m.findtext("source"): m.findtext("translation") for m in messages}


def key_rows(language):
    """Menu, command and keys of every action that has keys, as the guides list them."""
    words = translations() if language == "zh" else {}
    menus = {menu: words.get(title, title).replace("&", "") for menu, title in MENUS}
    for spec in ACTIONS:
        _, keys = shortcuts().get(spec.id, ("", ()))
        printed = dict.fromkeys("+".join(keys_of(key)) for key in keys)
        if printed:
            shown = " ".join(f"`{key}`" for key in printed)
            yield menus[spec.menu], words.get(spec.text, spec.text).removesuffix("…"), shown


def annotated(article):
    return pipeline.annotate(read_source(article))


def test_the_guideline_numbers_its_cases_in_order():
    numbers = [int(number) for number in re.findall(r"^\| \*\*(\d+)\*\*", load_text(GUIDELINE), re.MULTILINE)]
    assert numbers == list(range(1, CASES + 1))


def test_the_guideline_explains_every_label_under_the_name_that_the_window_shows():
    rows = [tuple(cells[:2]) for cells in table_rows(load_text(GUIDELINE))]
    for label in default_scheme().labels:
        assert (label.name, label.titles["zh"]) in rows


def test_the_guideline_is_of_the_version_of_its_scheme():
    scheme = default_scheme().record
    assert f"`{scheme.name}`，规范版本 {scheme.version}" in load_text(GUIDELINE)


def test_the_guideline_fits_a_narrow_window():
    assert {len(cells) for cells in table_rows(load_text(GUIDELINE))} == {3}


@pytest.mark.parametrize("language", ["", ".zh"])
def test_the_program_in_the_sidecar_document_reads_a_sidecar(language, sample, monkeypatch, capsys):
    article = sample.rename(sample.with_name("article.txt"))
    document = annotated(article)
    sidecar.save(document, sidecar.sidecar_path(article), expected=None)
    monkeypatch.chdir(article.parent)
    exec(compile(program_in(f"sidecar{language}.md"), "program", "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == len(document.live_annotations())
    assert "MONEY 4.24亿元 {'amount': '424000000'" in "\n".join(printed)


@pytest.mark.parametrize("language", ["", ".zh"])
def test_the_scheme_in_its_document_is_valid_and_shows_every_key(language):
    toml = re.search(r"```toml\n(.*?)```", document_text(f"schemes{language}.md"), re.DOTALL)[1]
    scheme = scheme_from(toml.encode(), None)
    assert [label.name for label in scheme.labels] == ["COMP", "PER"]
    assert scheme.relations_between("PER", "COMP")
    shown = set(re.findall(r"^(\w+) =", toml, re.MULTILINE))
    assert {*LABEL_KEYS, *ATTRIBUTE_KEYS, *RELATION_KEYS, *QUESTION_KEYS} - {"attributes"} <= shown


def test_the_sidecar_document_names_every_member():
    shown = set(re.findall(r"`([a-z_]+)`|\"([a-z_]+)\"", document_text("sidecar.md")))
    named = {name for pair in shown for name in pair if name}
    schema = json.loads(load_text("schemas/sidecar.schema.json"))
    assert set(schema["properties"]) <= named
    for kind in ("annotation", "repair"):
        assert set(schema["$defs"][kind]["properties"]) - {"absorbed"} <= named


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/*.md")), ids=lambda p: p.name
)
def test_links_lead_somewhere(path):
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    if not (ROOT / "docs" / "pictures").exists():  # ``make screenshots`` takes them
        links = [link for link in links if "pictures/" not in link]
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_guide_lists_the_keys_of_every_action(language):
    rows = [tuple(cells) for cells in table_rows(document_text(f"guide.{language}.md"))]
    assert [row for row in key_rows(language) if row not in rows] == []
