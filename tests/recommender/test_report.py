"""A report is Markdown that says what the result says: every answer, reason, cost and source, and nothing twice."""

import json

import pytest

from recommender.api import Adviser
from recommender.explain import explain
from recommender.model import Guide
from recommender.questions import Answer
from recommender.result import Explained
from recommender.result_reasons import Reason
from recommender.scoring import recommend
from shared import draw_given

type Answers = dict[str, Answer]


def report(guide: Guide, answers: Answers, **more: str) -> list[str]:
    """Return the lines of a report."""
    text = Adviser(guide=guide).report(json.dumps({"answers": answers, **more}))
    assert text.endswith("\n")
    return text.splitlines()


def result_of(guide: Guide, answers: Answers) -> Explained:
    return explain(guide, recommend(guide, answers))


def below(lines: list[str], start: str) -> list[str]:
    """Return the list below the one heading that begins so."""
    (place,) = [number for number, line in enumerate(lines) if line.startswith(start)]
    rest = lines[place + 2 :]
    return rest[: next((number for number, line in enumerate(rest) if not line), len(rest))]


FULL: Answers = {
    "rain": "no",
    "money": "short",
    "distance": "near",
    "riders": 3,
    "regions": ("northland",),
    "water": "some",
    "now": "bike",
    "weight_purse": 2,
    "fare": 2,
}


def test_it_begins_with_the_headline_and_where_it_comes_from(small: Guide) -> None:
    lines = report(small, FULL, date="2026-02-01", link="https://example.org/#rain=no")
    told = result_of(small, FULL)
    assert lines[0] == f"# {told['headline']}"
    assert lines[2:10] == [
        "- You may: keep your bike, Bus.",
        "- Bike: You know that a bike costs less (In print)",
        "- Bike: You know that near and cheap go together (In print)",
        "- Ferry: You know that water is for ferries (In print)",
        "- Biggest doubt: Bus: You know that a bike takes one (In print)",
        "- Who can tell: Nobody counted.",
        "- What would change it: Distance: Very far leads to a bus, and a ferry for some.",
        "",
    ]
    assert lines[10] == f"{told['detail']} {told['final']}"
    guide, version, reviewed, taken, link = lines[12].split(", ")
    assert (guide, link) == (small.title, "<https://example.org/#rain=no>")
    assert [small.version in version, small.reviewed_on in reviewed, "2026-02-01" in taken] == [True] * 3
    assert len(report(small, FULL)[12].split(", ")) == 3  # neither date nor link


def test_it_ends_with_the_disclaimer(small: Guide) -> None:
    assert report(small, FULL)[-2:] == ["", small.disclaimer]


def test_a_reason_is_told_with_points_strength_and_places(small: Guide) -> None:
    lines = report(small, {"rain": "no", "money": "short"})
    assert "- +3 A bike costs less. (In print) [Almanac: Page 1]" in lines
    assert below(lines, "### Bike: 3 + 1 = 4 points") == [
        "- +3 A bike costs less. (In print) [Almanac: Page 1]",
        "- +1 It is dry. (In print) [Almanac: Page 2]",
    ]
    assert "- +6 (2 times 3) A bike costs less. (In print) [Almanac: Page 1]" in report(small, FULL)


def test_what_is_ruled_out_is_told_where_it_stands(small: Guide) -> None:
    (out, *_) = below(report(small, {"money": "short", "distance": "far"}), "### Bike: 3 points, ")
    assert out.endswith("It is too far to ride. (In print) [Almanac: Page 3]")
    assert not out.startswith("- +")


@pytest.mark.parametrize(
    "pieces",
    [
        ("- Rain: It is dry",),
        ("- Riders: 3",),
        ("- Purse: Twice",),
        ("Not ", ": Boat"),
        ("- A bus? No, 9 to 4.",),
        ("## ", ": Ferry"),
        ("- Water is for ferries. (In print) [Almanac: Page 3]",),
        ("## a fast bike is nice for a bike.",),
        ("- +2 A fast bike needs a dry road. (In print) [Almanac: Page 2]",),
        ("- Bus, 4 ", "A bike has to be sold first. [Almanac]"),
        ("- Purse: always.",),
        ("- Northland: Hills: Many",),
        ("- 2: The tandem law",),
        ("- A ticket: 2 coins a ride (", ")"),  # it is one's own
        ("- Rides: no idea",),
        ("- Bus: no idea (Tickets: no idea)",),
        ("- Almanac: Almanac of ways to work, Nobody. <https://example.org/almanac>",),
    ],
)
def test_every_kind_of_line(small: Guide, pieces: tuple[str, ...]) -> None:
    start, end = pieces[0], pieces[-1]
    found = [line for line in report(small, FULL) if line.startswith(start) and line.endswith(end)]
    assert len(found) == 1
    assert len(pieces) == 2 or found == [start]


def test_headings_of_the_subject_are_those_of_the_guide(small: Guide) -> None:
    text = "\n".join(report(small, {"rain": "yes", "money": "plenty", "riders": 3, "regions": ("northland",)}))
    assert "\n## Questions for the driver\n\n- [ ] How many seats?\n" in text
    assert "\n## Where you ride\n\n- Northland: Hills: " in text
    assert "\n## What holds for so many riders\n\n- 2: The tandem law\n" in text


