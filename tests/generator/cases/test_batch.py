"""Many cases from a CSV: good rows are judged, bad ones are told with their line, and the length does not matter."""

import random
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from generator.cases.answers import read_answers
from generator.cases.batch import GARBLED, judge_rows
from generator.problems import DataError
from recommender.model import Guide


def test_rows_are_judged_one_at_a_time(small: Guide) -> None:
    def endless() -> StringIO:
        class Lines(StringIO):
            asked = 0

            def __next__(self) -> str:
                self.asked += 1
                return "rain,money\n" if self.asked == 1 else "no,short\n"

        return Lines()

    _, rows = judge_rows(small, Path("many.csv"), endless())
    for _ in range(3):
        judged, problems = next(rows)
        assert judged is not None
        assert (judged["models"], problems) == ("bike", [])


def judge(guide: Guide, text: str) -> tuple[list[str], list[dict[str, object]], list[str]]:
    """Return what is said of the columns, the rows that are written, and what is said of the rows."""
    with StringIO(text, newline="") as lines:
        columns, rows = judge_rows(guide, Path("many.csv"), lines)
        judged = list(rows)
    written = [row for row, _ in judged if row is not None]
    return [str(each) for each in columns], written, [str(each) for _, problems in judged for each in problems]


def test_what_counts_of_a_row_is_judged_and_the_rest_told(small: Guide) -> None:
    _, (row,), (said,) = judge(small, "rain,money,riders\nno,short,three\n")
    assert (row["line"], row["models"]) == (2, "bike")
    assert said.startswith("many.csv:2: riders: `three` is no answer to `riders`")


@pytest.mark.parametrize(
    ("name", "cell", "words"),
    [
        ("premium", "$95", "`$95` is more than a number, so it was left out; write 95 alone; it is in $ a month"),
        ("premium", "95 $", "`95 $` is more than a number, so it was left out; write 95 alone; it is in $ a month"),
        (
            "premium",
            "1,095.50",
            "`1,095.50` is more than a number, so it was left out; write 1095.50 alone; it is in $",
        ),
        ("premium", "12%", "`12%` is in another unit, so it was left out; `premium` is in $ a month"),
        ("premium", "2,5", "`2,5` is no amount"),
        ("premium", "-$5", "`-$5` is no amount"),
        ("premium", "$80 to $90", "`$80 to $90` is no amount"),
        ("rides", "12%", "`12%` is no amount"),
        (
            "quote1_monthly",
            "$95",
            "`$95` is more than a number, so it was left out; write 95 alone; it is in $ for each",
        ),
        ("quote2_all_in", "14 %", "`14 %` is more than a number, so it was left out; write 14 alone; it is in % of"),
        ("quote2_monthly", "5%", "`5%` is in another unit, so it was left out; `quote2_monthly` is in $ for each "),
    ],
)
def test_a_number_with_its_unit_is_told_alike_in_both_kinds_of_file(
    small: Guide, tmp_path: Path, name: str, cell: str, words: str
) -> None:
    guide = replace(
        small, amounts=(*small.amounts, replace(small.amounts[0], id="premium", unit="$ a month", most=9999))
    )
    _, (row,), (said,) = judge(guide, f'rain,{name}\nno,"{cell}"\n')
    assert row["line"] == 2
    assert said.startswith(f"many.csv:2: {name}: {words}")
    (tmp_path / "one.yaml").write_text(f'rain: "no"\n{name}: "{cell}"\n')
    answers, (problem,) = read_answers(guide, tmp_path / "one.yaml")
    assert answers == {"rain": "no"}
    assert str(problem).partition(": ")[2] == said.partition(": ")[2]


def test_a_unit_of_another_line_leads_to_lines_of_the_same_quote(small: Guide) -> None:
    _, _, (said,) = judge(small, "rain,quote2_monthly\nno,5%\n")
    assert "; use one of quote2_" in said
    assert "quote1_" not in said


def test_places_go_by_id_code_or_name(small: Guide) -> None:
    _, rows, said = judge(small, "regions\nnorthland;sl\nNL; Southland\nNORTHLAND;SouthLand\nnl;Northland;sl\n")
    assert len(rows) == 4
    assert len({str(row["points_bus"]) for row in rows}) == 1
    assert said == [
        "many.csv:5: regions: `Northland` is named twice, a place counts once; remove one of the two",
    ]


def test_a_place_that_nobody_knows_is_left_out(small: Guide) -> None:
    _, (row,), (said,) = judge(small, "regions\nNL;Northlend\n")
    assert row["line"] == 2
    assert said.startswith("many.csv:2: regions: `Northlend` is no place, no rule could count it; did you mean `north")


def test_columns_that_nobody_asks_for_are_told_once(small: Guide) -> None:
    columns, rows, said = judge(small, "rain,notes,moneyy,\nno,one,short,\nno,two,short,\n")
    assert [each.partition(";")[0] for each in columns] == [
        "many.csv:1: notes: `notes` is no question, nothing would read it",
        "many.csv:1: moneyy: `moneyy` is no question, nothing would read it",
        "many.csv:1: file: has a column without a name, nothing would read it",
    ]
    assert "did you mean `money`?" in columns[1]
    assert (len(rows), said) == (2, [])


def test_of_a_doubled_column_none_counts(small: Guide) -> None:
    (said,), (row,), _ = judge(small, "money,money,rain\nshort,plenty,yes\n")
    assert said.startswith("many.csv:1: money: is the name of several columns")
    assert row["points_bike"] == 0


