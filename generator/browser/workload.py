"""Uses Python as widely as the recommender ever may: functions of the WebAssembly that this never reaches are left out.

One that is left out and called all the same ends that start, and the reader's next one is Pyodide as it comes.
"""

import gc
import itertools
import json
import math
import operator
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields, is_dataclass, replace
from fractions import Fraction
from typing import Literal

from recommender.decode import decode
from recommender.errors import RecommenderError

TEXTS = ['', 'plain', 'Mixed Case words', 'é ü ß', 'zwölf € “quoted”', '\u2028', '🐝 bee', 'tab\tnew\nline', 'x' * 3000]
NUMBERS = [0, 1, -1, 7, 255, -2 ** 15, 2 ** 31, 2 ** 63 + 1, -10 ** 40, 3 ** 200]

@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Thing:
    name: str
    size: int = 0
    parts: tuple[str, ...] = ()
    more: dict[str, int] = field(default_factory=dict, hash=False, compare=False)
type Word = Literal['one', 'two']
type Either = str | int | tuple[str, ...]

@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    a: Word
    b: tuple[int | None, ...]
    c: Mapping[str, tuple[tuple[str, ...], ...]]
    d: float
    e: Thing | None
    f: bool
    g: Thing
    h: Either
    i: Either

class Mutable:
    kind = 'mutable'

    def __init__(self, value: int) -> None:
        self.value = value

    @property
    def double(self) -> int:
        return 2 * self.value

    @classmethod
    def made(cls, value: int) -> 'Mutable':
        return cls(value)

    @staticmethod
    def plain(value: int) -> int:
        return value

    def __len__(self) -> int:
        return self.value

    def __getitem__(self, place: int) -> int:
        if place >= self.value:
            raise IndexError(place)
        return place

    def __contains__(self, value: object) -> bool:
        return value == self.value

    def __enter__(self) -> 'Mutable':
        return self

    def __exit__(self, *error: object) -> bool:
        return True

    def __call__(self, *rest: object, **named: object) -> tuple[object, ...]:
        return (*rest, *named.items())

