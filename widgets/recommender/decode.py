"""Turn plain JSON values into the dataclasses of the schema, without a library, so that a browser can."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from math import isfinite
from types import NoneType, UnionType
from typing import Any, Literal, Never, TypeAliasType, get_args, get_origin

from recommender.errors import RecommenderError

type Decoder = Callable[[Any, str], Any]
"""Takes a value and its path, and returns the value as the type it was made for."""

_DECODERS: dict[Any, Decoder] = {}
"""One for each type met so far: what a type asks for is looked up once, not for every value."""


def decode[T](kind: type[T], value: object, path: str = "guide") -> T:
    """Return `value`, as `json.loads` gives it, as an instance of `kind`.

    Raises:
        RecommenderError: naming the path of the first value that does not fit.
    """
    result: T = _decoder(kind)(value, path)
    return result


def _decoder(kind: Any) -> Decoder:  # noqa: ANN401 - any type of the schema
    if kind not in _DECODERS:
        _DECODERS[kind] = _make(kind)
    return _DECODERS[kind]


def _make(kind: Any) -> Decoder:  # noqa: ANN401
    if isinstance(kind, TypeAliasType):
        return _decoder(kind.__value__)
    if is_dataclass(kind):
        return _dataclass(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _tuple(_decoder(inner[0]))
    if origin is Mapping:
        return _mapping(_decoder(inner[1]))
    if origin is Literal:
        return lambda value, path: value if value in inner else _refuse(path, f"one of {', '.join(inner)}")
    if isinstance(kind, UnionType):
        return _union(inner)
    return lambda value, path: _expect(kind, value, path)


def _tuple(item: Decoder) -> Decoder:
    return lambda value, path: tuple(
        item(each, f"{path}[{place}]") for place, each in enumerate(_expect(list, value, path))
    )


def _mapping(entry: Decoder) -> Decoder:
    return lambda value, path: {key: entry(each, f"{path}.{key}") for key, each in _expect(dict, value, path).items()}


def _union(kinds: tuple[Any, ...]) -> Decoder:
    optional = NoneType in kinds
    decoders = [_decoder(kind) for kind in kinds if kind is not NoneType]

    def decode_any(value: Any, path: str) -> Any:  # noqa: ANN401
        if value is None and optional:
            return None
        for decoder in decoders[:-1]:
            try:
                return decoder(value, path)
            except RecommenderError:
                continue
        return decoders[-1](value, path)

    return decode_any


def _dataclass(kind: Any) -> Decoder:  # noqa: ANN401
    known: dict[str, Field[Any]] = {field.name: field for field in fields(kind)}
    required = {name for name, field in known.items() if field.default is field.default_factory is MISSING}
    decoders: dict[str, Decoder] = {}

    def decode_fields(value: Any, path: str) -> Any:  # noqa: ANN401
        given = _expect(dict, value, path)
        if unknown := sorted(given.keys() - known.keys()):
            _refuse(f"{path}.{unknown[0]}", "absent, for no such key is known here")
        if missing := sorted(required - given.keys()):
            _refuse(f"{path}.{missing[0]}", "present")
        if not decoders:
            decoders.update((name, _decoder(field.type)) for name, field in known.items())
        return kind(**{name: decoders[name](item, f"{path}.{name}") for name, item in given.items()})

    return decode_fields


def _expect(kind: type, value: Any, path: str) -> Any:  # noqa: ANN401
    # bool is an int to Python, and never a number to a person.
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        _refuse(path, f"of type {kind.__name__}")
    if isinstance(value, float) and not isfinite(value):
        _refuse(path, "finite")
    return value


def _refuse(path: str, wanted: str) -> Never:
    raise RecommenderError(f"{path:.200}: must be {wanted}, as guide and recommender belong together; reload the page")
