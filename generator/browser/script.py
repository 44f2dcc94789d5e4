"""Make Pyodide's script small: without what draws, plays or links later."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from generator.browser import wasm
from generator.browser.cache import cached
from generator.browser.pyodide import Runtime, UnfitError
from generator.browser.tools import node

_TERSER = "node_modules/terser/bin/terser"
_TERSELY = ("--compress", "passes=2", "--mangle")

# What the script has is offered to other scripts, which name it as a property where they use it.
_OFFERED = re.compile(r'(?<=[;}\n])Module\["(?P<name>[\w$]+)"\]=[\w$.]+;')
_PROPERTY = re.compile(r'(?:[.{,]|\[")([\w$]+)')
# Every export is taken over under a name of the script's own, which stands again only where it is used.
_TAKEN_OVER = re.compile(r'var (?P<name>_[\w$]+)=Module\["_[\w$]+"\]=(?:wasmExports\["[\w$]+"\]|\d[\de]*);')
_WORD = re.compile(r"[\w$]+")
# How one of the script's functions is to be called matters only to what is linked later.
_SIGNATURE = re.compile(r'[\w$]+\.sig="\w*";')
_IMPORTS = re.compile(r"(?<=var wasmImports=\{)[^{}]*(?=\})")
# Only linking later needs to know the place of every function.
_LINKING = (re.compile(r"updateGOT\(relocated,replace\);"), re.compile(r";updateTableMap\(0,wasmTable\.length\)"))
# A memory is put in where it differs from that of a Python that has not begun, if whoever starts it knows where.
_RESTORED = re.compile(r"Module\.HEAP8\.set\((?P<whole>\w+)\)(?=,\w+\})")
# An `eval` that sees the names around it would keep them all.
_EVAL = re.compile(r"\beval\(")
_NOWHERE = 2**31 - 1
"""A place beyond all functions: who calls what is there is stopped."""

type _Change = Callable[[re.Match[str]], str]


def shortened(runtime: Runtime, cache: Path) -> Runtime:
    """Return Pyodide's runtime with a script that lacks what only pictures, sound, further libraries or nobody uses.

    Raises:
        UnfitError: if it is not the script that this understands.
    """
    script = cached(cache, "script", runtime.files().values(), lambda home: _tidied(home, _cut(runtime)))
    return replace(runtime, script=script)


def words(script: bytes) -> set[str]:
    """Return every word of a script: by one of them it names what it uses."""
    return set(_WORD.findall(script.decode()))


def _tidied(home: Path, script: str) -> bytes:
    """Return the script as terser writes it: without what it never uses itself."""
    file = home / "script.js"
    file.write_text(script, encoding="utf-8")
    return node(_TERSER, file, *_TERSELY)


def _cut(runtime: Runtime) -> str:
    """Return the script without the lines by which it would seem to use everything."""
    script, loader = runtime.script.decode(), runtime.loader.decode()
    script = _some(_SIGNATURE, lambda _: "", script)
    script = _once(_IMPORTS, lambda entries: ",".join(_asked(entries[0], runtime.wasm)), script)
    for pattern in _LINKING:
        script = _once(pattern, lambda _: "", script)
    restored = r"(API.config.layOver??(heap=>heap.set(\g<whole>)))(Module.HEAP8)"
    script = _once(_RESTORED, lambda match: match.expand(restored), script)
    script = _without(_OFFERED, _PROPERTY, script, loader)
    script = _without(_TAKEN_OVER, _WORD, script, loader)
    return _some(_EVAL, lambda _: "(0,eval)(", script)


def _asked(entries: str, code: bytes) -> Iterator[str]:
    """Yield the entries of what the script hands to the WebAssembly that this asks for.

    Functions of which it wants only the place draw pictures.
    """
    asked = {each.name: each.module for each in wasm.imports(code)}
    for entry in entries.split(","):
        name = entry.partition(":")[0].strip('"')
        if asked.get(name) == wasm.PLACES_OF_FUNCTIONS:
            yield f"{name}:{_NOWHERE}"
        elif name in asked:
            yield entry


def _without(lines: re.Pattern[str], mention: re.Pattern[str], script: str, loader: str) -> str:
    """Return the script without those of the lines whose name is not mentioned otherwise."""
    mentioned = set(mention.findall(lines.sub("", script) + loader))
    return _some(lines, lambda line: line[0] if line["name"] in mentioned else "", script)


def _once(pattern: re.Pattern[str], change: _Change, script: str) -> str:
    return _counted(pattern, change, script, most=1)


def _some(pattern: re.Pattern[str], change: _Change, script: str) -> str:
    return _counted(pattern, change, script, most=len(script))


def _counted(pattern: re.Pattern[str], change: _Change, script: str, most: int) -> str:
    changed, count = pattern.subn(change, script)
    if not 1 <= count <= most:
        expected = "exactly 1 is" if most == 1 else "1 and more are"
        raise UnfitError(f"Pyodide's script has {count} of {pattern.pattern}; {expected} understood")
    return changed
