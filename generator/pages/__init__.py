"""Which pages the guide has, where they stand, and what each of them is given to show."""

from collections.abc import Iterator
from typing import Any

from generator.pages.advice import advice_pages
from generator.pages.agreement import Agreement
from generator.pages.core import Page
from generator.pages.evidence import evidence_pages
from generator.pages.models import model_pages
from generator.pages.numbers import number_pages
from generator.pages.places import place_pages
from generator.pages.speed import speed_page
from recommender.model import Guide

__all__ = ["Agreement", "Page", "pages"]


def pages(
    guide: Guide, assets: dict[str, str], agreement: Agreement, measured: dict[str, Any] | None
) -> Iterator[Page]:
    """Yield every generated page; `assets` tells templates where the browser's files and the site are."""
    yield from model_pages(guide, assets)
    yield from advice_pages(guide, assets, agreement)
    yield from place_pages(guide, assets)
    yield from number_pages(guide)
    yield from evidence_pages(guide, assets)
    if measured:
        yield speed_page(measured)
