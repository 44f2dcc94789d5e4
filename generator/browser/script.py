"""Cut Pyodide's script down to what its WebAssembly asks for where nothing is drawn, played or linked later."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.browser import wasm
from generator.browser.cache import cached
from generator.browser.pyodide import LOADER, SCRIPT, WASM, original
from generator.browser.tools import NODE, node

_TERSER = NODE / "node_modules" / "terser" / "bin" / "terser"
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
# An `eval` that sees the names around it would keep them all.
_EVAL = re.compile(r"\beval\(")
_NOWHERE = 2**31 - 1
"""A place beyond all functions: who calls what is there is stopped."""


def small_script(engine: Path, cache: Path) -> bytes:
    """Return Pyodide's script without what only pictures, sound, further libraries or nobody uses.

    Raises:
        ValueError: if it is not the script that this understands.
    """
    script, loader, code = (original(engine, name) for name in (SCRIPT, LOADER, WASM))
    inputs = [script, loader, code, (engine / "package-lock.json").read_bytes(), Path(__file__).read_bytes()]
    return cached(cache, "script", inputs, lambda: _tidied(engine, cache, _cut(script.decode(), loader.decode(), code)))


def words(script: bytes) -> set[str]:
    """Return every word of a script: by one of them it names what it uses."""
    return set(_WORD.findall(script.decode()))


def _tidied(engine: Path, cache: Path, script: str) -> bytes:
    """Return the script without what it never uses itself."""
    file = cache / SCRIPT
    file.write_text(script, encoding="utf-8")
    return node(_TERSER, file, *_TERSELY)


def _cut(script: str, loader: str, code: bytes) -> str:
    """Return the script without the lines by which it would seem to use everything."""
    script = _once(_IMPORTS, lambda entries: ",".join(_asked(entries, code)), _SIGNATURE.sub("", script))
    for pattern in _LINKING:
        script = _once(pattern, lambda _: "", script)
    script = _without(_OFFERED, _PROPERTY, script, loader)
    return _EVAL.sub("(0,eval)(", _without(_TAKEN_OVER, _WORD, script, loader))


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
    return lines.sub(lambda line: line[0] if line["name"] in mentioned else "", script)


def _once(pattern: re.Pattern[str], change: Callable[[str], str], script: str) -> str:
    changed, count = pattern.subn(lambda found: change(found[0]), script)
    if count != 1:
        raise ValueError(f"Pyodide's script has {count} of {pattern.pattern}; exactly 1 is understood")
    return changed
