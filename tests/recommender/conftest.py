"""What tests of the recommender share."""

import pytest

from recommender.model import Guide


@pytest.fixture(params=["small", "guide"])
def any_guide(request: pytest.FixtureRequest) -> Guide:
    """Return the tiny guide, then the published one."""
    found: Guide = request.getfixturevalue(request.param)
    return found
