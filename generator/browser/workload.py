"""Uses Python as the recommender does, and more widely: what this never reaches of the WebAssembly is left out.

A function that is left out and called all the same ends that start, and the reader's next one is Pyodide as it comes.
"""

import gc
import json
import math
import operator
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from itertools import accumulate, chain, combinations, count, groupby, islice, pairwise, product, starmap

from recommender.api import Adviser, open_guide
from recommender.given import entries
from recommender.questions import Question

TEXTS = ["", "plain", "Mixed words", "é ü ß", "zwölf € “quoted”", "\u2028", "🐝 bee", "tab\tnew\nline", "x" * 3000]
NUMBERS = [0, 1, -1, 7, 255, -(2**15), 2**31, 2**63 + 1, -(10**40), 3**200]
NO_JSON = ["", "[1,", '{"a" 1}', "nul", '"\\x"', '"a', "[1 2]", '{"a":1,}', "{1}", '"\\u12"', "-", '"\t"', "9" * 5000]


def use(*_: object) -> None:
    """Take values, so that working them out counts as something."""


def told(work: Callable[[], object]) -> None:
    """Do what cannot be done, and tell of it as an error is told."""
    try:
        try:
            work()
        except Exception as error:
            raise RuntimeError(f"told: {error!r} {error.args}") from error
    except RuntimeError as error:
        use(str(error), error.__cause__, error.__traceback__)


