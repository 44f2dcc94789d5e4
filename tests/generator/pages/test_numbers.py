"""The page on cost shows all that an amount may be, and what the worked cases with numbers come to."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import escape

from generator.pages import Agreement, Page, edition_of, pages
from generator.pages.page import Edition
from generator.pages.presets import amount_view
from generator.pages.references import References, index
from generator.pages.render import Renderer
from recommender.explain import explain
from recommender.model import Guide
from recommender.money import AmountCase, Local
from recommender.scoring import recommend
from recommender.sources import Claim


@pytest.fixture(scope="module")
def edition(guide: Guide) -> Edition:
    return edition_of(guide, defaultdict(str))


@pytest.fixture(scope="module")
def cost_page(edition: Edition) -> Page:
    return next(page for page in pages(edition, Agreement(study=None), None) if page.kind == "cost")


def test_every_statement_behind_an_amount_can_be_read(guide: Guide, cost_page: Page) -> None:
    shown = {f"{listed.source.id}#{said.id}" for listed in cost_page.values["references"] for said in listed.statements}
    stated = [each for amount in guide.amounts for each in (amount, *amount.cases)]
    cited = {cite for each in stated for claim in each.claims for cite in claim.cites}
    assert len([amount for amount in guide.amounts if amount.cases]) >= 2
    assert cited - shown == set()


def test_an_amount_says_what_else_it_may_be(small: Guide) -> None:
    question = next(each for each in small.questions if each.options)
    case = AmountCase(
        when={question.id: (question.options[0].id, question.options[1].id)},
        low=1.5,
        high=2,
        as_of="2025",
        assumed="So they say.",
        claims=(Claim(text="Something.", cites=("almanac#far",)),),
    )
    follows = AmountCase(when={question.id: (question.options[0].id,)}, same_as=small.amounts[1].id)
    local = Local(aspect=small.aspects[0].id)
    amount = replace(small.amounts[0], cases=(case, follows), local=local, unit="$ a ride", low=None, high=None)
    view = amount_view(small, amount, References(index(small)))
    options = " or ".join(option.label for option in question.options[:2])
    assert (view.usual.value, view.aspect) == (small.wording.cost_unknown, small.aspects[0].name)
    first, second = view.cases
    assert (first.answers, first.value, first.as_of, first.assumed) == (
        f"{question.label}: {options}",
        "$1.5 to $2",
        "2025",
        "So they say.",
    )
    assert [sentence.card.first.source.id for sentence in first.claims] == ["almanac"]
    assert second.value == f"as “{small.amounts[1].label}”"


def test_worked_bills_are_what_the_recommender_says(
    guide: Guide, edition: Edition, cost_page: Page, tmp_path: Path
) -> None:
    worked_out = cost_page.values["priced"]
    assert [worked.profile.id for worked in worked_out] == ["roofing-two-states", "software-with-a-peo"]
    text = Renderer(edition, tmp_path).render(cost_page)
    for worked in worked_out:
        profile = worked.profile
        (money,) = explain(guide, recommend(guide, {**profile.answers, **profile.beside}))["money"]
        assert worked.bills == [money]
        assert money["headline"] in text
        for bill in money["bills"]:
            assert bill["total"] in text
            assert bill["first"] in text
            assert bill["than"] in text
        for assumed in (each for each in money["assumptions"] if each["given"]):
            assert f"<dt>{escape(assumed['label'])}</dt>" in text
