"""Work out where everything in a picture stands; templates draw it as SVG, and CSS gives it the theme's colours."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap

from recommender.figures import Threshold
from recommender.model import Guide, Model
from recommender.tables import Holder

WIDTH = 340
"""Units across every picture: about the pixels of a small phone."""

LINE = 18
"""Units from one line of text to the next, in every picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRow:
    """One task in a model's picture: its name, where it stands, and who does it."""

    y: int
    name: str
    holder: Holder


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Who does what under one model; every model's picture has the same rows at the same places."""

    id: str
    title: str
    description: str
    heads: tuple[str, str]
    height: int
    rows: list[RoleRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowBox:
    """One step of the decision flow: a box with its lines of text, and the model that a yes leads to."""

    y: int
    height: int
    lines: list[str]
    model: Model
    otherwise: Model | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """The decision as a flow from top to bottom."""

    title: str
    description: str
    height: int
    boxes: list[FlowBox]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One figure as a bar from `start` to `end`; an open one ends in an arrow."""

    y: int
    lines: list[str]
    start: float
    end: float
    words: str
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranges:
    """Figures of one unit on one scale that starts at zero; `ticks` are places on it with their words."""

    title: str
    description: str
    height: int
    bars: list[Bar]
    ticks: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """A headcount and what starts there."""

    y: int
    headcount: int
    lines: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Headcounts from small to large, with what each one starts."""

    title: str
    description: str
    height: int
    rungs: list[Rung]


def roles(guide: Guide, model: Model, words: Mapping[str, str]) -> Roles:
    """Return the picture of who does what under a model; `words` name who may do it."""
    rows = [
        RoleRow(y=44 + 24 * index, name=task.name, holder=model.roles[task.id].holder)
        for index, task in enumerate(guide.tasks)
    ]
    told = "; ".join(f"{row.name}: {words[f'held_by_{row.holder}']}" for row in rows)
    return Roles(
        id=model.id,
        title=f"Who does what: {model.name}",
        description=f"{told}.",
        heads=(words["you"], words["provider"]),
        height=44 + 24 * len(rows),
        rows=rows,
    )


def flow(guide: Guide) -> Flow:
    """Return the decision flow."""
    models = {model.id: model for model in guide.models}
    boxes, y = list[FlowBox](), 4
    for step in guide.decision_flow:
        lines = wrap(step.question, 26)
        otherwise = models[step.otherwise] if step.otherwise else None
        height = 20 + LINE * len(lines)
        boxes.append(FlowBox(y=y, height=height, lines=lines, model=models[step.model], otherwise=otherwise))
        y += height + 36
    words = " ".join(f"{step.question} Yes: {models[step.model].name}." for step in guide.decision_flow)
    last = next((f" Else: {box.otherwise.name}." for box in boxes if box.otherwise), "")
    return Flow(title="The decision as a flow", description=words + last, height=y + 4, boxes=boxes)


def ladder(thresholds: Iterable[Threshold], title: str) -> Ladder:
    """Return the headcounts of thresholds, small ones first, as rungs from the top."""
    rungs, y = list[Rung](), 20
    for headcount, same in groupby(thresholds, key=lambda each: each.headcount):
        lines = [line for each in same for line in wrap(each.law, 38)]
        rungs.append(Rung(y=y, headcount=headcount, lines=lines))
        y += max(40, LINE * len(lines) + 18)
    words = "; ".join(f"{rung.headcount}: {', '.join(rung.lines)}" for rung in rungs)
    return Ladder(title=title, description=f"{words}.", height=y, rungs=rungs)
