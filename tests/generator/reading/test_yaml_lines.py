"""YAML is read as YAML 1.2 means it, every place remembers its line, and nothing is larger than it looks."""

import math
import resource
from pathlib import Path

import pytest

from generator.problems import DataError
from generator.reading.text import LARGEST
from generator.reading.yaml_lines import load_document, spell


def read(tmp_path: Path, text: str) -> object:
    file = tmp_path / "a.yaml"
    file.write_text(text, newline="")
    return load_document(file).value


def refused(tmp_path: Path, text: str) -> str:
    """Return what is told of the file, from the line on."""
    with pytest.raises(DataError) as caught:
        read(tmp_path, text)
    (problem,) = caught.value.problems
    return f"{problem.line}: {problem.what}"


def test_words_stay_words(tmp_path: Path) -> None:
    text = "answer: no\nday: 2026-01-31\nbase: 1_000\nhex: 0x1F\nquoted: 'true'\nid: 7e1a\nempty: ''\n"
    assert read(tmp_path, text) == {
        "answer": "no",
        "day": "2026-01-31",
        "base": "1_000",
        "hex": "0x1F",
        "quoted": "true",
        "id": "7e1a",
        "empty": "",
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("7", 7), ("07", 7), ("-7", -7), ("+7", 7), ("9" * 18, int("9" * 18)), ("9" * 19, "9" * 19)),
        *(("0.5", 0.5), (".5", 0.5), ("5.", 5.0), ("-1.5e3", -1500.0), ("1E2", 100.0), (".inf", math.inf)),
        *(("-.INF", -math.inf), ("1e999", math.inf), (f"{'9' * 5_000}.5", f"{'9' * 5_000}.5")),
        *(("true", True), ("True", True), ("FALSE", False), ("null", None), ("~", None), ("Null", None), ("", None)),
    ],
)
def test_what_is_no_text_is_what_yaml_says(tmp_path: Path, text: str, value: object) -> None:
    assert read(tmp_path, f"- {text}\n") == [value]


def test_every_place_has_its_line(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("# note\na:\n  b:\n    - c\n    - d: e\n")
    lines = load_document(file).lines
    assert (lines["a",], lines["a", "b"], lines["a", "b", 1], lines["a", "b", 1, "d"]) == (2, 3, 5, 5)


@pytest.mark.parametrize(("loc", "text"), [((), ""), (("a", "b", 0, "c"), "a.b[0].c"), ((2, "a"), "[2].a")])
def test_a_place_is_spelt_as_people_write_it(loc: tuple[str | int, ...], text: str) -> None:
    assert spell(loc) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: !!int abc\n", "2: has the tag `!!int`"),
        ("a: !!float x\n", "1: has the tag `!!float`"),
        ("!!map {}\n", "1: has the tag `!!map`"),
        ("!!str a: b\n", "1: has the tag `!!str`"),
        ("a: !own b\n", "1: has the tag `!own`"),
        ("a: &b c\n", "1: has the alias or anchor `b`"),
        ("&a [*a]\n", "1: has the alias or anchor `a`"),
        ("a: b\nc: *d\n", "2: has the alias or anchor `d`"),
        ("*a : b\n", "1: has the alias or anchor `a`"),
        ("[" * 1_000_000, "1: has more than 20 lists and mappings in each other"),
        ("{a: " * 1_000_000, "1: has more than 20 lists and mappings in each other"),
        ("- " * 1_000_000, "1: has more than 20 lists and mappings in each other"),
        ("- a\n---\n- b\n", "2: has a second part"),
        ("a: b\n\n\nc: [\n\n", "4: has `[` that is not closed"),
        ("a: {b: c\nd: e\n", "1: has `{` that is not closed"),
        ("a: [b,, c]\n", "1: has `,` where a value should stand"),
        ('a: "b\n', "1: has a quote that is not closed"),
        ('a: b\nc: "d\ne: f\ng: "h"\n', "2: has a quote that is not closed"),
        ("a: 'it's\n", "1: has words after a closing quote"),
        ('a: "\\d"\n', "1: has a backslash in quotes"),
        ("a: b: c\n", "1: has a colon inside a text"),
        ("a: b\nc\nd: e\n", "2: has no colon"),
        ("a:b\nc: d\n", "1: has no colon with a space behind it"),
        ("a: b\n  c: d\n", "2: does not line up with the lines above"),
        ("- a: b\n c: d\n", "2: does not line up with the lines above"),
        ("a: `b`\n", "1: has a text that begins with ```"),
        ("a: b\nc: *d*\n", "2: has a text that begins with `*`"),
        ("a: | b\n", "1: has words behind `|` or `>`"),
        ("a: b\n%c\n", "2: is not YAML (found unknown directive name)"),
        ("a: b\n? [c]\n: d\n", "2: has a key that is a list or a mapping"),
        ("a: b\nc: \x07\n", "2: has the character U+0007"),
        ("a: b\nc: d\u2028e\n", "2: has the character U+2028"),
        ("a: b\rc: d\n", "1: has the character U+000D"),
        ('a: b\nc: "\\0"\n', "2: has the character U+0000"),
        ('"\\x1b": b\n', "1: has the character U+001B"),
        ("x" * (LARGEST + 1), f"1: has more than {LARGEST:,} bytes"),
    ],
    ids=lambda text: ascii(text[:40]),
)
def test_what_is_more_or_other_than_it_looks_is_refused(tmp_path: Path, text: str, said: str) -> None:
    assert refused(tmp_path, text) == said


def test_lines_may_end_as_windows_ends_them(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeffa: b\r\nc: d\r\n") == {"a": "b", "c": "d"}


def test_aliases_take_no_memory(tmp_path: Path) -> None:
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert refused(tmp_path, f"a0: &a0 [x]\n{levels}") == "1: has the alias or anchor `a0`"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000


def test_json_is_told_as_json(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('{"a": 1,\n "b": [1, 2\n}')
    with pytest.raises(DataError) as caught:
        load_document(file)
    assert "a.json:2: file: is not JSON (has `[` that is not closed)" in str(caught.value.problems[0])


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        load_document(tmp_path)
    assert "file: cannot be read (Is a directory), " in str(caught.value.problems[0])
