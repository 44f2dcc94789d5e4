"""Write an explained recommendation as Markdown, to read in a terminal or to take along as a file."""

from collections.abc import Iterator

from recommender.quote_report import quote_report
from recommender.result import Explained
from recommender.result_deadline import NoteWords, StepWords
from recommender.result_facts import Assumption, BillWords, Narrowing
from recommender.result_reasons import Citation, Reason
from recommender.result_summary import ReasonLine, Summary
from recommender.wording import Wording


def report(wording: Wording, result: Explained, date: str = "", link: str = "") -> str:
    """Return the result of `explain` as Markdown; `date` and `link` say when and from where it was taken."""
    parts = [_head(result, date, link), _answers(result), _decisions(result), _standings(result), _changes(result)]
    quotes = quote_report(wording, result["quotes"], result["quote_rows"])
    parts += [
        _local_facts(wording, result),
        _costs(result),
        quotes,
        _dates(result),
        _to_ask(wording, result),
        _sources(result),
        _foot(result),
    ]
    return "\n".join(line for part in parts for line in part) + "\n"


def _head(result: Explained, date: str, link: str) -> Iterator[str]:
    told = [result["detail"], result["final"], result["doubts"], result["needless"]]
    yield from (f"# {result['headline']}", "")
    for brief in result["summary"]:
        yield from (*_brief(brief), "")
    yield from (" ".join(text for text in told if text), "")
    origin = [result["guide"], f"version {result['version']}", f"reviewed on {result['reviewed_on']}"]
    yield ", ".join([*origin, *([f"taken on {date}"] if date else []), *([f"<{link}>"] if link else [])])


def _brief(brief: Summary) -> Iterator[str]:
    """Yield a result's first screen as a list."""
    yield from (f"- {text}" for text in (brief["note"], brief["ways"]) if text)
    yield from (f"- {_short(line)}" for line in brief["reasons"])
    yield from (f"- Biggest doubt: {_short(line)}" for line in brief["doubt"])
    named = {brief["sure"]: brief["counted"], "What would change it": brief["change"]}
    yield from (f"- {name}: {text}" for name, text in named.items() if text)


def _short(line: ReasonLine) -> str:
    model = f"{line['model']}: " if line["model"] else ""
    return f"{model}{line['text']}{f' ({line["strength"]})' if line['strength'] else ''}"


def _answers(result: Explained) -> Iterator[str]:
    yield from _section("Your answers", [f"- {each['label']}: {each['answer']}" for each in result["answered"]])
    yield from _section("What matters to you", [f"- {each['label']}: {each['words']}" for each in result["weights"]])
    if result["unanswered"]:
        yield from ("", f"Not answered: {', '.join(each['label'] for each in result['unanswered'])}")


def _decisions(result: Explained) -> Iterator[str]:
    yield from _section(
        "What it comes down to", [f"- {each['question']} {each['answer']}" for each in result["decisions"]]
    )
    for part in result["parts"]:
        yield from _section(
            f"For some of your people: {part['name']}", [f"- {_reason(each)}" for each in part["reasons"]]
        )
    for quality in result["qualities"]:
        reasons = [f"- +{each.get('points', 0)} {_reason(each)}" for each in quality["reasons"]]
        yield from _section(quality["words"], reasons or [quality["total"]])
    moves = [
        f"- {each['to']}, {each['points']} ahead: {each['because']}{_labels(each['citations'])}"
        for each in result["moves"]
    ]
    yield from _section("What a move has to pay for", moves)


def _standings(result: Explained) -> Iterator[str]:
    yield from ("", "## Points and reasons")
    for standing in result["standings"]:
        out = ", ruled out" if standing["excluded_by"] else ""
        yield from ("", f"### {standing['abbreviation']}: {standing['total']}{out}", "")
        yield from (f"- Ruled out: {_reason(reason)}" for reason in standing["excluded_by"])
        yield from (
            f"- +{reason.get('points', 0)}{_weighed(reason)} {_reason(reason)}" for reason in standing["reasons"]
        )


def _weighed(reason: Reason) -> str:
    weighed = reason.get("weighed")
    return f" ({weighed})" if weighed else ""


