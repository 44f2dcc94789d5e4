"""What the schema cannot say about situations: each gives answers that exist, and asks for fields that exist."""

from collections.abc import Iterator

from generator.problems import Finding, one_of, quote
from generator.reading.checks.answers import check_answers
from recommender.given import QUOTES_ASKED
from recommender.model import Guide


def check_situations(guide: Guide) -> Iterator[Finding]:
    """Yield answers that nobody can give, and fields to ask for that the guide does not have."""
    fields = {entry.id for entry in guide.entries} | ({QUOTES_ASKED} if guide.quote_lines else set())
    for index, situation in enumerate(guide.situations):
        yield from check_answers(guide, situation.answers, ("situations", index, "answers"))
        for n, name in enumerate(situation.asks):
            if name not in fields:
                what = f"{quote(name)} is no entry, nor `{QUOTES_ASKED}`"
                fix = one_of(fields) if fields else "remove it"
                yield Finding(("situations", index, "asks", n), what, "nobody could fill it in", fix)
