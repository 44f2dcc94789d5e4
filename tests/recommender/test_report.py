"""The report as text takes its words of the subject from the guide."""

from recommender.explain import explain
from recommender.model import Guide
from recommender.report import report
from recommender.scoring import recommend


def test_headings_of_the_subject_are_those_of_the_guide(small: Guide) -> None:
    result = explain(
        small, recommend(small, {"rain": "yes", "money": "plenty", "riders": 3, "regions": ("northland",)})
    )
    text = report(small.wording, result)
    assert "\n## Questions for the driver\n\n- [ ] How many seats?\n" in text
    assert "\n## Where you ride\n\n- Northland: Hills: " in text
    assert "\n## What holds for so many riders\n\n- 2: The tandem law\n" in text
