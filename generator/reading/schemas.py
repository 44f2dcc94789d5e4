"""Write a JSON Schema for every kind of data file, so that an editor can help while one types."""

import json
from pathlib import Path
from typing import Any

from generator.reading.load import COLLECTIONS
from generator.reading.validate import schema
from recommender.model import Guide


def write_schemas(folder: Path) -> None:
    """Write `<collection>.json` for one item or a list of items, and `guide.json` for the settings."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in _schemas().items():
        (folder / f"{name}.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def _schemas() -> dict[str, dict[str, Any]]:
    found = {name: _one_or_many(schema(kind)) for name, kind in COLLECTIONS.items()}
    return found | {"guide": _settings(schema(Guide))}


def _one_or_many(item: dict[str, Any]) -> dict[str, Any]:
    definitions = item.pop("$defs", {})
    return {"$defs": definitions | {"Item": item}, "anyOf": [_ITEM, {"type": "array", "items": _ITEM}]}


_ITEM = {"$ref": "#/$defs/Item"}


def _settings(guide: dict[str, Any]) -> dict[str, Any]:
    guide["properties"] = {name: value for name, value in guide["properties"].items() if name not in COLLECTIONS}
    guide["required"] = [name for name in guide["required"] if name not in COLLECTIONS]
    return guide