def test_a_row_without_an_answer_is_told_and_a_blank_one_passed_over(small: Guide) -> None:
    _, rows, said = judge(small, "id,rain\nanna,\n,\n\nberta,no\n")
    assert [(row["id"], row["line"]) for row in rows] == [("berta", 5)]
    assert said == ["many.csv:2: file: has no answer, there is nothing to judge; fill in a cell or remove the row"]


def test_too_many_cells_tell_of_a_shift(small: Guide) -> None:
    _, rows, (said,) = judge(small, "id,rain,money\nSmith, Anna,no,short\n")
    assert rows == []
    assert said.startswith("many.csv:2: (no column): has 4 cells for 3 columns")


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("9" * 5000, f"riders: `{'9' * 80}…` is no answer to `riders`"),
        ("x" * 140_000, "file: is not CSV (field larger than field limit (131072))"),
        (f'"{GARBLED}"', "riders: is not UTF-8"),
        ('"two\nlines"', "riders: `two lines` is no answer"),
        ('"2"x', "file: is not CSV (',' expected after '\"')"),
        ('"2', "file: is not CSV (',' expected after '\"')"),
    ],
)
def test_a_strange_cell_is_told_in_one_line_and_hides_no_later_row(small: Guide, cell: str, words: str) -> None:
    later = "b,1\n" + 'c,"2"\n'
    _, rows, said = judge(small, f"id,riders\na,{cell}\n{later}")
    assert [row["id"] for row in rows] == ["b", "c"]
    assert [row["line"] for row in rows] == [3 + cell.count("\n"), 4 + cell.count("\n")]
    assert len(said) == 1
    assert said[0].startswith(f"many.csv:2: {words}")
    assert "\n" not in said[0]
    assert len(said[0]) < 300


def test_a_quote_that_nothing_closes_costs_one_row(small: Guide) -> None:
    _, rows, (said,) = judge(small, 'id,riders\n"a,1\nb,2\nc,3\n')
    assert [(row["id"], row["line"]) for row in rows] == [("b", 3), ("c", 4)]
    assert said.startswith("many.csv:2: file: is not CSV (unexpected end of data)")


def test_a_row_is_named_by_its_first_line(small: Guide) -> None:
    _, rows, (said,) = judge(small, 'id,riders\n"a\nb\nc",0\nd,1\n')
    assert said.startswith("many.csv:2: riders: `0`")
    assert [(row["id"], row["line"]) for row in rows] == [("d", 5)]


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", " =1+1"])
def test_an_id_is_no_formula(small: Guide, formula: str) -> None:
    _, (row,), (said,) = judge(small, f"id,rain\n{formula},no\n")
    assert row["id"] == f"'{formula.strip()}"
    assert said.startswith(f"many.csv:2: id: `{formula.strip()}` begins like a formula")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "many.csv:1: file: is empty"),
        ("\n\n", "many.csv:1: file: is empty"),
        ('"id,rain\nno\n', "many.csv:1: file: is not CSV (unexpected end of data)"),
        ("id\na\n", "many.csv:1: file: has no column for an answer"),
        ("rain;money\nno;short\n", "many.csv:1: rain;money: `rain;money` is no question"),
    ],
)
def test_a_file_without_a_column_of_use_is_refused(small: Guide, text: str, words: str) -> None:
    with pytest.raises(DataError) as caught:
        judge(small, text)
    assert [str(problem)[: len(words)] for problem in caught.value.problems] == [words]


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_names_of_columns_in_another_encoding_are_told(small: Guide, encoding: str) -> None:
    text = "\xa0rain,money\nno,short\n".encode(encoding).decode(errors="replace")
    try:
        told, _, _ = judge(small, text)
    except DataError as refused:
        told = [str(problem) for problem in refused.problems]
    assert any(": is not UTF-8, other encodings garble names; save the file as UTF-8" in line for line in told)


CELLS = [
    "",
    "no",
    "short",
    "3",
    "northland;sl",
    "=1",
    "é",
    GARBLED,
    "9" * 4400,
    '"a\nb"',
    '"',
    '""',
    'x"',
    "\0",
    "\ufeff",
]
ENDS = ["\n"] * 6 + ["\r\n", "\r", "\n\n", "", '"\n', ",\n"]


def test_whatever_a_file_holds_is_told_in_lines(small: Guide) -> None:
    drawn = random.Random(5)
    judged = 0
    for number in range(600):
        rows = (",".join(drawn.choices(CELLS, k=6)) + drawn.choice(ENDS) for _ in range(drawn.randint(0, 8)))
        text = "".join(rows)
        try:
            told, written, said = judge(small, f"id,rain,money,riders,regions,fare\n{text}" if number % 4 else text)
        except DataError as refused:
            told, written, said = [str(problem) for problem in refused.problems], [], []
        judged += len(written)
        for line in (*told, *said):
            assert len(line.splitlines()) == 1
            assert len(line) < 600
    assert judged > 100


def test_what_is_filled_in_beside_the_questions_has_columns_too(small: Guide) -> None:
    text = "rain,money,nickname,leaving,quote1_monthly\nno,short,Ann,2099-01-31,95.5\nno,short,,2020-01-31,500.5\n"
    columns, rows, said = judge(small, text)
    assert (columns, len(rows)) == ([], 2)
    assert [each.partition(",")[0] for each in said] == [
        "many.csv:3: leaving: `2020-01-31` has gone by",
        "many.csv:3: quote1_monthly: `500.5` cannot be `By the month`",
    ]
