"""Turn plain JSON values into the dataclasses of the schema, without a library, so that a browser can."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, TypeAliasType, get_args, get_origin

from recommender.errors import RecommenderError


def decode[T](kind: type[T], value: object, path: str = "guide") -> T:
    """Return `value`, as `json.loads` gives it, as an instance of `kind`.

    Raises:
        RecommenderError: naming the path of the first value that does not fit.
    """
    result: T = _decode(kind, value, path)
    return result


def _decode(kind: Any, value: Any, path: str) -> Any:  # noqa: ANN401 - one value of any type in, one out
    if isinstance(kind, TypeAliasType):
        return _decode(kind.__value__, value, path)
    if is_dataclass(kind):
        return _decode_fields(kind, value, path)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        items = _expect(list, value, path)
        return tuple(_decode(inner[0], item, f"{path}[{i}]") for i, item in enumerate(items))
    if origin is Mapping:
        entries = _expect(dict, value, path)
        return {key: _decode(inner[1], entry, f"{path}.{key}") for key, entry in entries.items()}
    if origin is Literal:
        return value if value in inner else _refuse(path, f"one of {', '.join(inner)}")
    if isinstance(kind, UnionType):
        return _decode_any(inner, value, path)
    return _expect(kind, value, path)


def _decode_any(kinds: tuple[Any, ...], value: Any, path: str) -> Any:  # noqa: ANN401
    if value is None and NoneType in kinds:
        return None
    present = [kind for kind in kinds if kind is not NoneType]
    for kind in present[:-1]:
        try:
            return _decode(kind, value, path)
        except RecommenderError:
            continue
    return _decode(present[-1], value, path)


def _decode_fields(kind: Any, value: Any, path: str) -> Any:  # noqa: ANN401
    given = _expect(dict, value, path)
    known: dict[str, Field[Any]] = {field.name: field for field in fields(kind)}
    if unknown := sorted(given.keys() - known.keys()):
        _refuse(f"{path}.{unknown[0]}", "absent, for no such key is known here")
    required = {name for name, field in known.items() if field.default is field.default_factory is MISSING}
    if missing := sorted(required - given.keys()):
        _refuse(f"{path}.{missing[0]}", "present")
    return kind(**{name: _decode(known[name].type, item, f"{path}.{name}") for name, item in given.items()})


def _expect(kind: type, value: Any, path: str) -> Any:  # noqa: ANN401
    # bool is an int to Python, and never a number to a person.
    if isinstance(value, kind) and not (kind is int and isinstance(value, bool)):
        return value
    return _refuse(path, f"of type {kind.__name__}")


def _refuse(path: str, wanted: str) -> None:
    raise RecommenderError(f"{path}: must be {wanted}; rebuild the guide with `python -m generator build`")
