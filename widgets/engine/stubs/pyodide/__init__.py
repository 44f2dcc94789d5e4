"""Stands in for `pyodide`, without its event loop, packages and requests, which the recommender has no use for."""

from _pyodide._importhook import modules

__version__ = "0"

# A memory image is only taken, and only works, if just these objects of JavaScript are held, in this order.
_own = modules["pyodide_js"]
_api = _own._api
_held = (_api, _api.scheduleCallback, _own._api, _own.loadedPackages)
