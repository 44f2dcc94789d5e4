"""JSON from anybody: a value that can be written again as UTF-8, or a refusal in words; nothing else comes out."""

import json

import pytest

from recommender.errors import RecommenderError
from recommender.json_text import DEEPEST, parse_json, to_json


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        ' {"a": [1, -2.5e3, null, true, "é \\u00e9 \\ud83d\\udc1d 🐝 \\n \\\\"]} ',
        "[" * DEEPEST + "]" * DEEPEST,
        f'{{"{"[" * 99}": "{"{" * 99}", "\\"[[": "\\\\", "[": {"[" * 31 + "]" * 31}}}',
        json.dumps([{"a": {}}] * 999),
        "9" * 4300,
        f"0.{'1' * 9000}",
        '"\\\\ud800"',
    ],
)
def test_what_python_reads_is_read_alike(text: str) -> None:
    assert parse_json(text, "it") == json.loads(text)
    to_json(parse_json(text, "it")).encode()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "it: not JSON (Expecting value: line 1 column 1"),
        ('{"a": 1,}', "it: not JSON"),
        ("\ufeff{}", "it: not JSON"),
        ('"\t"', "it: not JSON"),
        ("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), "it: nests too deep; "),
        ('{"a":' * 100_000, "it: nests too deep; "),
        ('["\\\\",' + "[" * 5000, "it: nests too deep; "),
        ('["\\"",' + "[" * 5000, "it: nests too deep; "),
        ("9" * 4301, "it: has a number that is endless or far too long; "),
        ("NaN", "it: has a number that is endless or far too long; "),
        ("[-Infinity]", "it: has a number that is endless or far too long; "),
        (f"1{'0' * 400}.0", "it: has a number that is endless or far too long; "),
        ('"\\ud800"', "it: has half of a character"),
        ('{"\\udc1d\\ud83d": 1}', "it: has half of a character"),
        ('"\ud83d"', "it: has half of a character"),
        ('"\ud83d\udc1d"', "it: has half of a character"),
    ],
)
def test_the_rest_is_refused_in_one_line(text: str, words: str) -> None:
    with pytest.raises(RecommenderError) as caught:
        parse_json(text, "it")
    assert str(caught.value).startswith(words)
    assert len(str(caught.value).encode().splitlines()) == 1


def test_equal_values_have_one_spelling() -> None:
    assert to_json({"b": [1.5, None], "a": "é"}) == to_json({"a": "é", "b": [1.5, None]}) == '{"a":"é","b":[1.5,null]}'
