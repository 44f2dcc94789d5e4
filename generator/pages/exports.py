"""Give the guide away for machines: the whole of it as JSON with its schema, the comparison as CSV."""

import csv
import json
from dataclasses import asdict
from io import StringIO

from generator.reading.page_words import address
from generator.reading.validate import schema
from recommender.model import Guide


def exports(guide: Guide) -> dict[str, bytes]:
    """Return the files of the data page, by their path below `docs/`."""
    folder = next(address(entry) for entry in guide.pages if entry.id == "data")
    return {
        f"{folder}guide.json": (json.dumps(asdict(guide), ensure_ascii=False, indent=1) + "\n").encode(),
        f"{folder}guide.schema.json": (json.dumps(schema(Guide), indent=1) + "\n").encode(),
        f"{folder}comparison.csv": _comparison(guide).encode(),
    }


def _comparison(guide: Guide) -> str:
    out = StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(["theme", "aspect", "model", "short", "claim", "citations"])
    for criterion in guide.criteria:
        for model in guide.models:
            cell = criterion.cells.get(model.id)
            for claim in cell.claims if cell else ():
                short = cell.short if cell else ""
                row = [criterion.theme, criterion.name, model.abbreviation, short, claim.text, " ".join(claim.cites)]
                rows.writerow(row)
    return out.getvalue()
