"""Twelve firms cost what arithmetic by hand says, and a few of their own numbers make the ranges narrow."""

from fractions import Fraction

import pytest

from recommender.model import Guide
from recommender.priced import Priced, price
from recommender.scoring import recommend
from recommender.spans import Gap, Span
from worked_firms import FIRMS, Firm, dollars


@pytest.fixture(params=FIRMS)
def firm(request: pytest.FixtureRequest) -> Firm:
    return FIRMS[request.param]


@pytest.fixture
def priced(guide: Guide, firm: Firm) -> Priced:
    result = recommend(guide, firm.answers)
    assert result.given.ignored == {}
    found = price(guide, result)
    assert found
    return found


def test_a_later_year_costs_what_the_arithmetic_says(priced: Priced, firm: Firm) -> None:
    found = {bill.model: priced.span(bill.later) for bill in priced.bills}
    for model, (low, high) in firm.later.items():
        assert found[model] == Span(low=dollars(low), high=dollars(high)), model


def test_the_first_year_costs_so_much_more(priced: Priced, firm: Firm) -> None:
    found = {bill.model: priced.gap(bill.first, bill.later) for bill in priced.bills}
    for model, (low, high) in firm.more_at_first.items():
        assert found[model] == Gap(low=dollars(low), high=dollars(high)), model


@pytest.mark.parametrize(
    ("name", "own"), [("roofers", ("wc_rate", "fee_peo")), ("software", ("premium", "fee_peo", "renewal"))]
)
def test_a_few_own_numbers_make_ranges_narrow(guide: Guide, name: str, own: tuple[str, ...]) -> None:
    """At most four, one of them what HRO is quoted at, of which no price is published; high over low is at most 1.6."""
    answered = {question.id for question in guide.questions}
    answers = {key: value for key, value in FIRMS[name].answers.items() if key in answered}
    numbers = {key: {**FIRMS[name].answers, "fee_peo": 120}[key] for key in own}
    found = price(guide, recommend(guide, {**answers, **numbers, "fee_hro": 120}))
    assert found
    for bill in found.bills:
        for total in (bill.later, bill.first):
            span = found.span(total)
            assert span.high is not None, bill.model
            assert span.high <= Fraction("1.6") * span.low, bill.model
