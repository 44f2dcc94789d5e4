"""The order in which Python happens to walk through a set shows in no result."""

import os
import subprocess
import sys

from shared import ROOT

_DIGEST = """
from hashlib import sha256
from generator.reading.validate import read_guide
from recommender.explain import explain
from recommender.json_text import to_json
from recommender.scoring import recommend
from shared import ROOT, draw_answers, draw_given
guide = read_guide(ROOT / "generator" / "data")
cases = draw_given(guide, 200, seed=3) + draw_answers(guide, 5_000, seed=3)[400:430]
told = [to_json(explain(guide, recommend(guide, answers))) for answers in cases]
print(sha256("".join(told).encode()).hexdigest())
"""


def test_equal_bytes_whatever_the_hash_seed() -> None:
    """Two groups of changed answers once stood in another order in the browser."""
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests"), str(ROOT / "widgets")])
    found = {
        subprocess.run(
            [sys.executable, "-c", _DIGEST],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(found) == 1
