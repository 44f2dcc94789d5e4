"""The package says what each of its modules is for."""

import re
from pathlib import Path

import recommender


def test_every_module_stands_on_the_map() -> None:
    modules = {file.stem for file in Path(recommender.__file__).parent.glob("*.py")} - {"__init__"}
    assert set(re.findall(r"`(\w+)`", recommender.__doc__ or "")) == modules
