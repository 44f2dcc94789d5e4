"""Look citations up among the statements of the guide, gathered by publication."""

from collections.abc import Mapping
from functools import lru_cache

from recommender.model import Guide
from recommender.result_reasons import Citation, Publication
from recommender.sources import Source, Statement


class Citations:
    """The statements of a guide by the name under which they are cited."""

    def __init__(self, guide: Guide) -> None:
        self._known = _statements(guide)
        self._described: dict[str, Source] = {}

    def describe(self, cites: tuple[str, ...]) -> list[Citation]:
        """Return the publications behind some citations, as plain values, each once, with what is cited of it."""
        found: dict[str, Citation] = {}
        for cite in cites:
            source, statement = self._known[cite]
            self._described[source.id] = source
            place = f"{source.id}--{statement.id}"
            entry = found.setdefault(source.id, _citation(source, place))
            entry["statements"].append({"id": place, "where": statement.where})
        return list(found.values())

    def described(self) -> list[Publication]:
        """Return the publications behind everything described so far, by their short names."""
        return sorted(map(_publication, self._described.values()), key=lambda each: (each["label"], each["source"]))


@lru_cache(maxsize=1)
def _statements(guide: Guide) -> Mapping[str, tuple[Source, Statement]]:
    return {f"{source.id}#{each.id}": (source, each) for source in guide.sources for each in source.statements}


def _citation(source: Source, first: str) -> Citation:
    return {"source": source.id, "label": source.label, "bias": source.bias, "first": first, "statements": []}


def _publication(source: Source) -> Publication:
    return {
        "source": source.id,
        "label": source.label,
        "bias": source.bias,
        "title": source.title,
        "publisher": source.publisher,
        "confidence": source.confidence,
        "url": source.url,
    }
