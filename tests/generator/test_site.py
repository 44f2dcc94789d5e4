"""One change of one data file changes the pages, the form and the recommender's answer, and no second one is needed."""

import json
import re
import shutil
from pathlib import Path

import pytest

from generator.publish.mkdocs import NOWHERE
from generator.reading.validate import read_guide
from generator.reading.yaml_lines import load_document
from generator.site import generate
from recommender.api import open_guide
from shared import ROOT, SECOND_GUIDE


def adviser_answer(docs: Path, answers: dict[str, str]) -> str:
    (guide,) = docs.glob("assets/adviser/*/guide.json")
    return open_guide(guide.read_text()).recommend(json.dumps(answers))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a copy of the published data and the folder that was generated from it."""
    home = tmp_path_factory.mktemp("built")
    shutil.copytree(ROOT / "generator" / "data", home / "data")
    generate(read_guide(home / "data"), home / "docs")
    return home / "data", home / "docs"


def test_a_changed_label_and_reason_show_everywhere(built: tuple[Path, Path]) -> None:
    data, docs = built
    answers = {"hr_staff": "none", "control_priority": "low", "benefits_priority": "high"}
    assert "Nobody at all" not in adviser_answer(docs, answers)
    questions, people = data / "questions.yaml", data / "rules" / "people.yaml"
    questions.write_text(questions.read_text().replace("label: No one", "label: Nobody at all"))
    reason = next(rule for rule in load_document(people).value if rule["when"] == {"hr_staff": ["none"]})["because"]
    changed = re.sub(
        r"because:.*?\n  short", "because: A changed reason.\n  short", people.read_text(), flags=re.DOTALL
    )
    people.write_text(changed)
    written = generate(read_guide(data), docs)
    assert "Nobody at all" in (docs / "choose" / "index.md").read_text()
    assert "Nobody at all" in (docs / "how-it-works" / "index.md").read_text()
    assert "A changed reason." in (docs / "how-it-works" / "index.md").read_text()
    assert "Nobody at all" in adviser_answer(docs, answers)
    assert "A changed reason." in adviser_answer(docs, answers)
    assert reason not in adviser_answer(docs, answers)
    assert "compare/index.md" not in written.changed


def test_a_changed_cell_shows_on_its_page_only(built: tuple[Path, Path]) -> None:
    data, docs = built
    generate(read_guide(data), docs)
    cell = next((data / "criteria").glob("cost.yaml"))
    cell.write_text(cell.read_text().replace("short: ", "short: Changed, ", 1))
    changed = generate(read_guide(data), docs).changed
    assert changed == ("compare/index.md", "data/comparison.csv", "data/guide.json")
    assert "Changed, " in (docs / "compare" / "index.md").read_text()


def test_a_second_guide_on_another_subject_is_generated(tmp_path: Path) -> None:
    generate(read_guide(SECOND_GUIDE), tmp_path)
    texts = {file.relative_to(tmp_path).as_posix(): file.read_text() for file in tmp_path.rglob("*.md")}
    assert {"index.md", "models/bike.md", "models/bus.md", "choose/index.md"} <= texts.keys()
    assert "Does it rain?" in texts["choose/index.md"]
    assert f'src="{NOWHERE}embed.js"' in texts["embed-this/index.md"]
    assert f"write it in the place of <code>{NOWHERE}</code>" in texts["embed-this/index.md"]
    assert not [path for path, text in texts.items() if "PEO" in text or "ASO" in text or "employer" in text.lower()]
    assert "Take a bike." in adviser_answer(tmp_path, {"rain": "no", "money": "short"})


def test_hostile_text_in_the_data_stays_text(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(SECOND_GUIDE, data)
    bike = data / "models" / "bike.yaml"
    bike.write_text(bike.read_text().replace("It has a bad side.", "<script>alert(1)</script>"))
    generate(read_guide(data), tmp_path / "docs")
    text = (tmp_path / "docs" / "models" / "bike.md").read_text()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<script>" not in text
