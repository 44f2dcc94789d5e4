"""What a browser is sent of a module: what runs, what classes ask for, but no types or methods for people only."""

from typing import Any

import pytest

from generator.browser.bytecode import undressed


def test_functions_lose_their_types_and_classes_keep_theirs() -> None:
    source = '''
class Row:
    """What it is."""

    low: int

    def more(self, *others: int, by: int = 2, **rest: str) -> int:
        return sum(others) * by
'''
    short = undressed(source.encode()).decode()
    assert "low: int" in short
    assert "def more(self, *others, by=2, **rest):" in short
    assert made(short)().more(1, 2, by=5) == 15


HASHED = ["frozen=True", "frozen=True, slots=True, kw_only=True"]


@pytest.mark.parametrize("asked", [*HASHED, "slots=True", "frozen=True, eq=False"])
def test_dataclasses_are_made_compared_and_hashed_as_before(asked: str) -> None:
    source = f"from dataclasses import dataclass\n@dataclass({asked})\nclass Row:\n    low: int\n    high: int = 7"
    before, after = made(source), made(undressed(source.encode()).decode())
    for kind in (before, after):
        assert (kind(low=1).low, kind(low=1).high) == (1, 7)
        assert (kind(low=1) == kind(low=1)) == ("eq=False" not in asked)
        assert kind(low=1) != kind(low=2)
        assert (kind.__hash__ is not None and hash(kind(low=1)) == hash((1, 7))) == (asked in HASHED)
    assert (before.__hash__ is None) == (after.__hash__ is None)
    assert hasattr(before(low=1), "__dict__") == hasattr(after(low=1), "__dict__")


def test_dataclasses_lose_what_only_people_ask_for() -> None:
    row = made(
        undressed(b"from dataclasses import dataclass\n@dataclass(frozen=True)\nclass Row:\n    low: int").decode()
    )
    assert not {"__repr__", "__setattr__", "__delattr__"} & row.__dict__.keys()


def made(source: str) -> Any:  # noqa: ANN401
    """Return the class `Row` of a module."""
    space: dict[str, Any] = {"__name__": "builtins"}
    exec(source, space)
    return space["Row"]
