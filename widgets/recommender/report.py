"""Write an explained recommendation as Markdown, to read in a terminal or to take along as a file."""

from collections.abc import Iterator
from typing import Any


def report(result: dict[str, Any], date: str = "", link: str = "") -> str:
    """Return the result of `explain` as Markdown; `date` and `link` say when and from where it was taken."""
    parts = [_head(result, date, link), _answers(result), _standings(result), _changes(result)]
    parts += [_surroundings(result), _costs(result), _sheet(result), _sources(result), _foot(result)]
    return "\n".join(line for part in parts for line in part) + "\n"


def _head(result: dict[str, Any], date: str, link: str) -> Iterator[str]:
    yield from (f"# {result['headline']}", "", result["detail"], "")
    origin = [result["guide"], f"version {result['version']}", f"reviewed on {result['reviewed_on']}"]
    yield ", ".join([*origin, *([f"taken on {date}"] if date else []), *([f"<{link}>"] if link else [])])


def _answers(result: dict[str, Any]) -> Iterator[str]:
    yield from _section("Your answers", [f"- {each['label']}: {each['answer']}" for each in result["answered"]])
    yield from _section("What matters to you", [f"- {each['label']}: {each['words']}" for each in result["weights"]])
    if result["unanswered"]:
        yield from ("", f"Not answered: {', '.join(result['unanswered'])}")


def _standings(result: dict[str, Any]) -> Iterator[str]:
    yield from ("", "## Points and reasons")
    for standing in result["standings"]:
        out = ", ruled out" if standing["excluded_by"] else ""
        yield from ("", f"### {standing['abbreviation']}: {standing['total']}{out}", "")
        yield from (f"- Ruled out: {_reason(reason)}" for reason in standing["excluded_by"])
        yield from (f"- +{reason['points']}{_weighed(reason)} {_reason(reason)}" for reason in standing["reasons"])


def _weighed(reason: dict[str, Any]) -> str:
    return f" ({reason['weighed']})" if reason["weighed"] else ""


def _reason(reason: dict[str, Any]) -> str:
    sources = (
        f"{citation['label']}: {'; '.join(statement['where'] for statement in citation['statements'])}"
        for citation in reason["citations"]
    )
    return f"{reason['because']} [{' | '.join(sources)}]"


def _changes(result: dict[str, Any]) -> Iterator[str]:
    flips = (
        f"- {', '.join(f'{each["label"]}: {each["answer"]}' for each in flip['changes'])} → {flip['headline']}"
        for flip in result["flips"]
    )
    yield from _section("What would change it", list(flips))
    yield from _section("How firmly it holds", [f"- {each['words']}" for each in result["firmness"]])


def _surroundings(result: dict[str, Any]) -> Iterator[str]:
    places = (
        f"- {place['name']}: {'; '.join(f'{value["aspect"]}: {value["label"]}' for value in place['values'])}"
        for place in result["places"]
    )
    yield from _section("Where people work", list(places))
    reached = [f"- {each['headcount']}: {each['law']}" for each in result["reached"]]
    yield from _section("Laws that have started at this size", reached)


def _costs(result: dict[str, Any]) -> Iterator[str]:
    bills = (
        f"- {bill['abbreviation']}: {bill['total']} "
        f"({'; '.join(f'{item["label"]}: {item["amount"]}' for item in bill['items'])})"
        for bill in result["bills"]
    )
    yield from _section("Cost in a year", list(bills))
    yield from _section("What the cost assumes", [_assumed(each) for each in result["assumptions"]])


def _assumed(each: dict[str, Any]) -> str:
    words = f"{each['value']} {each['unit']}".rstrip()
    return f"- {each['label']}: {words}{' (yours)' if each['given'] else ''}{_labels(each)}"


def _labels(assumption: dict[str, Any]) -> str:
    labels = [citation["label"] for citation in assumption["citations"]]
    return f" [{' | '.join(labels)}]" if labels else ""


def _sheet(result: dict[str, Any]) -> Iterator[str]:
    yield from _section("Questions for providers", [f"- [ ] {each['question']}" for each in result["sheet"]])


def _sources(result: dict[str, Any]) -> Iterator[str]:
    sources = [
        f"- {each['label']}: {each['title']}, {each['publisher']}. <{each['url']}>" for each in result["sources"]
    ]
    yield from _section("Sources of the reasons", sources)


def _foot(result: dict[str, Any]) -> Iterator[str]:
    yield from ("", result["disclaimer"])


def _section(heading: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield from ("", f"## {heading}", "", *lines)
