"""Tell that a number came with a sign of its unit beside it, or with that of another, and how to write it."""

import re
from collections.abc import Mapping

from generator.problems import Finding, brief, one_of, quote
from generator.reading.yaml_lines import Loc
from recommender.sums import CURRENCIES

LEFT_OUT = "so it was left out"

# A comma has three digits after it: where it has not, nobody could say what was meant.
_NUMBER = re.compile(r"(?<![0-9.,])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?![.,]*[0-9])")
_SIGNS = ("%", *CURRENCIES)


def check_unit(unit: str, units: Mapping[str, str], value: object, loc: Loc) -> Finding | None:
    """Return that a value is more than the number of a field in `unit`, or None where its unit is not the trouble.

    `units` has the fields, by name, to one of which a number with another sign may belong.
    """
    numbers = _NUMBER.findall(value) if isinstance(value, str) else []
    if len(numbers) != 1 or not isinstance(value, str) or "-" in value:
        return None
    sign = next((each for each in _SIGNS if each in value), "")
    if sign and sign != unit.partition(" ")[0]:
        return _another(unit, [name for name, theirs in units.items() if theirs.startswith(sign)], value, loc)
    if not sign and "," not in numbers[0]:
        return None
    fix = f"write {numbers[0].replace(',', '')} alone; it is in {unit}"
    return Finding(loc, f"{quote(value)} is more than a number", LEFT_OUT, fix)


def _another(unit: str, others: list[str], value: str, loc: Loc) -> Finding | None:
    """Return that a value has the sign of another unit, unless there is nothing to say of its own."""
    if not others and not unit.startswith(_SIGNS):
        return None
    fix = f"{quote(loc[-1])} is in {brief(unit, 40)}; {one_of(others)}" if others else f"{quote(loc[-1])} is in {unit}"
    return Finding(loc, f"{quote(value)} is in another unit", LEFT_OUT, fix)
