"""What the guide gives away for machines can be read back, and fits the schema that comes with it."""

import csv
import json
from dataclasses import asdict
from io import StringIO

from generator.pages.exports import exports
from recommender.api import open_guide
from recommender.model import Guide


def test_the_whole_guide_can_be_read_back(guide: Guide) -> None:
    assert asdict(open_guide(exports(guide)["data/guide.json"].decode()).guide) == asdict(guide)


def test_the_schema_names_every_part_of_the_guide(guide: Guide) -> None:
    files = exports(guide)
    schema, value = json.loads(files["data/guide.schema.json"]), json.loads(files["data/guide.json"])
    assert schema["properties"].keys() == value.keys()


def test_the_comparison_holds_every_claim_of_every_cell(guide: Guide) -> None:
    rows = list(csv.DictReader(StringIO(exports(guide)["data/comparison.csv"].decode())))
    claims = [claim for row in guide.criteria for cell in row.cells.values() for claim in cell.claims]
    assert sorted(row["claim"] for row in rows) == sorted(claim.text for claim in claims)
    assert all(row["citations"] for row in rows)
