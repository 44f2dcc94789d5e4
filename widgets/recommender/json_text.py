"""Read JSON that anybody may have written, and write JSON in one spelling."""

import json
from itertools import accumulate
from typing import Any

from recommender.errors import RecommenderError

LONGEST = 100_000
"""No request has more characters: every question answered in two ways, and a link beside them, are a tenth of that."""

DEEPEST = 32
"""How many lists and objects of a request may stand inside each other; more would exhaust a browser's stack."""

_DEPTH = {"[": 1, "{": 1, "]": -1, "}": -1}


def parse_request(text: str) -> dict[str, Any]:
    """Return the object of a JSON text that anybody may have written.

    Raises:
        RecommenderError: if it is none, or longer or deeper than an honest one, or what `parse_json` refuses.
    """
    if len(text) > LONGEST:
        raise RecommenderError(f"answers: have {len(text):,} characters; send at most {LONGEST:,}")
    if _depth(text) > DEEPEST:
        raise RecommenderError(f"answers: nest too deep; put at most {DEEPEST} lists and objects into each other")
    value = parse_json(text, "answers")
    if not isinstance(value, dict):
        raise RecommenderError("answers: must be a JSON object; send one of question to option")
    return value


def parse_json(text: str, name: str) -> Any:  # noqa: ANN401 - any JSON value
    """Return the value of a JSON text, which goes by `name` in messages.

    Raises:
        RecommenderError: if it is none, or has what cannot be written again: half a character, or too many digits.
    """
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise RecommenderError(f"{name}: not JSON ({error}); send an object") from None
    except ValueError:
        raise RecommenderError(f"{name}: has a number of thousands of digits; send a shorter one") from None
    except RecursionError:
        raise RecommenderError(f"{name}: nests too deep; put fewer lists and objects into each other") from None
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
    return any(0xD800 <= ord(sign) <= 0xDFFF for sign in set(text))
