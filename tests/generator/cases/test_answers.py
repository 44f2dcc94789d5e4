"""Answers in a file: what counts is used, places go by any of their names, and the rest is told a line each."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.cases.answers import read_answers
from generator.problems import DataError
from generator.reading.checks.answers import check_answers
from recommender.model import Guide


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(guide: Guide, text: str) -> tuple[dict[str, object], list[str]]:
    file = Path.cwd() / "a.yaml"
    file.write_text(text)
    answers, problems = read_answers(guide, file)
    return answers, [str(problem) for problem in problems]


def test_all_that_is_right_counts(small: Guide) -> None:
    text = 'rain: "no"\nmoney: not_sure\nriders: 3\nregions: [northland]\nfare: 2.5\n'
    text += f"weight_{small.concerns[0].id}: 2\nseat: 7\nnickname: Ann\nleaving: 2099-01-31\nquote2_for: bus\n"
    text += "people_northland: 3\n"
    answers, said = read(small, text)
    assert len(answers) == 11
    assert said == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("xyzzy: deep", "xyzzy: `xyzzy` is no question, nothing would read it; use one of "),
        ("mony: short", "mony: `mony` is no question, nothing would read it; did you mean `money`?"),
        ("weight_mood: 1", "weight_mood: `weight_mood` is no question"),
        ("money:", "money: is empty, no rule could use it; use one of not_sure, plenty, short"),
        ("riders:", "riders: is empty, no rule could use it; write a whole number from 1 to 9,999,999"),
        ("regions: []", "regions: is empty, no rule could use it; list the ids of places"),
        ("regions: [~]", "regions[0]: is empty, no rule could count it; "),
        ("fare:", "fare: is empty, no cost could be worked out with it; write a number from 0 to 9, "),
        (f"riders: {'9' * 5000}", f"riders: `{'9' * 80}…` is no answer to `riders`"),
        (f"fare: {'9' * 5000}", f"fare: `{'9' * 80}…` is no amount"),
        ("seat:", "seat: is empty, so it was left out; write a number from 0 to 99, without a sign"),
        ("seat: 7%", "seat: `7%` cannot be `Your seat`, so it was left out; write a number from 0 to 99"),
        ("meal: cake", "meal: `cake` cannot be `Your meal`, so it was left out; use one of bread, soup"),
        ('nickname: "a\\nb"', "nickname: `a b` cannot be `Your nickname`, so it was left out; write at most 40 "),
        ("leaving: 2027-02-30", "leaving: `2027-02-30` cannot be `Your last day`, so it was left out; write it as "),
        ("leaving: 2020-01-31", "leaving: `2020-01-31` has gone by, it should lie ahead, so it was left out; "),
        ("quote1_monthly: 501", "quote1_monthly: `501` cannot be `By the month`, so it was left out; write a number "),
        ("quote5_monthly: 95", "quote5_monthly: `quote5_monthly` is no question, nothing would read it; did you mean "),
        ("people_northland: 1.5", "people_northland: `1.5` is no number of people, nobody could be counted there; "),
        (
            "people_westland: 2",
            "people_westland: `people_westland` is no question, nothing would read it; did you mean ",
        ),
        (f"{'x' * 500}: 1", f"{'x' * 80}…: `{'x' * 80}…` is no question"),
        ('money: "a\\nb"', "money: `a b` is no answer"),
        ("money: {a: 1}", "money: `{'a': 1}` is no answer"),
    ],
)
def test_what_does_not_count_is_told_in_one_line(small: Guide, line: str, words: str) -> None:
    answers, (said,) = read(small, f'rain: "no"\n{line}\n')
    assert answers == {"rain": "no"}
    assert said.startswith(f"a.yaml:2: {words}")
    assert "\n" not in said


def test_a_fraction_of_a_whole_amount_is_told_and_a_number_of_it_counts(small: Guide) -> None:
    fare, *others = small.amounts
    guide = replace(small, amounts=(replace(fare, whole=True), *others))
    assert read(guide, 'rain: "no"\nfare: 6.0\n') == ({"rain": "no", "fare": 6.0}, [])
    answers, said = read(guide, 'rain: "no"\nfare: 6.5\n')
    assert answers == {"rain": "no"}
    why, fix = "no cost could be worked out with it", "write a whole number from 0 to 9"
    assert said == [f"a.yaml:2: fare: `6.5` is no whole number, {why}; {fix}"]


def test_places_go_by_id_code_or_name(small: Guide) -> None:
    north, south = small.jurisdictions
    guide = replace(small, jurisdictions=(replace(north, name="The North"), replace(south, name="The South")))
    for first, second in (("northland", "SouthLand"), ("nl", "SL"), ("the north", "The South")):
        assert read(guide, f"regions: [{first}, {second}]\n") == ({"regions": ["northland", "southland"]}, [])


def test_a_name_that_is_the_id_of_another_place_means_that_one(small: Guide) -> None:
    north, south = small.jurisdictions
    guide = replace(small, jurisdictions=(north, replace(south, name="Northland", code="northland")))
    assert read(guide, "regions: [Northland]\n") == ({"regions": ["northland"]}, [])


def test_of_places_the_known_ones_count(small: Guide) -> None:
    answers, said = read(small, "snow: 1\nregions:\n  - NL\n  -\n  - Southlend\n  - 7\n  - Northland\n")
    assert answers == {"regions": ["northland"]}
    assert [line.partition(",")[0] for line in said] == [
        "a.yaml:1: snow: `snow` is no question",
        "a.yaml:4: regions[1]: is empty",
        "a.yaml:5: regions[2]: `Southlend` is no place",
        "a.yaml:6: regions[3]: `7` is no place",
        "a.yaml:7: regions[4]: `Northland` is named twice",
    ]
    assert "did you mean `southland`?" in said[2]


def test_in_the_guide_itself_a_place_is_its_id(small: Guide) -> None:
    assert [at.what for at in check_answers(small, {"regions": ["NL"]})] == ["`['NL']` is no answer to `regions`"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- rain\n", "a.yaml:1: file: is not a mapping"),
        ("{}\n", "a.yaml:1: file: has no answer"),
        ("regions: [nowhere]\n", "a.yaml:1: regions[0]: `nowhere` is no place"),
        ("snow: 1\n", "a.yaml:1: snow: `snow` is no question"),
    ],
)
def test_where_nothing_counts_the_file_is_refused(small: Guide, text: str, words: str) -> None:
    with pytest.raises(DataError) as caught:
        read(small, text)
    assert [str(problem)[: len(words)] for problem in caught.value.problems] == [words]
