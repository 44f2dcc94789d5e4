"""What all tests share: the published guide, and a tiny guide on another subject."""

import pytest

from generator.reading.order import in_order
from generator.reading.validate import read_guide
from recommender.model import Guide
from shared import ROOT, SECOND_GUIDE

pytest_plugins = ["suites", "browser_fixtures", "asking", "embedding", "engines", "left_out", "pytester"]


@pytest.fixture(scope="session")
def guide() -> Guide:
    """Return the published guide."""
    return in_order(read_guide(ROOT / "generator" / "data"))


@pytest.fixture(scope="session")
def small() -> Guide:
    """Return the tiny guide on another subject."""
    return in_order(read_guide(SECOND_GUIDE))
