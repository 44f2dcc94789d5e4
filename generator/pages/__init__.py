"""Which pages the guide has: each kind's function is called like its template and its entry in the data."""

from collections.abc import Iterator
from typing import Any

from generator.pages.about import changes, data, embed_this
from generator.pages.agreement import Agreement
from generator.pages.choose import choose
from generator.pages.evidence import disputes, myths, sources
from generator.pages.home import home
from generator.pages.how_it_works import how_it_works
from generator.pages.how_to import faq, glossary, provider_questions, walkthroughs
from generator.pages.models import each_model, models
from generator.pages.numbers import cost, thresholds
from generator.pages.page import Edition, Page, edition_of
from generator.pages.places import each_place, places
from generator.pages.speed import speed
from generator.pages.tables import compare, duties
from generator.pages.topics import clauses, topics
from generator.pages.worked_examples import examples, work_out

__all__ = ["Agreement", "Edition", "Page", "edition_of", "pages"]


def pages(edition: Edition, agreement: Agreement, measured: dict[str, Any] | None) -> Iterator[Page]:
    """Yield every generated page; `agreement` and `measured` are what a study and a benchmark found, if they did."""
    worked = [work_out(edition.guide, profile) for profile in edition.guide.profiles]
    yield from (home(edition), *choose(edition, worked), examples(edition, worked), how_it_works(edition, agreement))
    yield from (compare(edition), duties(edition), thresholds(edition), cost(edition, worked))
    yield from (places(edition), *each_place(edition), models(edition), *each_model(edition))
    yield from (*topics(edition), clauses(edition))
    yield from (*walkthroughs(edition), provider_questions(edition), faq(edition), glossary(edition))
    yield from (disputes(edition), myths(edition), sources(edition))
    yield from (data(edition), embed_this(edition), changes(edition))
    if measured:
        yield speed(edition, measured)
