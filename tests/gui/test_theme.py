"""Contrast by WCAG 2 (relative luminance): AA for text, 3.0 for marks and borders that carry meaning."""

import pytest
from PySide6.QtGui import QFontDatabase

from gui.look.contrast import contrast
from gui.look.fonts import article_font, latin_font, ui_font
from gui.look.metrics import load_metrics
from gui.look.theme import THEME_NAMES, Theme, load_theme, palette, stylesheet


@pytest.fixture(params=THEME_NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def test_text_is_readable_on_every_ground_it_stands_on(theme: Theme) -> None:
    ui = theme.ui
    for ink in (ui.ink, ui.ink_2, ui.ink_3, ui.zhu):
        for ground in (ui.surface, ui.panel, ui.window):
            assert contrast(ink, ground) >= 4.5, (ink.name(), ground.name())
    for ink, ground in ((ui.on_ink, ui.ink), (ui.on_zhu, ui.zhu), (ui.ink, ui.selection), (ui.ink, ui.press)):
        assert contrast(ink, ground) >= 4.5, (ink.name(), ground.name())


def test_article_text_is_readable_on_every_mark(theme: Theme) -> None:
    for name, hue in theme.hues.items():
        assert contrast(hue.text, theme.ui.surface) >= 4.5, name
        assert contrast(hue.text, theme.ui.panel) >= 4.5, name
        if hue.tint.alpha():
            assert contrast(theme.ui.ink, hue.tint) >= 7, name
            assert contrast(theme.ui.ink, hue.faint) >= 7, name


def test_strokes_that_carry_meaning_can_be_seen(theme: Theme) -> None:
    for name, hue in theme.hues.items():
        assert contrast(hue.line, theme.ui.surface) >= 3, name
        if hue.tint.alpha():
            assert contrast(hue.line, hue.tint) >= 3, name
    assert contrast(theme.ui.control, theme.ui.surface) >= 3
    assert contrast(theme.ui.focus, theme.ui.surface) >= 3


def test_cinnabar_is_kept_for_what_a_person_must_look_at(theme: Theme) -> None:
    assert "zhu" not in stylesheet(theme)
    made = palette(theme)
    assert all(made.color(role) != theme.ui.zhu for role in (made.ColorRole.Link, made.ColorRole.Highlight))


def test_the_stylesheet_names_only_colors_that_exist(theme: Theme) -> None:
    assert "$" not in stylesheet(theme)


def test_sepia_differs_from_light_in_grounds_only() -> None:
    light, sepia = load_theme("light"), load_theme("sepia")
    assert light.hues == sepia.hues
    assert light.ui.ink == sepia.ui.ink
    assert light.ui.surface != sepia.ui.surface


def test_a_label_without_a_color_is_grey() -> None:
    light = load_theme("light")
    assert light.hue("mauve") == light.hues["term"]


def test_metrics_are_complete() -> None:
    metrics = load_metrics()
    assert metrics.sizes["body"].line * 9 == metrics.sizes["body"].size * 16
    assert metrics.body_choices[-1] == 36
    assert metrics.layout.window_min == (800, 480)


def test_the_chinese_family_comes_first(qapp: object) -> None:
    assert "CJK" in ui_font(13).families()[0] or "YaHei" in ui_font(13).families()[0]
    assert article_font(18, is_hant=True).families()[0].endswith(("TC", "JhengHei"))
    assert article_font(18, face="song", is_hant=True).families()[0].endswith("TC")
    assert article_font(18).pixelSize() == 18


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
def test_a_machine_without_the_named_fonts_shows_its_own(
    system: str, monkeypatch: pytest.MonkeyPatch, qapp
) -> None:
    monkeypatch.setattr("sys.platform", system)
    own = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    assert own
    for font in (ui_font(13), article_font(18), article_font(18, face="song", is_hant=True), latin_font(11)):
        assert own in font.families()
