"""Go through all values of the schema, each with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from generator.reading.yaml_lines import Loc


def walk(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:  # noqa: ANN401 - any value of the schema
    """Yield every value inside a value of the schema with its place, outermost first."""
    yield loc, value
    if is_dataclass(value):
        for field in fields(value):
            yield from walk(getattr(value, field.name), (*loc, field.name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from walk(item, (*loc, index))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from walk(item, (*loc, key))
