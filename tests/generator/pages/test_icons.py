"""Every model has an icon in its own colours, which stand out from the page, light or dark."""

from collections.abc import Iterator
from dataclasses import replace

from generator.pages.icons import icon_styles
from generator.reading.checks.icons import check_icons
from recommender.model import Guide, Icon

PAPER, NIGHT = "#ffffff", "#11181d"
LEAST = 4.5
"""More than the 3 that WCAG 2.2 wants of pictures, for icons stand on shades of paper and night as well."""


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def icons(guide: Guide) -> Iterator[tuple[str, Icon]]:
    for model in guide.models:
        assert model.icon, f"{model.id} has no icon"
        yield model.id, model.icon


def test_colours_stand_out_from_paper_and_night(guide: Guide) -> None:
    dull = {
        model: (contrast(icon.light, PAPER), contrast(icon.dark, NIGHT))
        for model, icon in icons(guide)
        if min(contrast(icon.light, PAPER), contrast(icon.dark, NIGHT)) < LEAST
    }
    assert dull == {}


def test_each_model_gets_a_rule_for_its_colour_and_shape(guide: Guide, small: Guide) -> None:
    rules = icon_styles(guide.models).decode().splitlines()
    assert len(rules) == len(guide.models)
    for rule, (model, icon) in zip(rules, icons(guide), strict=True):
        assert rule.startswith(f'[data-model="{model}"]')
        assert all(part in rule for part in (icon.light, icon.dark, icon.path))
    assert icon_styles(small.models) == b""


def test_icons_are_for_all_models_or_for_none(guide: Guide, small: Guide) -> None:
    first, second, *others = guide.models
    assert list(check_icons(guide)) == list(check_icons(small)) == []
    bare = replace(guide, models=(replace(first, icon=None), second, *others))
    assert [(each.loc, each.what) for each in check_icons(bare)] == [(("models", 0), "has no `icon`")]


def test_icons_differ_and_can_be_drawn(guide: Guide) -> None:
    first, second, *others = guide.models
    same = replace(guide, models=(first, replace(second, icon=first.icon), *others))
    assert [each.loc[-1] for each in check_icons(same)] == ["path", "light", "dark"]
    wild = Icon(path="M0 0'/>", light="red", dark="#FFFFFF")
    strange = replace(guide, models=(replace(first, icon=wild), second, *others))
    assert [each.what for each in check_icons(strange)] == ["is no path of SVG", "is no colour", "is no colour"]
