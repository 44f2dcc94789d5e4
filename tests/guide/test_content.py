"""What the published guide promises about its content."""

import json
import re
from pathlib import Path

import pytest

from generator.browser.browser_guide import for_browser
from generator.reading.walk import walk
from recommender.advice import Move, Rule
from recommender.api import guide_json, open_guide
from recommender.model import Guide
from recommender.scoring import recommend, standing
from recommender.sources import Claim

FOUNDING = {
    "zaidwood-main-difference",
    "zaidwood-co-employment",
    "employers-resource-peo-vs-aso",
    "wisemonk-peo-vs-aso",
    "wikipedia-aso",
}


def test_the_five_founding_sources_are_there(guide: Guide) -> None:
    assert {source.id for source in guide.sources} >= FOUNDING


def test_every_claim_and_rule_cites_a_statement(guide: Guide) -> None:
    known = {f"{source.id}#{statement.id}" for source in guide.sources for statement in source.statements}
    claims = [value for _, value in walk(guide) if isinstance(value, Claim | Rule | Move)]
    assert len(claims) > 150
    for claim in claims:
        assert claim.cites, claim
        assert known.issuperset(claim.cites), claim


@pytest.mark.parametrize("source", ["employers-resource-peo-vs-aso", "wisemonk-peo-vs-aso"])
def test_each_cell_of_a_founding_table_stands_in_the_comparison(guide: Guide, source: str) -> None:
    rows = {
        f"{each.id}#{statement.id}"
        for each in guide.sources
        if each.id == source
        for statement in each.statements
        if statement.where.startswith("Table row")
    }
    cited = {cite for _, claim in walk(guide.criteria) if isinstance(claim, Claim) for cite in claim.cites}
    assert len(rows) >= 16
    assert rows - cited == set()


def test_the_whole_evidence_is_there(guide: Guide) -> None:
    statements = [statement for source in guide.sources for statement in source.statements]
    assert len(statements) >= 487
    aside = [statement for statement in statements if statement.set_aside]
    assert len(aside) <= 0.15 * len(statements)


def test_every_part_is_complete(guide: Guide) -> None:
    assert {model.id for model in guide.models} == {"peo", "cpeo", "aso", "hro", "eor", "inhouse", "stay"}
    assert len(guide.jurisdictions) == 51
    assert len(guide.disputes) == 26
    assert {2, 15, 20, 50, 100} - {threshold.headcount for threshold in guide.thresholds} <= {2}
    assert len(guide.duties) >= 9


def test_every_misconception_and_question_of_the_sources_is_answered(guide: Guide) -> None:
    parts = {"misconception": guide.myths, "faq": guide.faq}
    for place, part in (("Misconceptions", parts["misconception"]), ("FAQ", parts["faq"])):
        told = {cite for _, value in walk(part) if isinstance(value, Claim) for cite in value.cites}
        asked = {
            f"{source.id}#{statement.id}"
            for source in guide.sources
            for statement in source.statements
            if statement.where.startswith(f"{place}:") or re.match(rf"{place}, \d", statement.where)
        }
        assert asked
        assert asked - told == set(), place


def test_no_sentence_repeats_a_quote(guide: Guide) -> None:
    quoted = {run for source in guide.sources for s in source.statements for run in runs(s.quote or "")}
    texts = [(loc, value) for loc, value in walk(guide) if isinstance(value, str) and loc[-1] not in ("quote", "title")]
    assert not [(loc, text) for loc, text in texts if runs(text) & quoted]


def runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9$%']+", text.lower())
    return {tuple(words[n : n + length]) for n in range(len(words) - length + 1)}


def test_examples_show_every_kind_of_outcome(guide: Guide) -> None:
    assert len(guide.profiles) == 12
    assert {profile.expect.outcome for profile in guide.profiles} == {"winner", "keep", "close_call"}
    assert any(profile.expect.parts for profile in guide.profiles)
    assert {model for profile in guide.profiles for model in profile.expect.models} >= set(standing(guide, "rival"))
    assert all(profile.expect.decided_by for profile in guide.profiles)


def test_the_short_answer_is_short(guide: Guide) -> None:
    assert sum(len(claim.text.split()) for claim in guide.short_answer) < 100


def test_the_part_for_the_browser_recommends_the_same(guide: Guide) -> None:
    part, whole = open_guide(guide_json(for_browser(guide))), open_guide(guide_json(guide))
    for profile in guide.profiles:
        answers = json.dumps(dict(profile.answers))
        assert part.recommend(answers) == whole.recommend(answers)
        assert recommend(guide, profile.answers).outcome == profile.expect.outcome


def test_no_text_uses_a_placeholder_word(guide: Guide) -> None:
    texts = [value for _, value in walk(guide) if isinstance(value, str)]
    assert not [text for text in texts if any(word in text.lower() for word in ("lorem", "todo", "tbd", "xxx"))]


def test_data_files_open_with_what_they_are() -> None:
    data = Path(__file__).parents[2] / "generator" / "data"
    assert not [str(file) for file in data.rglob("*.yaml") if not file.read_text().startswith("# ")]
