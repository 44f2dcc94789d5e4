"""Counts of heads in a file that cannot be: each is told in one line, and said how it counts."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from generator.cases.answers import read_answers
from generator.cases.batch import judge_rows
from recommender.model import Guide


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(guide: Guide, text: str) -> tuple[dict[str, object], list[str]]:
    file = Path.cwd() / "a.yaml"
    file.write_text(text)
    answers, problems = read_answers(guide, file)
    return answers, [str(problem) for problem in problems]


HEADS = 'rain: "no"\nriders: 10\nregions: [nl, sl]\n'


@pytest.mark.parametrize(
    ("north", "south", "words"),
    [
        (
            20,
            5,
            "25 in all places are more than the 10 of `riders`, so each place counts by its part of the 25; correct ",
        ),
        (
            3,
            5,
            "8 in all places are fewer than the 10 of `riders`, so each place counts by its part of the 8; correct a ",
        ),
        (3, 7, ""),
        (0, 10, ""),
    ],
)
def test_people_who_do_not_add_up_are_told_and_count_by_their_parts(
    small: Guide, north: int, south: int, words: str
) -> None:
    answers, said = read(small, f"{HEADS}people_southland: {south}\npeople_northland: {north}\n")
    assert (answers["people_northland"], answers["people_southland"]) == (north, south)
    assert [line.removeprefix("a.yaml:5: people_northland: ")[: len(words)] for line in said] == [words] * bool(words)


def test_the_rest_may_be_where_nothing_was_told(small: Guide) -> None:
    assert read(small, f"{HEADS}people_northland: 3\n")[1] == []
    (said,) = read(small, f"{HEADS}people_northland: 11\n")[1]
    assert said.startswith("a.yaml:4: people_northland: 11 in all places are more than the 10 of `riders`, so each ")


def test_of_too_few_the_others_have_to_be_somewhere(small: Guide) -> None:
    (said,) = read(small, "riders: 10\nregions: [nl]\npeople_northland: 8\n")[1]
    assert said.endswith("; correct a number, or name the place of the other 2")


def test_without_a_headcount_people_may_be_any_number(small: Guide) -> None:
    assert read(small, "regions: [nl]\npeople_northland: 8\n")[1] == []
    assert read(small, "riders: not_sure\nregions: [nl]\npeople_northland: 8\n")[1] == []


def test_people_in_a_place_that_is_not_named_are_told(small: Guide) -> None:
    (said,) = read(small, "riders: 10\nregions: [nl]\npeople_northland: 10\npeople_southland: 5\n")[1]
    why, fix = "so nobody is counted there", "add it to `regions`, or remove this"
    assert said == f"a.yaml:4: people_southland: its place is not among `regions`, {why}; {fix}"
    assert read(small, "riders: 10\nregions: [nl]\npeople_northland: 10\npeople_southland: 0\n")[1] == []


def test_a_part_of_the_headcount_that_is_more_is_left_out(small: Guide) -> None:
    fare, rides, *others = small.amounts
    guide = replace(small, amounts=(fare, replace(rides, same_as="riders"), *others))
    answers, said = read(guide, "riders: 10\nrides: 40\nfare: 2\n")
    assert answers == {"riders": 10, "fare": 2}
    why = "it is a part of them, so it was left out"
    assert said == [f"a.yaml:2: rides: `40` is more than the 10 of `riders`, {why}; correct one of the two"]
    assert read(guide, "riders: 10\nrides: 10\n") == ({"riders": 10, "rides": 10}, [])
    assert read(small, "riders: 10\nrides: 40\n")[1] == []


def test_people_who_do_not_add_up_are_told_in_a_row_that_is_judged(small: Guide) -> None:
    rows = "10,nl;sl,20,5\n10,nl;sl,3,5\n10,nl;sl,3,7\n"
    text = f"riders,regions,people_northland,people_southland\n{rows}"
    _, judged = judge_rows(small, Path("many.csv"), StringIO(text, newline=""))
    written, told = zip(*judged, strict=True)
    said = [str(each) for problems in told for each in problems]
    assert None not in written
    assert [each.partition(", ")[0] for each in said] == [
        "many.csv:2: people_southland: 25 in all places are more than the 10 of `riders`",
        "many.csv:3: people_southland: 8 in all places are fewer than the 10 of `riders`",
    ]
