"""JSON from anybody: a value that can be written again as UTF-8, or a refusal in words; nothing else comes out."""

import json

import pytest

from recommender.errors import RecommenderError
from recommender.json_text import DEEPEST, LONGEST, parse_json, parse_request, to_json


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        ' {"a": [1, -2.5e3, null, true, "é \\u00e9 \\ud83d\\udc1d 🐝 \\n \\\\"]} ',
        f'{{"a": {"9" * 4300}, "b": 0.{"1" * 9000}}}',
        '{"\\\\ud800": [Infinity, 1e999]}',
        f'{{"a": {"[" * (DEEPEST - 1) + "]" * (DEEPEST - 1)}}}',
        f'{{"{"[" * 99}": "{"{" * 99}", "\\"[[": "\\\\", "[": {"[" * 31 + "]" * 31}}}',
        f'{{"a": {json.dumps([{"a": {}}] * 999)}}}',
        f'{{"a": "{"x" * (LONGEST - 9)}"}}',
    ],
)
def test_what_python_reads_is_read_alike(text: str) -> None:
    assert parse_request(text) == parse_json(text, "it") == json.loads(text)
    to_json(parse_request(text)).encode()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "answers: not JSON (Expecting value: line 1 column 1"),
        ('{"a": 1,}', "answers: not JSON"),
        ("\ufeff{}", "answers: not JSON"),
        ('"\t"', "answers: not JSON"),
        ("9" * 4301, "answers: has a number of thousands of digits; "),
        ('"\\ud800"', "answers: has half of a character"),
        ('{"\\udc1d\\ud83d": 1}', "answers: has half of a character"),
        ('"\ud83d"', "answers: has half of a character"),
        ('"\ud83d\udc1d"', "answers: has half of a character"),
        ("[]", "answers: must be a JSON object"),
        ("7", "answers: must be a JSON object"),
        (" " * LONGEST + "{}", "answers: have 100,002 characters; send at most 100,000"),
        ("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), "answers: nest too deep; "),
        ('{"a":' * 10_000, "answers: nest too deep; "),
        ('["\\\\",' + "[" * 5000, "answers: nest too deep; "),
        ('["\\"",' + "[" * 5000, "answers: nest too deep; "),
    ],
)
def test_the_rest_is_refused_in_one_line(text: str, words: str) -> None:
    with pytest.raises(RecommenderError) as caught:
        parse_request(text)
    assert str(caught.value).startswith(words)
    assert len(str(caught.value).encode().splitlines()) == 1


@pytest.mark.parametrize("text", ["[" * 200_000, '{"a":' * 200_000, "[" * 200_000 + "]" * 200_000])
def test_what_python_cannot_follow_is_refused_in_words(text: str) -> None:
    with pytest.raises(RecommenderError, match="it: nests too deep"):
        parse_json(text, "it")


def test_equal_values_have_one_spelling() -> None:
    assert to_json({"b": [1.5, None], "a": "é"}) == to_json({"a": "é", "b": [1.5, None]}) == '{"a":"é","b":[1.5,null]}'