def _reason(reason: Reason) -> str:
    sources = (
        f"{citation['label']}: {'; '.join(statement['where'] for statement in citation['statements'])}"
        for citation in reason["citations"]
    )
    strength = f" ({reason['strength']})" if reason["strength"] else ""
    return f"{reason['because']}{strength} [{' | '.join(sources)}]"


def _changes(result: Explained) -> Iterator[str]:
    flips = (
        f"- {', '.join(f'{each["label"]}: {each["answer"]}' for each in flip['changes'])} → {flip['headline']}"
        for flip in result["flips"]
    )
    yield from _section("What would change it", list(flips))
    yield from _section("How firmly it holds", [f"- {each['words']}" for each in result["sensitivity"]])


def _local_facts(wording: Wording, result: Explained) -> Iterator[str]:
    places = (
        f"- {place['name']}: {'; '.join(f'{value["aspect"]}: {value["label"]}' for value in place['values'])}"
        for place in result["places"]
    )
    yield from _section(wording.where_you_are, list(places))
    reached = [f"- {each['headcount']}: {each['law']}" for each in result["reached"]]
    yield from _section(wording.reached, reached)


def _costs(result: Explained) -> Iterator[str]:
    for money in result["money"]:
        told = [each for each in (money["headline"], money["first"], money["overlaps"]) if each]
        told += map(_narrowing, money["narrow"])
        yield from _section("Cost in a year", [" ".join(told), "", *map(_bill, money["bills"])])
        equal = [f"- {each['label']}: {each['amount']}" for each in money["equal"]]
        yield from _section("The same under every choice", equal)
        yield from _section("What the cost assumes", [_assumed(each) for each in money["assumptions"]])


def _narrowing(each: Narrowing) -> str:
    return f"The one number that would narrow this most: {each['label']}. {each['find']}".rstrip()


def _bill(bill: BillWords) -> str:
    first = f", {bill['first']} in the first year" if bill["first"] else ""
    items = "; ".join(f"{item['label']}: {item['amount']}{', once' if item['once'] else ''}" for item in bill["items"])
    than = [bill["than"], f"in the first year {bill['first_than']}" if bill["first_than"] else ""]
    beside = "".join(f"; {words}" for words in than if words)
    return f"- {bill['abbreviation']}: {bill['total']}{first}{beside}{f' ({items})' if items else ''}"


def _assumed(each: Assumption) -> str:
    words = f"{each['value']} {each['unit']}".rstrip()
    told = " (yours)" if each["given"] else f" ({each['as_of']})" if each["as_of"] else ""
    why = f". {each['why']}" if each["why"] else ""
    return f"- {each['label']}: {words}{told}{why}{_labels(each['citations'])}"


def _labels(citations: list[Citation]) -> str:
    labels = [citation["label"] for citation in citations]
    return f" [{' | '.join(labels)}]" if labels else ""


def _dates(result: Explained) -> Iterator[str]:
    for told in result["deadline"]:
        said = [told["assumed"], *(_note(each) for each in told["usual"]), told["detail"], told["late"]]
        yield from _section(told["headline"], [" ".join(text for text in said if text)])
        if told["advice"]:
            yield from ("", *(f"- {_note(each)}" for each in told["advice"]))
        yield from _section("What is due when", [_step(each) for each in told["steps"]])
        for day in told["days"]:
            yield from _section(day["heading"], [f"- {_note(each)}" for each in day["notes"]])


def _step(each: StepWords) -> str:
    past = " (already past)" if each["past"] else ""
    return f"- {each['day']}{past}: {each['text']}"


def _note(each: NoteWords) -> str:
    return f"{each['text']}{_labels(each['citations'])}"


def _to_ask(wording: Wording, result: Explained) -> Iterator[str]:
    yield from _section(wording.to_ask, [f"- [ ] {each['question']}" for each in result["provider_questions"]])


def _sources(result: Explained) -> Iterator[str]:
    sources = [
        f"- {each['label']}: {each['title']}, {each['publisher']}. <{each['url']}>" for each in result["sources"]
    ]
    yield from _section("Sources of the reasons", sources)


def _foot(result: Explained) -> Iterator[str]:
    yield from ("", result["disclaimer"])


def _section(heading: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield from ("", f"## {heading}", "", *lines)
