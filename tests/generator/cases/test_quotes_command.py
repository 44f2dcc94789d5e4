"""Quotes in a file: set side by side, opened, and what is wrong told with its line while the rest counts."""

import json
import random
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import __main__ as command
from generator.cases.quotes import read_quote_file
from generator.problems import DataError
from recommender.explain import explain
from recommender.given import sort_given
from recommender.model import Guide
from recommender.quote_report import quote_report
from recommender.result_quotes import QuoteRow, QuoteWords
from recommender.scoring import recommend
from shared import SECOND_GUIDE

ABOUT = "riders: 4\nrides: 100\nfare: 2\nreturn_fare: 9\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(guide: Guide, text: str) -> tuple[dict[str, object], list[str]]:
    file = Path.cwd() / "q.yaml"
    file.write_text(text)
    given, problems = read_quote_file(guide, file)
    return given, [str(problem) for problem in problems]


def run(*options: str, text: str) -> tuple[int, str, str]:
    (Path.cwd() / "q.yaml").write_text(text)
    done = CliRunner().invoke(command.main, ["quotes", "--data", str(SECOND_GUIDE), *options, "q.yaml"])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def test_all_that_is_right_counts(small: Guide) -> None:
    text = f"{ABOUT}quotes:\n  - name: Ann\n    for: bus\n    all_in: 14.5\n  - {{monthly: 9}}\n"
    given, said = read(small, text)
    lines = {"quote1_name": "Ann", "quote1_for": "bus", "quote1_all_in": 14.5, "quote2_monthly": 9}
    assert given == {"riders": 4, "rides": 100, "fare": 2, "return_fare": 9, **lines}
    assert said == []


@pytest.mark.parametrize("word", ["bus", "BUS", "A bus"])
def test_a_model_goes_by_any_of_its_names(small: Guide, word: str) -> None:
    assert read(small, f"quotes:\n  - for: {word}\n") == ({"quote1_for": "bus"}, [])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "toll_rate: 240",
            "quotes[0].toll_rate: `240` cannot be `Toll they charge`, so it was left out; write a number ",
        ),
        ("monthly: 5%", "quotes[0].monthly: `5%` is in another unit, so it was left out; `monthly` is in $ for each "),
        (
            "all_in: $95",
            "quotes[0].all_in: `$95` is in another unit, so it was left out; `all_in` is in % of the rides",
        ),
        (
            "all_in: 14 %",
            "quotes[0].all_in: `14 %` is more than a number, so it was left out; write 14 alone; it is in ",
        ),
        (
            'floor: "2,000"',
            "quotes[0].floor: `2,000` is more than a number, so it was left out; write 2000 alone; it is ",
        ),
        ("all_in: dear", "quotes[0].all_in: `dear` cannot be `For everything`, so it was left out; write a number "),
        ("for: boat", "quotes[0].for: `boat` cannot be `For what`, so it was left out; use one of bike, bus"),
        ("monthy: 9", "quotes[0].monthy: `monthy` is no line of a quote, so it was left out; did you mean `monthly`?"),
        ("tours:", "quotes[0].tours: is empty, so it was left out; write a number from 1 to 53"),
        (f"all_in: {'9' * 5000}", f"quotes[0].all_in: `{'9' * 80}…` cannot be `For everything`, so it was left out"),
    ],
)
def test_a_line_that_does_not_count_is_told_and_the_rest_counts(small: Guide, line: str, words: str) -> None:
    given, (said,) = read(small, f"quotes:\n  - tour: 3\n    {line}\n")
    assert given == {"quote1_tour": 3}
    assert said.startswith(f"q.yaml:3: {words}")
    assert "\n" not in said


