"""Stands in for `_pyodide.jsbind`: functions of JavaScript have no annotations here."""

from _pyodide_core import (
    JsFuncSignature,
    js2py_as_py_json,
    js2py_deep,
    js2py_default_call_result,
    py2js_as_js_json,
    py2js_deep,
    py2js_default,
)


class Json:
    """Values as JSON has them."""

    py2js = py2js_as_js_json
    js2py = js2py_as_py_json


class Deep:
    """Values all the way down."""

    js2py = js2py_deep
    py2js = py2js_deep


class Default:
    """Values as they come."""


class BindClass:
    """The base of classes with annotations."""


no_default = Default


def _any(*args: object, **kwargs: object) -> None: ...


_BEFORE, _NAMED, _AFTER = (False, 0, (), ()), ((), (), ()), (py2js_default, js2py_default_call_result)
default_signature = JsFuncSignature(_any, *_BEFORE, py2js_default, *_NAMED, *_AFTER)


def func_to_sig(function: object) -> object:
    """Return the signature of a function that takes and returns anything."""
    return default_signature


def bind_class_sig(signature: type) -> object:
    """Return what stands for a class of that signature."""
    return type[signature]
