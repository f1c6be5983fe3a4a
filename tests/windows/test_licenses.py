"""Nothing is shipped without the text of its licence; nothing here needs the archives, Windows or Wine."""

import zipfile
from importlib.metadata import PackageNotFoundError, distribution

import pytest
from contained import COMMON, NOTICES, contained, contained_notice, license_text, licenses_of
from licenses import is_license_text, write_licenses
from lock import pinned
from product import contents

PYTHON = contents()["python"]["package"].partition("==")[0]
QT = ("pyside6-essentials", "shiboken6")
PARTS = contained()["part"]


@pytest.mark.parametrize("name", sorted(set(pinned()) - {PYTHON, *QT}))
def test_every_distribution_has_the_text_of_its_licence(name):
    if name in contents()["licenses"]["common"] or (NOTICES / f"{name}.txt").exists():
        return
    try:
        files = distribution(name).files or []
    except PackageNotFoundError:
        pytest.skip("needed on Windows alone")
    assert [file for file in files if ".dist-info/" in str(file) and is_license_text(str(file))]


def test_a_distribution_without_a_text_stops_the_build(tmp_path):
    wheel = tmp_path / "bare-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("bare-1.0.dist-info/METADATA", "Name: bare\nVersion: 1.0\nLicense: MIT\n")
    with pytest.raises(ValueError, match="bare comes without"):
        write_licenses([wheel], b"", tmp_path / "licenses")


def test_what_qt_contains_was_read_for_the_version_that_is_pinned():
    for name in QT:
        assert pinned()[name].rpartition(".")[0] == contained()["qt"], "notices/contained.toml says how"


def test_the_parts_are_of_what_is_shipped():
    shipped = {f"Qt {module}" for module in contents()["qt"]["modules"]} | set(pinned())
    assert {part["within"] for part in PARTS} <= shipped
    assert len({(part["within"], part["name"]) for part in PARTS}) == len(PARTS)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: f"{part['within']}: {part['name']}")
def test_every_part_comes_with_its_copyright_and_its_licences(part):
    notice = contained_notice().decode()
    assert part["copyright"] in notice
    for license_id in licenses_of(part["license"]):
        assert license_text(license_id).strip() in notice


def test_no_text_is_kept_that_no_part_needs():
    used = {license_id for part in PARTS for license_id in licenses_of(part["license"])}
    assert {path.stem for path in (NOTICES / "texts").iterdir()} <= used
    assert not [path for path in (NOTICES / "texts").iterdir() if (COMMON / path.stem).exists()]


def test_qt_is_said_to_be_exchangeable_and_where_its_source_is():
    notice = (NOTICES / "Qt.txt").read_text("utf-8")
    for words in (
        "Lesser General Public License",
        "replaced",
        "take the program apart",
        "https://download.qt.io/",
    ):
        assert words in " ".join(notice.split())
