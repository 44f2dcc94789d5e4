"""A recommender that adds up cited rules: standard library only, the same files in CPython and in Pyodide."""

from recommender.api import Adviser, open_guide
from recommender.explain import explain
from recommender.model import Guide
from recommender.scoring import Recommendation, recommend

__all__ = ["Adviser", "Guide", "Recommendation", "explain", "open_guide", "recommend"]
