"""What a start takes is kept for the next visit; what is damaged, gone or refused is made good."""

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import faults
from bench.network import Network, serving
from recommender.questions import Answer
from recommender_page import RecommenderPage

ANSWERS: dict[str, Answer] = {"hr_staff": "none", "control_priority": "low", "benefits_priority": "high"}
FRAGMENT = "#hr_staff=none&benefits_priority=high&control_priority=low"
NATIVE = "**/assets/native/*/python.wasm"
FIRST, LATER = ("wasm.bin", "data.bin", "library.bin"), "snapshot.bin"
SLOW = Network(name="slow", speed=12e6)

_FILES = """
const files = async () => {
  const found = [];
  for await (const [name, folder] of (await navigator.storage.getDirectory()).entries()) {
    if (name.startsWith("guide-kept")) for await (const file of folder.values()) found.push(file);
  }
  return found;
};
const sound = async (handle) => {
  const all = new Uint8Array(await (await handle.getFile()).arrayBuffer());
  const end = all.length - 4;
  let sum = 0x811c9dc5;
  for (const word of new Uint32Array(all.buffer, 0, end >> 2)) sum = Math.imul(sum ^ word, 0x01000193);
  for (const byte of all.subarray(end & ~3, end)) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0 === new DataView(all.buffer).getUint32(end, true);
};
const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
"""
KEPT = f"""
async () => {{
  {_FILES}
  for (let tries = 0; tries < 1200; tries += 1) {{
    const found = await files().catch(() => []);
    const all = await Promise.all(found.map((each) => sound(each).catch(() => false)));
    const sizes = () => Promise.all(found.map(async (file) => (await file.getFile()).size));
    if (all.length === 2 && all.every(Boolean)) return sizes();
    await pause();
  }}
  throw new Error("not kept within a minute");
}}
"""
"""Waits until the memory and the WebAssembly are kept, and returns how many bytes they take."""
EMPTY = f"""
async () => {{
  {_FILES}
  for (let tries = 0; tries < 1200; tries += 1) {{
    // While it is being removed, it can be neither counted nor called gone.
    const left = await files().catch(() => undefined);
    if (window.tried && left?.length === 0) return true;
    await pause();
  }}
  return false;
}}
"""
"""Waits until keeping has been tried and nothing is left of it."""
LISTENS = 'new BroadcastChannel("keeping").onmessage = () => (window.tried = true);'
_TRIES = 'const tried = () => new BroadcastChannel("keeping").postMessage("tried");'
_TWICE = """
const { postMessage } = Worker.prototype;
Worker.prototype.postMessage = function (...given) {
  if (given[0].type === "keep") postMessage.apply(this, given);
  return postMessage.apply(this, given);
};
"""
_SLOW_DISK = f"""
{_TRIES}
const {{ createSyncAccessHandle }} = FileSystemFileHandle.prototype;
FileSystemFileHandle.prototype.createSyncAccessHandle = async function (...given) {{
  const handle = await createSyncAccessHandle.apply(this, given);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return handle;
}};
FileSystemDirectoryHandle.prototype.removeEntry = async () => tried();
"""
"""A worker with this has a slow disk, and tells when it gives up to keep anything."""
_TELLS_OF_GIVING_UP = f"""
{_TRIES}
const {{ removeEntry }} = FileSystemDirectoryHandle.prototype;
FileSystemDirectoryHandle.prototype.removeEntry = function (...given) {{
  return removeEntry.apply(this, given).finally(tried);
}};
"""
_DAMAGE = f"""
async ({{ damage, codeAlone }}) => {{
  {_FILES}
  for (const handle of await files()) {{
    const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
    if (codeAlone && String.fromCharCode(...bytes.subarray(1, 4)) !== "asm") continue;
    const writable = await handle.createWritable();
    bytes[bytes.length >> 1] ^= 1;
    const left = {{ altered: bytes.length, truncated: bytes.length >> 1, emptied: 0 }}[damage];
    await writable.write(bytes.subarray(0, left));
    await writable.close();
  }}
}}
"""
_EVICT = """
async () => {
  const root = await navigator.storage.getDirectory();
  const names = [];
  for await (const name of root.keys()) names.push(name);
  for (const name of names) await root.removeEntry(name, { recursive: true });
}
"""

REFUSED = f"""
{_TRIES}
navigator.storage.getDirectory = () => (tried(), Promise.reject(new DOMException("no", "SecurityError")));
"""
SHORT = f"""
{_TRIES}
navigator.storage.estimate = async () => (tried(), {{ quota: 20e6, usage: 10e6 }});
"""
FULL = f"""
{_TRIES}
FileSystemSyncAccessHandle.prototype.write = () => {{ tried(); throw new DOMException("no", "QuotaExceededError"); }};
"""