def test_everything_that_is_wrong_is_told_at_once(small: Guide) -> None:
    text = (
        "rides: 100\nsnow: 3\nquotes:\n  - {name: Ann, monthly: 9}\n  -\n  - {name: ' ANN ', monthly: 8}\n"
        "  - just words\n  - {name: Fifth, monthly: 7}\n"
    )
    given, said = read(small, text)
    assert given == {"rides": 100, "quote1_name": "Ann", "quote1_monthly": 9, "quote3_monthly": 8}
    assert [each.partition(",")[0] for each in said] == [
        "q.yaml:2: snow: `snow` is no question",
        "q.yaml:5: quotes[1]: has nothing in it",
        "q.yaml:6: quotes[2].name: `ANN` is the name of two quotes",
        "q.yaml:7: quotes[3]: is not a mapping",
        "q.yaml:8: quotes[4]: is quote 5",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- monthly: 9\n", "file: is not a mapping, what you told stands under names; write `quotes:` and, below "),
        ("rides: 9\n", "file: has no quote that could be used, there is nothing to set side by side; write `quotes:` "),
        ("quotes: 9\n", "file: has no quote that could be used"),
        ("quotes: []\n", "file: has no quote that could be used"),
        ("quotes:\n  -\n", "file: has no quote that could be used"),
        ("quotes:\n  - {monthly: 9000}\n", "file: has no quote that could be used"),
    ],
)
def test_where_no_quote_counts_the_file_is_refused(small: Guide, text: str, words: str) -> None:
    with pytest.raises(DataError) as caught:
        read(small, text)
    assert any(str(problem).startswith(f"q.yaml:1: {words}") for problem in caught.value.problems)


def test_the_command_prints_a_table_and_tells_what_it_left_out() -> None:
    """14.5 % of 100 rides = 14.50 a year; the toll is 2 % of the first 9 = 0.18, 0.18 % of the rides; 9 x 12 = 108."""
    text = f"{ABOUT}quotes:\n  - {{name: Ann, for: bus, all_in: 14.5}}\n  - {{monthly: 9, rise: 101}}\n"
    code, out, err = run(text=text)
    assert code == 0
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in out.splitlines() if line.startswith("|")]
    assert ["", "Ann", "Offer 2"] in rows
    assert ["The price", "1.21 coins a month, 15 coins a year", "9.00 coins a month, 108 coins a year"] in rows
    assert ["Over the toll", "1.19 coins a month, 14 coins a year", "9.00 coins a month, 108 coins a year"] in rows
    assert "Of 14.5 percent, 0.18 are toll, and 14.32 are left." in out
    assert "- The toll: 0.18% (2% of the first 9 coins of 100 coins), 0.02 coins a month, 0 coins a year" in out
    assert "- How early?" in out
    assert err.startswith("q.yaml:7: quotes[1].rise: `101` cannot be")


def test_the_same_as_json() -> None:
    code, out, _ = run("--json", text="rides: 100\nquotes:\n  - {all_in: 14.5}\n")
    assert code == 0
    (quote,) = json.loads(out)["quotes"]
    assert quote["figures"][0]["value"] == "1.2083"
    assert json.loads(out)["quote_rows"][0]["cells"][0]["name"] == "Offer 1"


@pytest.mark.parametrize("seed", range(40))
def test_whatever_stands_in_a_file_is_told_in_a_line_or_counts(small: Guide, seed: int) -> None:
    drawn = random.Random(seed)
    values = ["12%", "$9", "", "~", "[]", "{a: 1}", "-1", "1e9", "true", '"\\u200b"', "9" * 4000, "Ann", "9", "bus"]
    names = [*(line.id for line in small.quote_lines), "x", "quote1_monthly", "''", "'a b'"]
    lines = [[f"{name}: {drawn.choice(values)}" for name in drawn.sample(names, 8)] for _ in range(drawn.randint(1, 6))]
    quotes = ["".join(f"\n    {line}" for line in quote) for quote in lines]
    text = "riders: 3\nquotes:" + "".join(f"\n  - line: 1{quote}" for quote in quotes) + "\n"
    try:
        given, said = read(small, text)
    except DataError as error:
        said = [str(problem) for problem in error.problems]
    else:
        assert list(quote_report(small.wording, *told(small, given)))
        assert not sort_given(small, given).ignored
    assert said
    for each in said:
        assert re.fullmatch(r"q\.yaml:\d+: \S.*: .+, .+; .+", each), each


def told(small: Guide, given: dict[str, object]) -> tuple[list[QuoteWords], list[QuoteRow]]:
    result = explain(small, recommend(small, given))
    return result["quotes"], result["quote_rows"]
