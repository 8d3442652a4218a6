import pytest

from prestatie_desktop.ui.look.contrast import contrast
from prestatie_desktop.ui.look.tokens import DARK, LIGHT, POINTS, Palette

#: What stands on what. Letters need 4.5, the outline of a control 3 (WCAG 2.2, 1.4.3 and 1.4.11).
LETTERS = [
    *[("ink", ground) for ground in ("surface", "window", "rail", "head", "select", "hover")],
    *[("ink2", ground) for ground in ("surface", "window", "rail", "head", "select", "hover")],
    *[("ink3", ground) for ground in ("surface", "window", "rail", "head", "select")],
    *[("accent", ground) for ground in ("surface", "window", "accent_soft", "select", "head")],
    ("on_accent", "accent"),
    *[("ok", ground) for ground in ("surface", "window", "ok_soft")],
    ("surface", "ok"),
    ("surface", "warn"),
    *[("warn", ground) for ground in ("surface", "window", "warn_soft", "select", "head")],
    *[("bad", ground) for ground in ("surface", "window", "bad_soft")],
    ("ink", "warn_soft"),
    ("ink2", "warn_soft"),
    ("ink", "bad_soft"),
    ("ink2", "bad_soft"),
    ("mute", "mute_soft"),
    ("inserted", "inserted_ground"),
    ("deleted", "deleted_ground"),
    ("on_toast", "toast"),
    ("toast_link", "toast"),
    ("paper_ink", "paper"),
]
SHAPES = [
    *[("edge", ground) for ground in ("surface", "window")],
    *[("focus", ground) for ground in ("surface", "window", "select", "rail", "head")],
]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("letters", "ground"), LETTERS)
def test_letters_can_be_read_on_their_ground(palette: Palette, letters: str, ground: str) -> None:
    assert contrast(palette[letters], palette[ground]) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_outlines_can_be_seen_on_their_ground(palette: Palette, shape: str, ground: str) -> None:
    assert contrast(palette[shape], palette[ground]) >= 3


def test_nothing_is_smaller_than_ten_points() -> None:
    assert min(POINTS.values()) == 10


def test_contrast_runs_from_one_to_twenty_one() -> None:
    assert contrast("#123456", "#123456") == pytest.approx(1)
    assert contrast("#000000", "#FFFFFF") == contrast("#FFFFFF", "#000000") == pytest.approx(21)