def test_a_slow_line_brings_the_fewest_bytes_and_what_comes_later_is_for_the_next_visit(
    browser: Browser, site: Path
) -> None:
    with serving(site, SLOW) as server, browser.new_context() as context:
        recommender = RecommenderPage(context.new_page(), server.address)
        recommender.open(FRAGMENT).expect_path("compiled").expect_answers(**ANSWERS)
        assert sum(recommender.page.evaluate(KEPT)) < 16e6
        asked = [(each.path.rpartition("/")[2], each) for each in server.sent if each.path.endswith(".bin")]
        assert Counter(name for name, _ in asked) == dict.fromkeys([*FIRST, "recommender.bin", "guide.bin", LATER], 1)
        assert len([each for each in server.sent if each.path.endswith("/python.wasm")]) == 1
        first = [each for name, each in asked if name in FIRST]
        guide = next(each.asked for name, each in asked if name == "guide.bin")
        # What Python begins without is put off until it can begin.
        assert sum(each.size(guide) for each in first) > 0.8 * sum(each.size() for each in first)
        server.sent.clear()
        recommender.page.reload()
        recommender.expect_path("snapshot").expect_answers(**ANSWERS)
        assert not [each.path for each in server.sent if each.path.endswith((".bin", ".wasm"))]


@pytest.mark.parametrize("damage", ["altered", "truncated", "emptied", "evicted"])
def test_a_damaged_copy_is_found_and_replaced(reader: Page, home: str, damage: str) -> None:
    recommender = RecommenderPage(reader, home).open(FRAGMENT).expect_path("snapshot")
    headline = recommender.headline.inner_text()
    reader.evaluate(KEPT)
    reader.evaluate(_EVICT if damage == "evicted" else _DAMAGE, {"damage": damage})
    reader.reload()
    recommender.expect_path("snapshot").expect_headline(headline).expect_answers(**ANSWERS)
    reader.evaluate(KEPT)


@pytest.mark.parametrize("script", [REFUSED, SHORT, FULL], ids=["refused", "short", "full"])
def test_where_nothing_may_be_kept_nothing_is_and_the_page_answers(reader: Page, home: str, script: str) -> None:
    reader.add_init_script(LISTENS)
    reader.context.route(faults.WORKER, faults.with_script(script))
    recommender = RecommenderPage(reader, home).open(FRAGMENT).expect_path("snapshot")
    assert reader.evaluate(EMPTY)
    reader.reload()
    recommender.expect_path("snapshot").expect_answers(**ANSWERS)


def test_only_the_version_that_is_there_now_is_kept(page: Page, home: str) -> None:
    recommender = RecommenderPage(page, home).open(FRAGMENT).expect_path("snapshot")
    page.evaluate(KEPT)
    page.evaluate(
        """async () => {
          for await (const [name, folder] of (await navigator.storage.getDirectory()).entries())
            if (name.startsWith("guide-kept")) await folder.getFileHandle("of another version", { create: true });
        }"""
    )
    page.reload()
    recommender.expect_path("snapshot").expect_answers(**ANSWERS)
    page.evaluate(KEPT)


def test_two_that_keep_at_once_do_not_hinder_each_other(page: Page, home: str) -> None:
    page.add_init_script(LISTENS + _TWICE)
    page.context.route(faults.WORKER, faults.with_script(_SLOW_DISK))
    RecommenderPage(page, home).open(FRAGMENT).expect_path("snapshot")
    page.evaluate(KEPT)
    assert not page.evaluate("window.tried")


def test_the_next_visit_has_the_browser_s_own_copy_of_the_webassembly(page: Page, home: str) -> None:
    recommender = RecommenderPage(page, home).open(FRAGMENT).expect_path("snapshot")
    page.evaluate(KEPT)
    with page.expect_response(NATIVE) as response:
        page.reload()
    assert response.value.ok
    recommender.expect_path("snapshot").expect_answers(**ANSWERS)


@pytest.mark.complaints_expected
def test_without_the_browser_s_own_copy_what_is_kept_is_compiled(page: Page, home: str) -> None:
    recommender = RecommenderPage(page, home).open(FRAGMENT).expect_path("snapshot")
    page.evaluate(KEPT)
    page.context.route(NATIVE, faults.cut_off)
    page.reload()
    recommender.expect_path("snapshot").expect_answers(**ANSWERS)
    page.evaluate(KEPT)


@pytest.mark.complaints_expected
def test_what_is_kept_and_damaged_is_not_compiled_without_the_browser_s_own_copy_either(page: Page, home: str) -> None:
    recommender = RecommenderPage(page, home).open(FRAGMENT).expect_path("snapshot")
    page.evaluate(KEPT)
    page.evaluate(_DAMAGE, {"damage": "altered", "codeAlone": True})
    page.context.route(NATIVE, faults.cut_off, times=1)
    page.reload()
    recommender.expect_path("snapshot").expect_answers(**ANSWERS)
    page.evaluate(KEPT)


@pytest.mark.parametrize("sabotage", [faults.altered, faults.gone, faults.cut_off])
@pytest.mark.complaints_expected
def test_nothing_is_kept_beside_a_webassembly_that_is_another(page: Page, home: str, sabotage: faults.Sabotage) -> None:
    page.add_init_script(LISTENS)
    page.context.route(faults.WORKER, faults.with_script(_TELLS_OF_GIVING_UP))
    page.context.route(NATIVE, sabotage)
    recommender = RecommenderPage(page, home).open(FRAGMENT).expect_path("snapshot")
    assert page.evaluate(EMPTY)
    recommender.expect_answers(**ANSWERS)


def test_a_server_that_knows_no_webassembly_hinders_nothing(page: Page, home: str) -> None:
    page.context.route(NATIVE, faults.of_another_type)
    recommender = RecommenderPage(page, home).open(FRAGMENT).expect_path("snapshot")
    page.evaluate(KEPT)
    recommender.expect_answers(**ANSWERS)
