"""What the schema cannot say about content: grids have no holes, and roles and links name what exists."""

from collections.abc import Iterator, Mapping

from generator.problems import Finding, brief, one_of, quote
from generator.reading.yaml_lines import Loc
from recommender.model import Guide
from recommender.tables import Criterion, Duty


def check_grids(guide: Guide) -> Iterator[Finding]:
    """Yield holes in the tables: every compared model needs a cell for every criterion and every duty."""
    models = {model.id for model in guide.models if model.compared}
    grids: dict[str, tuple[Criterion | Duty, ...]] = {"criteria": guide.criteria, "duties": guide.duties}
    for name, rows in grids.items():
        for index, row in enumerate(rows):
            loc: Loc = (name, index, "cells")
            yield from check_keys(row.cells, models, loc, what="cell", kind="model")
            for model, cell in row.cells.items():
                if not cell.claims:
                    why = "the short words need a claim that carries them"
                    yield Finding((*loc, model, "claims"), "is empty", why, "add a claim with a citation")


def check_roles(guide: Guide) -> Iterator[Finding]:
    """Yield tasks for which a model does not say who does them."""
    tasks = {task.id for task in guide.tasks}
    for index, model in enumerate(guide.models):
        yield from check_keys(model.roles, tasks, ("models", index, "roles"), what="role", kind="task")


def check_models_named(guide: Guide) -> Iterator[Finding]:
    """Yield models that are named where a reader is sent to them, and do not exist."""
    named: list[tuple[Loc, str]] = [(("compare_first", n), model) for n, model in enumerate(guide.compare_first)]
    for index, ask in enumerate(guide.provider_questions):
        named += [(("provider_questions", index, "models", n), model) for n, model in enumerate(ask.models)]
    for index, step in enumerate(guide.decision_flow):
        named.append((("decision_flow", index, "model"), step.model))
        if step.otherwise is not None:
            named.append((("decision_flow", index, "otherwise"), step.otherwise))
    models = {model.id for model in guide.models}
    for loc, model in named:
        if model not in models:
            yield Finding(loc, f"{quote(model)} is no model", "readers would be sent nowhere", one_of(models))


def check_flow(guide: Guide) -> Iterator[Finding]:
    """Yield steps of the decision flow after which it is open where to go: only the last one has an `otherwise`."""
    steps = sorted(enumerate(guide.decision_flow), key=lambda step: (step[1].order, step[1].id))
    for place, (index, step) in enumerate(steps, 1):
        loc: Loc = ("decision_flow", index)
        if place == len(steps) and step.otherwise is None:
            fix = "add `otherwise:` with a model"
            yield Finding(loc, "is the last step and has no `otherwise`", "a no would lead nowhere", fix)
        if place < len(steps) and step.otherwise is not None:
            what, why = "is not the last step", "a no leads to the next one"
            yield Finding((*loc, "otherwise"), what, why, "remove it here, or give the step the highest `order:`")


def check_keys(found: Mapping[str, object], wanted: set[str], loc: Loc, *, what: str, kind: str) -> Iterator[Finding]:
    """Yield keys that a table lacks, and keys that it has too many."""
    for key in sorted(wanted - found.keys()):
        yield Finding(loc, f"has no {what} for {quote(key)}", "the table would have a hole", f"add `{brief(key)}:`")
    for key in sorted(found.keys() - wanted):
        yield Finding((*loc, key), f"{quote(key)} is no {kind} here", "nothing would show it", one_of(wanted))