def test_an_alternative_is_told_with_what_it_leads_to(small: Guide) -> None:
    lines = report(small, {"rain": "no", "money": "short"})
    assert "- Money: It is not → a bike and a bus are close." in lines


def test_a_cost_is_told_with_what_it_is_beside_and_what_would_narrow_it(guide: Guide) -> None:
    lines = report(guide, {"employees": 14})
    (money,) = result_of(guide, {"employees": 14})["money"]
    (narrow,) = money["narrow"]
    (cost,) = below(lines, "## Cost in a year")
    assert cost.endswith(f" The one number that would narrow this most: {narrow['label']}. {narrow['find']}")
    (bill,) = [each for each in money["bills"] if each["model"] == "peo"]
    (line,) = [each for each in lines if each.startswith(f"- {bill['abbreviation']}: {bill['total']}")]
    assert bill["than"]
    assert bill["first_than"]
    assert f"; {bill['than']}; in the first year {bill['first_than']} (" in line


def test_an_assumption_is_told_with_its_year_and_its_reason(guide: Guide) -> None:
    lines = report(guide, {"employees": 14, "pay": 60_000})
    assumed = {
        each["id"]: each for each in result_of(guide, {"employees": 14, "pay": 60_000})["money"][0]["assumptions"]
    }
    (own, fee) = (
        [line for line in lines if line.startswith(f"- {assumed[name]['label']}: ")] for name in ("pay", "fee_peo")
    )
    assert own == ["- Average pay: $60,000 of pay per employee per year (yours)"]
    assert (assumed["fee_peo"]["as_of"], assumed["fee_peo"]["why"][-1:]) == ("2023", ".")
    assert f" (2023). {assumed['fee_peo']['why']} [" in fee[0]


def test_what_there_is_nothing_of_has_no_heading(small: Guide) -> None:
    few, full = ([line for line in report(small, each) if line.startswith("## ")] for each in ({}, FULL))
    assert set(few) < set(full)
    assert len(full) >= len(few) + 8


def holds(line: str, reason: Reason) -> bool:
    """Say whether a line tells a reason with all that carries it."""
    places = [each["where"] for citation in reason["citations"] for each in citation["statements"]]
    labels = [citation["label"] for citation in reason["citations"]]
    return all(part in line for part in (reason["because"], reason["strength"], *labels, *places))


def test_it_tells_all_of_the_result_once(any_guide: Guide) -> None:
    for answers in draw_given(any_guide, 30, seed=91):
        told, lines = result_of(any_guide, answers), report(any_guide, answers)
        head = [told[key] for key in ("detail", "final", "doubts", "needless")]
        assert " ".join(str(text) for text in head if text) in lines
        (brief,) = told["summary"]
        shorts = [line["text"] for line in (*brief["reasons"], *brief["doubt"])]
        assert all(any(text in line for line in lines[2:12]) for text in (*shorts, brief["counted"], brief["change"]))
        for each in told["answered"]:
            assert lines.count(f"- {each['label']}: {each['answer']}") >= 1
        for standing in told["standings"]:
            reasons = below(lines, f"### {standing['abbreviation']}: {standing['total']}")
            wanted = [*standing["excluded_by"], *standing["reasons"]]
            assert len(reasons) == len(wanted)
            assert all(holds(line, reason) for reason, line in zip(wanted, reasons, strict=True))
            sums = [int(line.split()[1]) for line in reasons if line.startswith("- +")]
            assert sum(sums) == standing["points"]
        for quality in told["qualities"]:
            listed = below(lines, f"## {quality['words']}")
            assert len(listed) == len(quality["reasons"]) or listed == [quality["total"]]
        assert [line[6:] for line in lines if line.startswith("- [ ] ")] == [
            each["question"] for each in told["provider_questions"]
        ]
        for source in told["sources"]:
            assert sum(line.endswith(f"<{source['url']}>") for line in lines) >= 1
        assert sum(" → " in line for line in lines) >= len(told["flips"])
        for bill in [bill for money in told["money"] for bill in money["bills"]]:
            (line,) = [line for line in lines if line.startswith(f"- {bill['abbreviation']}: {bill['total']}")]
            assert all(words in line for words in (bill["first"], bill["than"], bill["first_than"]))
        for each in [each for money in told["money"] for each in money["assumptions"]]:
            found = [line for line in lines if line.startswith(f"- {each['label']}: {each['value']}")]
            assert any(each["as_of"] in line and each["why"] in line for line in found)


def test_it_is_well_formed_markdown(any_guide: Guide) -> None:
    for answers in draw_given(any_guide, 30, seed=92):
        lines = report(any_guide, answers)
        assert [line for line in lines if line.startswith("# ")] == lines[:1]
        assert not [line for line in lines if line != line.rstrip()]
        for before, line, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
            if line.startswith("#"):
                assert (before, after) == ("", ""), line
        headings = [line for line in lines if line.startswith("##")]
        assert len(headings) == len(set(headings))
