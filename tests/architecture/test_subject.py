"""The code knows no subject: templates, theme, scripts and modules say no word of the published guide's field."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment

from recommender.model import Guide
from shared import ROOT, tracked
from subject import FIELD, pattern, schema_names

HOMES = (ROOT / "generator", ROOT / "widgets")
DATA = ROOT / "generator" / "data"
TEMPLATES = {".html", ".md", ".yaml"}
PROGRAMS = {".py", ".js", ".mjs"}
FILES = [
    file
    for file in tracked()
    if file.suffix in TEMPLATES | PROGRAMS and DATA not in file.parents and any(home in file.parents for home in HOMES)
]
NAMES = schema_names()


def said(file: Path, text: str) -> Iterator[str]:
    """Yield what a file says, to readers and to those who read it, without the names by which programs call things."""
    if file.suffix == ".py":
        yield from _python(text)
    elif file.suffix in TEMPLATES:
        yield from _template(text)
    else:
        yield _without_names(text)


def _python(text: str) -> Iterator[str]:
    explained = {
        node.body[0].lineno
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node)
    }
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT or (token.type == tokenize.STRING and token.start[0] in explained):
            yield _without_names(token.string)
        elif token.type in (tokenize.STRING, tokenize.FSTRING_MIDDLE) and token.string.strip("\"'") not in NAMES:
            yield token.string


def _template(text: str) -> Iterator[str]:
    for _, kind, value in Environment().lex(text):
        if kind == "data":
            yield re.sub(r'="([\w-]+)"', lambda found: '=""' if found[1] in NAMES else found[0], value)
        elif kind == "comment" or (kind == "string" and value.strip("\"'") not in NAMES):
            yield _without_names(value) if kind == "comment" else value


def _without_names(text: str) -> str:
    """Return a comment without what the schema calls so, be it several of them."""

    def allowed(word: re.Match[str]) -> str:
        return "" if word[0].lower().removesuffix("s") in NAMES else word[0]

    return re.sub(r"(?<![\w-])\w+(?![\w-])", allowed, text)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_nothing_says_a_word_of_the_subject(file: Path, guide: Guide) -> None:
    known = pattern(guide, FIELD)
    found = {word[0] for text in said(file, file.read_text()) for word in known.finditer(text)}
    assert not found, f"{file.relative_to(ROOT)} says {found}; such words belong in generator/data/"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_nothing_knows_an_id_of_the_data(file: Path, guide: Guide, small: Guide) -> None:
    groups = (guide.questions, guide.rules, guide.criteria, guide.amounts)
    ids = {item.id for group in groups for item in group if re.search("[_-]", item.id)} - NAMES
    ids |= {model.id for model in guide.models} - {model.id for model in small.models}
    known = re.compile(rf"(?<![\w-])(?:{'|'.join(ids)})(?![\w-])")
    assert not set(known.findall(file.read_text())), f"{file.relative_to(ROOT)} names an entry of generator/data/"


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("cost.md", "<p>Ask a provider</p>", "provider"),
        ("cost.md", "{# What employees cost. #}", "employees"),
        ("cost.md", '{{ ("Federal laws: " ~ words.title)|tojson }}', "Federal"),
        ("main.html", '<a href="{{ root }}headcount/">How many</a>', "headcount"),
        ("report.py", 'HEADING = "Questions for providers"', "providers"),
        ("report.py", 'def told(n: int) -> str:\n    """Say it."""\n    return f"{n} hired by a PEO"', "PEO"),
        ("report.py", '"""What outsourcing does."""', "outsourcing"),
        ("boot.js", "// Texas first\nstart();", "Texas"),
    ],
)
def test_a_word_of_the_subject_is_seen(name: str, text: str, word: str, guide: Guide) -> None:
    assert word in {found[0] for each in said(Path(name), text) for found in pattern(guide, FIELD).finditer(each)}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("thresholds.md", '<b data-text="headcount"></b>{{ threshold.headcount }}{{ "provider" }}'),
        ("pictures.py", '"""Headcounts, and who does it: `provider` or you."""\nrung.headcount = row["provider"]'),
        ("engine.js", "const worker = new Worker(state);"),
    ],
)
def test_names_of_the_schema_are_no_such_words(name: str, text: str, guide: Guide) -> None:
    assert not [found[0] for each in said(Path(name), text) for found in pattern(guide, FIELD).finditer(each)]
