"""Read JSON that anybody may have written, and write JSON in one spelling."""

import json
from itertools import accumulate
from math import isfinite
from typing import Any

from recommender.errors import RecommenderError

DEEPEST = 32
"""How many lists and objects may stand inside each other; a guide has six. More would exhaust a browser's stack."""

_DEPTH = {"[": 1, "{": 1, "]": -1, "}": -1}


def parse_json(text: str, name: str) -> Any:  # noqa: ANN401 - any JSON value
    """Return the value of a JSON text, which goes by `name` in messages.

    Raises:
        RecommenderError: if it is none, or has what cannot be written again: an endless number, half a character.
    """
    if _depth(text) > DEEPEST:
        raise RecommenderError(f"{name}: nests too deep; put at most {DEEPEST} lists and objects into each other")
    try:
        value = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise RecommenderError(f"{name}: not JSON ({error}); send an object") from None
    except ValueError:
        raise RecommenderError(f"{name}: has a number that is endless or far too long; send another") from None
    if _halved(json.dumps(value, ensure_ascii=False) if "\\u" in text else text):
        raise RecommenderError(f"{name}: has half of a character, a surrogate without its other; send whole ones")
    return value


def to_json(value: Any) -> str:  # noqa: ANN401
    """Return the one spelling of a JSON value that this project uses wherever bytes are compared."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _depth(text: str) -> int:
    """Return how many brackets stand open at most, as far as the text is JSON; those inside of strings do not count."""
    outside = "".join(text.replace("\\\\", "").replace('\\"', "").split('"')[::2])
    return max(accumulate(_DEPTH[sign] for sign in outside if sign in _DEPTH), default=0)


def _halved(text: str) -> bool:
    """Say whether a text has half of a pair that together is one character, which no UTF-8 can hold."""
    return any("\ud800" <= sign <= "\udfff" for sign in set(text))


def _finite(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise ValueError(text)
    return number


_DECODER = json.JSONDecoder(parse_float=_finite, parse_constant=_finite)
