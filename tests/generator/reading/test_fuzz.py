"""Whatever is done to the files of the tiny guide is told in lines, or is a guide that the recommender can use."""

import random
import resource
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator.cases.answers import read_answers
from generator.evaluation.verdicts import read_verdicts
from generator.problems import DataError, Problem
from generator.reading.order import in_order
from generator.reading.validate import read_guide
from recommender.explain import explain
from recommender.model import Guide
from recommender.questions import NOT_SURE
from recommender.report import report
from recommender.scoring import recommend
from shared import SECOND_GUIDE, draw_given

ROUNDS = 150
CASE = "profile: {rain: true, riders: [2, null], money: short}"
VERDICTS = f"- {{id: a, {CASE}, verdict: bike, verdict_basis: named, bias: none}}\n"
ANSWERS = 'rain: "no"\nmoney: short\nriders: 3\nregions: [Northland, SL]\nfare: 2.5\nweight_purse: 2\n'
MEGABYTES = 300

FRAGMENTS = (
    *(
        "",
        " ",
        "\n",
        "\t",
        "\r",
        "\x00",
        "\x07",
        "\u2028",
        "\ufeff",
        "\ud7ff",
        "- ",
        "? ",
        ": ",
        "#",
        "---\n",
        "...\n",
        "%YAML 9",
    ),
    *("!!int abc", "!!float x", "!!int 0x1F", "!!int ''", "!!python/name:os.system ", "! ", "!!binary x"),
    *("&a [*a]", "*a", "&a ", "<<: *a", "<<: {}", "|", ">-", "'", '"', '"\\0"', '"\\ud800"', "`", "@", "%"),
    *(
        "[" * 100_000,
        "{a: " * 5_000,
        "- " * 5_000,
        "[" * 30 + "]" * 30,
        "[",
        "]",
        "{",
        "}",
        "[]",
        "{}",
        "[[]]",
        "{a: b}",
    ),
    *(
        "0",
        "-1",
        "7",
        "0x1F",
        "1_000",
        "9" * 19,
        "9" * 5_000,
        f"-{'9' * 5_000}.5",
        "1e999",
        "-1e999",
        ".nan",
        ".inf",
        "-.inf",
    ),
    *("null", "~", "true", "false", "True", "no", "2026-13-45", "x", "x" * 5_000, "x\n" * 500, "ü", "\U0001f6b2"),
    *("{models!z}", "{points:q}", "{models:>99999999}", "{answers}", "{}", "{0}", "{{", "}}", "{", "{models[0].x}"),
    *("id: bike", "order: 1", "cites: []", "points: {bike: 40}", "almanac#cheaper", "https://[", "not_sure", "unknown"),
)

type Mutation = Callable[[random.Random, list[str]], None]


def insert(drawn: random.Random, rows: list[str]) -> None:
    row = drawn.randrange(len(rows))
    place = drawn.randint(0, len(rows[row]))
    rows[row] = rows[row][:place] + drawn.choice(FRAGMENTS) + rows[row][place:]


def replace_value(drawn: random.Random, rows: list[str]) -> None:
    row = drawn.randrange(len(rows))
    key, colon, _ = rows[row].partition(": ")
    rows[row] = f"{key}{colon}{drawn.choice(FRAGMENTS)}"


def replace_entry(drawn: random.Random, rows: list[str]) -> None:
    """Put a fragment in place of one word or one entry of a list."""
    row = drawn.randrange(len(rows))
    words = rows[row].split(" ")
    words[drawn.randrange(len(words))] = drawn.choice(FRAGMENTS)
    rows[row] = " ".join(words)


def remove_character(drawn: random.Random, rows: list[str]) -> None:
    row = drawn.randrange(len(rows))
    place = drawn.randint(0, len(rows[row]))
    rows[row] = rows[row][:place] + rows[row][place + 1 :]


def remove(drawn: random.Random, rows: list[str]) -> None:
    start = drawn.randrange(len(rows))
    del rows[start : start + drawn.randint(1, 3)]


def double(drawn: random.Random, rows: list[str]) -> None:
    start = drawn.randrange(len(rows))
    rows[start:start] = rows[start : start + drawn.randint(1, 5)]


def swap(drawn: random.Random, rows: list[str]) -> None:
    one, other = drawn.randrange(len(rows)), drawn.randrange(len(rows))
    rows[one], rows[other] = rows[other], rows[one]


CHANGES: Sequence[Mutation] = (insert, replace_value, replace_entry, remove_character, remove, double, swap)


def broken(drawn: random.Random, text: str) -> str:
    rows = text.splitlines()
    for _ in range(drawn.randint(1, 2)):
        if rows:
            drawn.choice(CHANGES)(drawn, rows)
    return "\n".join(rows) + drawn.choice(("\n", ""))


def hold(problem: Problem) -> None:
    """Hold one problem against what a message may be."""
    said = str(problem)
    assert len(said.splitlines()) == 1
    assert said.isprintable()
    assert len(said) - len(str(problem.file.relative_to(Path.cwd()))) <= 400
    rows = len(problem.file.read_bytes().decode(errors="replace").splitlines()) if problem.file.is_file() else 1
    assert 1 <= problem.line <= max(rows, 1), said


def use(guide: Guide) -> None:
    """Let the recommender say all that it can say of some cases."""
    cases = [*(profile.answers for profile in guide.profiles), *draw_given(guide, 2, seed=1), {}]
    for answers in (*cases, dict.fromkeys((question.id for question in guide.questions), NOT_SURE)):
        report(guide.wording, explain(guide, recommend(guide, answers)))


def test_whatever_is_done_to_a_file_is_told_or_of_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SECOND_GUIDE, tmp_path, dirs_exist_ok=True)
    drawn, files = random.Random(7), sorted(file.relative_to(SECOND_GUIDE) for file in SECOND_GUIDE.rglob("*.yaml"))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    refused = 0
    for _ in range(ROUNDS):
        file = drawn.choice(files)
        Path(file).write_text(broken(drawn, (SECOND_GUIDE / file).read_text()), newline="")
        try:
            guide = read_guide(tmp_path)
        except DataError as error:
            refused += 1
            for problem in error.problems:
                hold(problem)
        else:
            use(in_order(guide))
        shutil.copy(SECOND_GUIDE / file, file)
    assert ROUNDS / 2 < refused < ROUNDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MEGABYTES * 1_000


@pytest.mark.parametrize(("text", "read"), [(VERDICTS, read_verdicts), (ANSWERS, read_answers)])
def test_whatever_is_done_to_cases_is_told_or_of_use(
    small: Guide,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    read: Callable[[Guide, Path], object],
) -> None:
    monkeypatch.chdir(tmp_path)
    drawn, file = random.Random(3), tmp_path / "cases.yaml"
    for _ in range(2 * ROUNDS):
        file.write_text(broken(drawn, text), newline="")
        try:
            read(small, file)
        except DataError as error:
            for problem in error.problems:
                hold(problem)
