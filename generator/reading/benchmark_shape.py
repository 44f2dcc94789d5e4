"""The shape of what the benchmark measures: how fast the site was, and what that cost."""

from typing import Annotated, Literal, NotRequired, TypedDict

from pydantic import Field

Network = Literal["localhost", "9mbit", "1.6mbit"]
Engine = Literal["chromium", "firefox", "webkit"]
Contestant = Literal["ours", "pyodide", "pyscript_pyodide", "pyscript_micropython", "floor"]
type Positive = Annotated[float, Field(gt=0)]


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


class Moments(TypedDict):
    """A figure until the first answer, and until all is at rest."""

    answer: Contestants
    rest: Contestants


class Kinds(TypedDict):
    """Figures of a new and of a known profile."""

    cold: Moments
    warm: Moments


class Trips(TypedDict):
    """Until the first answer: the longest chain of requests, how many there were, and what connections they opened."""

    depth: int
    requests: int
    connections: int


class Compared(TypedDict):
    """Milliseconds of the two ways that other browsers are asked for."""

    ours: Positive
    pyodide: Positive


class Started(TypedDict):
    """The same in a new and in a known profile."""

    cold: Compared
    warm: Compared


class Slow(TypedDict):
    """Milliseconds with a browser that is slowed so many times."""

    times: int
    first_answer_ms: dict[Network, Visits]


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

    first_answer_ms: dict[Network, Visits]
    bytes: dict[Network, Moments]
    round_trips: dict[Network, dict[Contestant, Trips]]
    engines: dict[Engine, dict[Network, Started]]
    offline_ms: dict[Engine, Positive | None]
    slow: Slow
    processor_s: Kinds
    repaint_ms: Repaint
    lighthouse: dict[str, Scores]
    build: Build
