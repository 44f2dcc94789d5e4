"""The shape of what was measured: how often the recommender agrees with others, and how fast the site was."""

from typing import Annotated, Literal, NotRequired, TypedDict

from pydantic import Field

type Positive = Annotated[float, Field(gt=0)]


class Rates(TypedDict):
    """Of how many cases what share agreed, at first and among the first two."""

    n: int
    top1: float
    top2: float


class Share(TypedDict):
    """In what share of cases a model was said, and in what share published."""

    said: float
    published: float


class Miss(TypedDict):
    """A verdict by its id, the models that it advises, the one that was said, and whether theirs came second."""

    id: str
    models: tuple[str, ...]
    said: str
    top2: bool


class Study(Rates):
    """What `make study` finds on cases that were left out."""

    publishers: int
    named: Rates
    by_verdict: dict[str, Rates]
    by_bias: dict[str, Rates]
    shares: dict[str, Share]
    misses: tuple[Miss, ...]


class Contestants(TypedDict):
    """One figure for each way to start Python in a page."""

    ours: Positive
    pyodide: Positive
    pyscript_pyodide: Positive
    pyscript_micropython: Positive
    floor: Positive


class Visits(TypedDict):
    """Milliseconds in a new and in a known profile."""

    cold: Contestants
    warm: Contestants


class Percentiles(TypedDict):
    """Milliseconds in the middle, and in 95 of 100 cases at most."""

    p50: float
    p95: float


class Evaluation(TypedDict):
    """What one recommendation takes in the page's Python."""

    cases: int
    explained_ms: float
    json_ms: float
    ratio: float


class Repaint(TypedDict):
    """What a changed answer takes."""

    work: Percentiles
    painted: Percentiles
    ping: Percentiles
    p50_to_ping: float
    p95_to_ping: float
    changes: int
    evaluation: NotRequired[Evaluation]
    at_once: NotRequired[Percentiles]


Scores = TypedDict(
    "Scores", {"performance": int, "accessibility": int, "best-practices": int, "seo": int, "lost": tuple[str, ...]}
)


class Circumstances(TypedDict):
    """Where, when and with which versions it was measured."""

    measured_on: dict[str, str]
    machine: str
    rounds: int
    versions: dict[str, str]


class Weights(TypedDict):
    """The heaviest of the pages without Python, and what it may weigh."""

    pages: int
    heaviest: str
    bytes: int
    allowed: int


class Growth(TypedDict):
    """What a build of a multiple of the data costs."""

    pages: int
    generator_s: float
    mkdocs_s: float
    generator_share: float
    mkdocs_alone_s: float
    whole_clock_s: float
    mkdocs_alone_clock_s: float
    whole_peak_mb: int
    mkdocs_alone_peak_mb: int


class Build(TypedDict, total=False):
    """What a build costs, and where all of it was measured."""

    circumstances: Circumstances
    pages: Weights
    sizes: dict[str, Growth]


class Benchmark(TypedDict, total=False):
    """What `make bench` finds; a part that was not measured is missing, or empty."""

    first_answer_ms: dict[Literal["localhost", "9mbit", "1.6mbit"], Visits]
    bytes_gz: Contestants
    repaint_ms: Repaint
    lighthouse: dict[str, Scores]
    build: Build
