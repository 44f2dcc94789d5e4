"""The order in which everything stands on a page, so that nothing else needs to sort."""

from dataclasses import replace
from typing import Any

from generator.reading.load import COLLECTIONS
from recommender.model import Guide


def in_order(guide: Guide) -> Guide:
    """Return the guide with every collection in the order of the page, so that nothing else needs to sort."""
    ordered: dict[str, Any] = {name: tuple(sorted(getattr(guide, name), key=_place)) for name in COLLECTIONS}
    return replace(guide, **ordered)


def _place(item: Any) -> tuple[int, str]:  # noqa: ANN401 - any item of any collection
    """Return where an item stands: by its `order`, else by the name under which a reader looks it up."""
    if hasattr(item, "order"):
        return item.order, item.id
    name = next((getattr(item, key) for key in ("term", "name", "label", "date") if hasattr(item, key)), item.id)
    return 0, name.casefold()