def numbers() -> None:
    """Reckon with whole numbers and fractions, and write them."""
    for one, other in product(NUMBERS, repeat=2):
        use(
            one + other, one - other, one * other, one < other, one == other, hash(one), -one, abs(one), min(one, other)
        )
        use(
            str(one), f"{one:,}", f"{one:+}", one & other, one | other, one >> 3, one.bit_length(), math.gcd(one, other)
        )
        half = Fraction(one, other or 2)
        use(half + 1, half - other, half * 3, half < other, half == one, hash(half), str(half), -half, half.numerator)
        use(math.ceil(half), math.floor(half), round(half), round(half, 2), f"{half:.2f}", f"{half:,.0f}", bool(half))
        if other:
            use(one // other, one % other, divmod(one, other), half / other, half // other, half % other)
    use(int("12"), int(" -7_000 "), int("9" * 60), Fraction("3/4"))
    use(sum(NUMBERS), sum(range(10)), 10**3, math.prod([2, 3]))


def floats() -> None:
    """Reckon with floats, and write them."""
    for value in (0.1, -12.5e3, 1e-300, math.inf, math.nan, 1234567.891):
        use(repr(value), f"{value:.1f}", f"{value:,.2f}", f"{value:g}", value * 2, value < 2, value == 1, hash(value))
        if math.isfinite(value):
            use(int(value), round(value, 1), math.floor(value), math.ceil(value), Fraction(value), divmod(value, 3))
            use(math.log(abs(value)), math.exp(-abs(value)), value**2, value / 3, value.is_integer(), max(value, 1))
    use(float(" 1_0.5 "), sum([1, 2.5]), 7 / 2, math.prod([0.5, 2]), math.fsum([0.1, 2]))


def texts() -> None:
    """Take texts of every width apart, put them together, and compare them."""
    for one, other in product(TEXTS, repeat=2):
        use(one + other, one == other, one < other, one in other, one * 2, hash(one), one[:3], one[::-1], one[-1:])
        use(one.replace("e", other[:5]), one.split(), one.split(" "), one.partition(" "), one.rpartition(" "))
        use(one.find(other), one.count("e"), one.strip(), one.lstrip("x"), one.rstrip(), one.endswith((other, "x")))
        use(one.lower(), one.upper(), one.title(), one.capitalize(), one.casefold(), one.isdigit(), one.isdecimal())
        use(one.encode(), one.encode().decode(), repr(one), ascii(one), f"{one:>40}", f"{one!r:^9}", one.join("ab"))
        use(one.splitlines(), one.removeprefix(other), one.removesuffix(other), one.isascii(), one.startswith(other))
        use(list(one), set(one), sorted(one), "{name} {0}".format(one, name=other))  # noqa: UP032 - as wording does


def containers() -> None:
    """Fill, order, join and empty rows, mappings and sets of few and many values."""
    for size in (0, 1, 5, 9, 100, 3000):
        row = [number * 7919 % 1009 for number in range(size)]
        rows(row)
        sets({f"name {number}": number for number in row}, set(row[:7]), set(row))
    use(list(combinations("abcd", 2)), (1, 2) < (1, 3), (*TEXTS, 2), 2 in (1, 2), range(9)[2:5], 3 in range(9))


def rows(row: list[int]) -> None:
    """Order and join rows."""
    use(sorted(row), sorted(row, key=lambda number: (-number, str(number))), sorted(map(str, row), reverse=True))
    use(row[::2], row + row, row * 2, row == row[:], row < [*row, 1], list(reversed(row)), tuple(row), frozenset(row))
    use(min(row, default=0), max(row, default=0, key=operator.neg), any(row), all(row), sum(row), list(pairwise(row)))
    use(list(enumerate(row)), list(filter(None, row)), list(chain(row, [1])), list(islice(count(3), 4)))
    use(list(accumulate(row)), [(key, list(group)) for key, group in groupby(row)], list(starmap(max, [(1, 2)])))
    use(list(zip(row, map(str, row), strict=True)), json.dumps(row), repr(row))
    row[1:1] = [4, 5]
    row.sort(key=operator.neg)
    row.extend((row.pop(), row.count(4)))
    row.insert(0, 5)
    row.remove(5)
    del row[:2]


def sets(named: dict[str, int], few: set[int], many: set[int]) -> None:
    """Join and compare mappings and sets."""
    use(sorted(named.items()), {**named, "x": 1}, named | {"y": 2}, list(named.values()), named == dict(named))
    use(named.keys() & {"name 1"}, named.keys() - {"name 1"}, named.keys() | {"z"}, named.get("no"), str(named))
    use(few | many, few & many, few - many, few ^ many, few <= many, few < many, few.isdisjoint(many), few == many)
    use(few.union(many), frozenset(few) | many, hash(frozenset(few)), repr(few), named.setdefault("new", 3))
    many.update(few)
    many.discard(4)
    few.add(3)
    use(named.pop("new"), named.pop("no", None), {number: name for name, number in named.items()}, json.dumps(named))


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Thing:
    """A record as the recommender has them."""

    name: str
    size: int = 0
    parts: tuple[str, ...] = ()

    @property
    def double(self) -> int:
        """Twice the size."""
        return 2 * self.size


def records() -> None:
    """Make records, compare them, change copies of them, and read them as others do."""
    things = [Thing(name=text, size=number, parts=(text,)) for text, number in zip(TEXTS, NUMBERS, strict=False)]
    use(sorted(things), dict.fromkeys(things), things[0] == things[1], repr(things[1]), list(map(asdict, things)))
    use([replace(thing, size=1).double for thing in things], list(map(operator.attrgetter("name"), things)))


def flow() -> None:
    """Go through generators, and through errors as they come: in JSON, in records, by hand."""

    def counting(end: int) -> Iterator[int]:
        try:
            yield from range(end)
        finally:
            use(end)

    use(next(counting(1)), next(iter([]), None), list(counting(3)), tuple(number for number in counting(2)))
    mistakes: list[Callable[[], object]] = [
        *(lambda text=text: json.loads(text) for text in NO_JSON),
        *(lambda text=text: float(text) for text in TEXTS),
        lambda: dict[str, int]()["x"],
        lambda: 1 // NUMBERS[0],
        lambda: max([]),
        lambda: setattr(Thing(name="x"), "name", 1),
        lambda: list(zip([1], [], strict=True)),
        lambda: operator.attrgetter("no")(1),
        lambda: operator.add("a", 1),
        forever,
    ]
    for mistake in mistakes:
        told(mistake)


def forever() -> object:
    """Call itself until Python has had enough."""
    return forever()


def advice(guide: str) -> None:
    """Ask the recommender all that a page may ask of it."""
    adviser = open_guide(guide)
    weights = [f"weigh_{concern.id}" for concern in adviser.guide.concerns]
    answers: dict[str, object] = {"unknown": "x", "é\u2028": [1, None, {}, 2.5, True]}
    for question in adviser.guide.questions:
        for given in choices(adviser, question):
            before, answers = answers, answers | {question.id: given}
            ask(adviser, before, answers)
    for end in (0, -1):
        honest(adviser, end)
    for text in (*NO_JSON, '{"\\ud800": 1}', "[" * 99):
        refuse(adviser, text)
    for code in (json.loads(adviser.recommend(json.dumps(answers)))["code"], "2-u", "0000", "é 🐝", "Z" * 999):
        use(adviser.answers_of(json.dumps({"code": code.lower()})))
    for weight in range(len(adviser.guide.wording.weights)):
        ask(adviser, answers, answers | dict.fromkeys(weights, weight))
        use(adviser.lines(json.dumps(answers)))
    for amount in adviser.guide.amounts:
        for number in (amount.most, "12.50", "1e99", -1, "x", None, math.inf):
            ask(adviser, answers, answers | {amount.id: number})
    for name, entry in entries(adviser.guide).items():
        options = [option.id for option in entry.options]
        for given in (*options, "12.50", entry.most, "é 🐝", "2028-02-29", "2027-02-29", "x" * 99, "\u2028", None, -1):
            before, answers = answers, answers | {name: given}
            ask(adviser, before, answers)


def honest(adviser: Adviser, end: int) -> None:
    """Answer question after question as people do, each with its option at one end."""
    given: dict[str, object] = {}
    for question in filter(operator.attrgetter("options"), adviser.guide.questions):
        before, given = given, given | {question.id: question.options[end].id}
        ask(adviser, before, given)


def choices(adviser: Adviser, question: Question) -> list[object]:
    """Return answers to a question, good and bad."""
    places = [place.id for place in adviser.guide.jurisdictions]
    return [None, "unsure", {}, 3, 3000, places, places[:1], places * 2, *(option.id for option in question.options)]


def ask(adviser: Adviser, before: dict[str, object], after: dict[str, object]) -> None:
    """Ask for a result, for a report of it, and for what a change makes of it."""
    use(adviser.recommend(json.dumps(after)), adviser.report(json.dumps({"answers": after, "date": "d", "link": "#"})))
    told(lambda: adviser.calendar(json.dumps({"answers": after, "date": "2026-01-31"})))
    use(adviser.contrast(json.dumps({"before": before, "after": after}, ensure_ascii=False)))


def refuse(adviser: Adviser, text: str) -> None:
    """Ask what is no question."""
    told(lambda: adviser.recommend(text))


def memory() -> None:
    """Hold much, in large and small pieces and in circles, and let it go."""
    held: list[object] = [bytes(size) for size in (10, 1000, 100_000, 20_000_000)]
    held += [list(range(200_000)), {str(number): [number] for number in range(50_000)}, "é" * 3_000_000]
    for _ in range(20_000):
        ring: list[object] = []
        ring.append(ring)
    held.clear()
    gc.collect()


def main(guide: str) -> None:
    """Do all of it, and then again while Python looks all the time for what is not needed any more."""
    parts = (numbers, floats, texts, containers, records, flow, lambda: advice(guide))
    for part in (*parts, memory):
        part()
    often = gc.get_threshold()
    gc.set_threshold(1, 1, 1)
    for part in parts:
        part()
    gc.set_threshold(*often)


main(globals()["guide"])