def numbers() -> None:
    for one, other in itertools.product(NUMBERS, repeat=2):
        (one + other, one - other, one * other, one == other, one < other, one <= other, one != other, hash(one), bool(one))
        (one & other, one | other, one ^ other, ~one, -one, abs(one), +one, one >> 3, one << 70, min(one, other))
        (math.gcd(one, other), math.lcm(one, other), one.bit_length(), str(one), repr(one), f'{one:,}', f'{one:+}', f'{one:x}')
        (Fraction(one) + Fraction(other, 3), Fraction(one) - other, Fraction(one, 7) * other, Fraction(one) < Fraction(other))
        if other:
            (one // other, one % other, divmod(one, other), one / other if abs(one) < 2 ** 60 > abs(other) else None)
            half = Fraction(one, other)
            (half / 3, half == one, half > other, hash(half), str(half), repr(half), abs(half), -half, half ** 2)
            (half // 2, half % 2, math.ceil(half), math.floor(half), round(half), round(half, 2), int(half), bool(half))
            (half.as_integer_ratio(), half.numerator, half.denominator, f'{half}', f'{half:.2f}', f'{half:,.0f}', float(half))
            (half.limit_denominator(100), 5 - half, 5 * half, 5 / half if half else None, half in {half}, half <= 2, half >= 2)
    for text in ('0.1', '-12.5e3', '1e-300', 'inf', 'nan', '1234567.891'):
        value = float(text)
        (repr(value), f'{value:.1f}', f'{value:,.2f}', f'{value:g}', f'{value:e}', value * 2, value == 1, value < 2, hash(value))
        (value + 1, value - 1, value / 3, -value, abs(value), value.is_integer(), str(value), bool(value), value > 2)
        if math.isfinite(value):
            (int(value), round(value), round(value, 1), math.floor(value), math.ceil(value), math.trunc(value), Fraction(value))
            (divmod(value, 3), value // 2, value % 2, value ** 2, math.sqrt(abs(value)), value.as_integer_ratio())
    (int('12'), int(' -7_000 '), int('ff', 16), int('9' * 60), float(' 1_0.5 '), Fraction('3/4'), Fraction('1.25e2'), complex(1, 2))
    (pow(3, 50, 7), pow(2, -2), 10 ** 3, sum([1, 2.5, Fraction(1, 2)]), sum(range(10)), sum([[1], [2]], []), int(True))
    (math.prod([2, 3]), math.log10(1000), math.log(9), math.fsum([0.1] * 3), math.isqrt(10 ** 20), math.comb(9, 3), int.from_bytes(b'ab'))

def texts() -> None:
    for one, other in itertools.product(TEXTS, repeat=2):
        (one + other, one == other, one < other, one >= other, one in other, one * 2, hash(one), len(one), one[:3], one[::-1])
        (one.replace('e', other[:5]), one.split(), one.split(' '), one.partition(' '), one.rpartition(' '), one.find(other))
        (one.startswith(other), one.endswith((other, 'x')), one.count('e'), one.strip(), one.lstrip('x'), one.rstrip('x'))
        (one.upper(), one.lower(), one.title(), one.capitalize(), one.casefold(), one.swapcase(), one.isdigit(), one.isalpha())
        (one.isascii(), one.isdecimal(), one.isidentifier(), one.isspace(), one.isupper(), one.islower(), one.isalnum())
        (one.encode(), one.encode().decode(), ascii(one), repr(one), f'{one:>40}', f'{one!r:^9}', f'{other[:9]}{one}{7}', one.join('ab'))
        (one.splitlines(), one.removeprefix(other), one.removesuffix(other), one.ljust(9), one.rjust(9), one.center(9), one.zfill(9))
        (one.translate({101: '3', 32: None}), one.expandtabs(), list(one), set(one), sorted(one), max(one, default=''), one.rfind(other))
        (json.loads(json.dumps([one, other])), json.dumps({one: other}, ensure_ascii=False, sort_keys=True, separators=(',', ':')))
    (', '.join(TEXTS), ', '.join((str(number) for number in NUMBERS)), '{} {name}'.format(1, name='x'), '%s %d %.2f' % ('a', 2, 3.5))
    ('a-b_c'.maketrans('a', 'b'), chr(8364), ord('€'), bytes(5), b'ab' + b'c', b'abc'[1:], b'x'.hex(), bytearray(b'ab'), b'a' in b'ab')
    text = ''
    for number in range(500):
        text += str(number)
    (format(1234567, ','), format(12.5, '.1f'), format('x', '*^7'), 'ab' > 'ab', 'a'.__eq__(1), text.index('42'), text[5], text[-1:])

def containers() -> None:
    for size in (0, 1, 5, 9, 100, 3000):
        row = [number * 7919 % 1009 for number in range(size)]
        named = {f'name {number}': number for number in row}
        (sorted(row), sorted(row, key=lambda number: (-number, str(number))), sorted(named.items()), sorted(map(str, row), reverse=True))
        (row.sort(), row.reverse(), row[::2], row[1:], row[:-1], row + row, row * 2, row == row[:], row < [*row, 1], list(reversed(row)))
        (tuple(row), set(row), frozenset(row), dict(named), {**named, 'x': 1}, named | {'y': 2}, list(named), list(named.values()))
        ({value: key for key, value in named.items()}, {key: named[key] for key in sorted(named)}, named == dict(named), 'x' in named)
        (min(row, default=0), max(row, default=0, key=lambda number: -number), any(row), all(row), sum(row), len(row), row.count(1))
        (list(zip(row, row[1:], strict=False)), list(enumerate(row)), list(map(str, row)), list(filter(None, row)), [*row, *row])
        few, many = (set(row[:7]), set(row))
        (few | many, few & many, few - many, few ^ many, few <= many, few < many, few.isdisjoint(many), few == many, many > few)
        (named.keys() & {'name 1'}, named.keys() - {'name 1'}, named.keys() | {'z'}, named.keys() ^ {'z'}, named.items() <= named.items())
        (named.keys() == named.keys(), named.get('no'), named.pop('no', None), named.setdefault('new', 3), named.copy(), str(named), repr(few))
        (named.update(new=4), many.update(row), many.discard(1), many.add(2), few.union(row, [1]), few.intersection(row), few.difference(row))
        (row.append(1), row.extend((1, 2)), row.insert(0, 5), row.index(5), row.pop(), row.pop(0), row.remove(1), row.copy(), str(row), repr(tuple(row)))
        row[1:1] = [4, 5]
        del row[:2]
        for key in list(named)[::2]:
            del named[key]
        (row.clear(), named.clear(), many.clear())
        (list(itertools.chain(row, [1])), list(itertools.islice(itertools.count(3), 4)), list(itertools.accumulate([1, 2, 3])))
        ([(key, list(group)) for key, group in itertools.groupby([1, 1, 2])], list(itertools.combinations('abcd', 2)))
        (list(itertools.permutations('abc')), list(itertools.product('ab', [1, 2])), list(itertools.pairwise('abc')), list(itertools.repeat(1, 3)))
        (list(itertools.takewhile(bool, [1, 0])), list(itertools.dropwhile(bool, [1, 0])), list(itertools.zip_longest('a', 'bc')))
        (list(itertools.starmap(max, [(1, 2)])), list(itertools.compress('ab', [0, 1])), list(itertools.batched('abc', 2)))
    first, *rest = (1, 2, 3)
    (*before, last), [one] = ((1, 2), [3])
    ({(1, 2): 3}[1, 2], [[1]][0][0], (1, 2) < (1, 3), (1,) + (2,), (1, 2) * 2, 2 in (1, 2), slice(1, 2), range(9)[2:5], 3 in range(9))
    (range(3) == range(3), list(range(9, 0, -2)), operator.itemgetter(0)([1]), operator.attrgetter('name')(Thing(name='x')), sorted([rest, before]))
    (frozenset({1}) | {2}, hash(frozenset({1, 2})), hash((1, 'a')), {frozenset({1})}, {1, 2} == frozenset({1, 2}), [1, 2] > [1], isinstance(1, (int, str)))

def flow() -> None:

    def counting(end: int) -> Iterator[int]:
        try:
            for number in range(end):
                sent = (yield number)
                if sent:
                    yield sent
        except ValueError:
            yield (-1)
        finally:
            seen.append(end)

    def delegating() -> Iterator[int]:
        yield from counting(2)
        yield from [3]
        return 4

    def nested(number: int, /, *rest: int, named: int=1, **more: int) -> object:
        nonlocal outer
        outer += number
        return lambda other=number: (other, named, rest, more)
    seen: list[int] = []
    outer = 0
    (nested(1, 2, named=3, x=4)(), nested(*[1, 2], **{'named': 5})(7), list(delegating()), next(counting(1)), next(iter([]), None))
    sending = counting(3)
    (next(sending), sending.send(5), sending.throw(ValueError('x')), sending.close(), list(counting(3)), tuple((x for x in counting(2))))
    for broken in (lambda: {}['x'], lambda: [][1], lambda: 1 // 0, lambda: int('x'), lambda: None.x, lambda: undefined, lambda: 'a' + 1, lambda: json.loads('[1,'), lambda: json.loads('{"a" 1}'), lambda: json.loads('tru'), lambda: json.loads('"\\x"'), lambda: json.dumps({1, 2}), lambda: Thing(), lambda: Thing(name='x', no=1), lambda: setattr(Thing(name='x'), 'name', 1), lambda: max([]), lambda: next(iter(())), lambda: list(zip([1], [], strict=True)), lambda: '{'.format(), lambda: b'\xff'.decode(), lambda: Fraction(1, 0), lambda: nested(), lambda: nested(1)(1, 2), lambda: len(5), lambda: operator.call(5), lambda: [1, 2].index(3), lambda: sorted([1, 'a']), lambda: hash([]), lambda: 'x'.index('y'), lambda: int('9' * 5000), lambda: exec('a b'), lambda: exec('import no_such_module'), lambda: dict([1]), lambda: object().x, lambda: exec('a, b = 1'), lambda: exec('a, b = 1, 2, 3'), lambda: [].pop(), lambda: {}.popitem(), lambda: float('x'), lambda: chr(-1), lambda: (_ for _ in ()).throw(KeyError('x')), forever):
        try:
            try:
                broken()
            except Exception as error:
                (str(error), repr(error), error.args, error.add_note('note'), type(error).__name__)
                raise RuntimeError(f'told: {error}') from error
            finally:
                seen.append(1)
        except (RuntimeError, KeyError) as error:
            (error.__cause__, error.__traceback__, error.__context__)
    with Mutable(1) as one, Mutable(2) as other:
        (list(one), len(other), other[0], 2 in other, one(1, x=2), bool(one), one.double, Mutable.made(3).plain(4), Mutable.kind)
        raise ValueError('kept by __exit__')
    one.value += 1
    del one.value
    (hasattr(one, 'value'), getattr(one, 'no', 1), setattr(one, 'x', 2), vars(one), dir(one), callable(one), isinstance(one, Mutable))
    (issubclass(bool, int), type(one), id(one), one is other, one == other, repr(one)[:5], type('New', (Mutable,), {'y': 1})(2).double)
    count = 0
    while True:
        count += 1
        if count % 2:
            continue
        if count > 10:
            break
    match {'kind': [1, 2, 3], 'more': Thing(name='x')}:
        case {'kind': [1, *rest], 'more': Thing(name='x' | 'y' as name)} if rest and name:
            pass
    exec('def made(x: int = 1) -> int:\n    return x if x else -x\n', (scope := {}))
    (scope['made'](2), eval('1 if scope else 2', {'scope': scope}), print(end=''), sorted([3, 1], key=lambda number: -number), (outer, (last := 1)))
    assert count, f'count={count!r} {last}'

def forever() -> object:
    return forever()

def records() -> None:
    things = [Thing(name=text, size=number, parts=(text,), more={text: 1}) for text, number in zip(TEXTS, NUMBERS, strict=False)]
    (sorted(things), sorted(things, key=lambda thing: (thing.size, thing.name)), {thing: 1 for thing in things}, things[0] == things[1])
    ([replace(thing, size=1) for thing in things], [asdict(thing) for thing in things], fields(Thing), is_dataclass(things[0]), repr(things[1]))
    hash(things[2])

def types() -> None:
    value = {'a': 'one', 'b': [1, None], 'c': {'x': [['y']]}, 'd': 1.5, 'e': None, 'f': True, 'g': {'name': 'x'}, 'h': 'é', 'i': ['x']}
    decode(Shape, value)
    for wrong in ({}, {'z': 1}, *({**value, key: [{}]} for key in value), *({**value, key: {'no': 1}} for key in value), [], None):
        try:
            decode(Shape, wrong)
        except RecommenderError as error:
            str(error)

def documents() -> None:
    plain = ' {"a" : [1, 2.5e3, -0, null, true, false, "\\u00e9\\ud83d\\udc1d\\n", {}, [], NaN, -Infinity, 12345678901234567890], "b":{"a":1}} '
    long = ','.join((f'{{"key {number}": "{'x' * number}", "same": [{number}, {number}.5, true]}}' for number in range(200)))
    for kind in ('', 'é', '€', '🐝'):
        for text in (plain, f'[{long}]'):
            values = [json.loads(text), json.loads(f'["{kind}", {text}, "\\u20ac{kind}"]'), {kind: kind}]
            for options in ({}, {'ensure_ascii': False, 'sort_keys': True, 'separators': (',', ':')}, {'indent': 1}):
                json.loads(json.dumps(values, **options))
        for broken in ('', '[1,', '{"a" 1}', 'tru', '"\\x"', '"a', '[1 2]', '{"a":1,}', '{1}', '"\\u12"', '-', '[1,]', '{"a":1 "b"}', '"\t"'):
            try:
                json.loads(f'["{kind}", {broken}')
            except json.JSONDecodeError as error:
                (str(error), error.pos, error.lineno, error.msg)
    json.dumps([1.5, None, True, [], {}, -3, 10 ** 30, '\x00\u2028', float('inf'), (1,), {1: 2, None: 3, True: 4, 1.5: 5}])

def memory() -> None:
    gc.collect()
    held = [bytes(size) for size in (10, 1000, 100000, 10000000, 20000000)]
    held += [list(range(200000)), {str(number): [number] for number in range(50000)}, set(range(100000)), 'é' * 3000000]
    rings = []
    for _ in range(20000):
        ring: list[object] = []
        ring.append(ring)
        rings.append(ring)
    del held, rings
    gc.collect()

def main() -> None:
    parts = (numbers, texts, containers, flow, records, types, documents)
    for part in (*parts, memory):
        part()
    # Anything may be alive when Python looks for what is not: have it look all the time.
    often = gc.get_threshold()
    gc.set_threshold(1, 1, 1)
    for part in parts:
        part()
    gc.set_threshold(*often)


main()
