"""What is kept in the reader's browser speeds up the next start, and is let go whenever it cannot be trusted."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

import faults
from faults import COMPILED, WORKER
from recommender.model import Answer
from recommender_page import RecommenderPage

ANSWERS: dict[str, Answer] = {"hr_staff": "none", "control_priority": "low", "benefits_priority": "high"}
FRAGMENT = "#hr_staff=none&benefits_priority=high&control_priority=low"

_CHANGE = """
async ([name, header, change]) => {
  const [version] = await caches.keys();
  const cache = await caches.open(version);
  const request = (await cache.keys()).find(({ url }) => url.endsWith(name));
  const old = await cache.match(request);
  const headers = new Headers(old.headers);
  if (header) headers.set(header, "another");
  const bytes = new Uint8Array(await old.arrayBuffer());
  if (change === "flip") bytes[bytes.length >> 1] ^= 1;
  const body = change === "cut" ? bytes.slice(0, bytes.length >> 1) : bytes;
  if (change === "delete") await cache.delete(request);
  else await cache.put(request, new Response(body, { headers }));
}
"""
_RENAME = """
async () => {
  const [version] = await caches.keys();
  const [old, other] = [await caches.open(version), await caches.open(version.slice(0, -4) + "0000")];
  for (const request of await old.keys()) await other.put(request, await old.match(request));
  await caches.delete(version);
}
"""


@pytest.fixture
def recommender(page: Page, home: str) -> RecommenderPage:
    """Return the page on a browser that has kept a snapshot."""
    recommender = RecommenderPage(page, home).open(FRAGMENT).expect_path("compiled")
    assert faults.snapshot_kept(page)
    return recommender


def again(recommender: RecommenderPage) -> RecommenderPage:
    recommender.page.reload()
    return recommender


def test_the_second_start_is_served_from_the_snapshot(recommender: RecommenderPage) -> None:
    headline = recommender.headline.inner_text()
    fetched: list[str] = []
    recommender.page.on("request", lambda request: fetched.append(request.url))
    again(recommender).expect_path("snapshot").expect_headline(headline).expect_answers(**ANSWERS)
    assert not [url for url in fetched if url.endswith((".bin", ".wasm", ".zip", ".whl"))]


def test_what_is_kept_holds_none_of_the_answers(recommender: RecommenderPage) -> None:
    look = """
    async () => {
      const response = await caches.match((await (await caches.open((await caches.keys())[0])).keys())[0]);
      const text = new TextDecoder("latin1").decode(await response.arrayBuffer());
      return [text.includes("recommend"), text.includes('"hr_staff":"none"')];
    }
    """
    assert recommender.page.evaluate(look) == [True, False]


@pytest.mark.parametrize("name", ["memory", "wasm"])
@pytest.mark.parametrize("change", ["flip", "cut", "delete"])
@pytest.mark.complaints_expected
def test_a_damaged_snapshot_is_dropped(recommender: RecommenderPage, name: str, change: str) -> None:
    recommender.page.evaluate(_CHANGE, [name, None, change])
    again(recommender).expect_path("compiled").expect_answers(**ANSWERS)
    assert faults.snapshot_kept(recommender.page)
    again(recommender).expect_path("snapshot")


@pytest.mark.parametrize(
    ("name", "header"), [("memory", "x-browser"), ("memory", "x-sha256"), ("wasm", "content-type")]
)
@pytest.mark.complaints_expected
def test_a_snapshot_of_another_origin_is_not_used(recommender: RecommenderPage, name: str, header: str) -> None:
    recommender.page.evaluate(_CHANGE, [name, header, None])
    again(recommender).expect_path("compiled").expect_answers(**ANSWERS)


def test_a_snapshot_of_another_version_is_deleted(recommender: RecommenderPage) -> None:
    page = recommender.page
    (version,) = faults.kept_caches(page)
    page.evaluate(_RENAME)
    page.evaluate("caches.open('of somebody else on this origin')")
    again(recommender).expect_path("compiled")
    assert faults.snapshot_kept(page)
    assert sorted(faults.kept_caches(page)) == sorted([version, "of somebody else on this origin"])


@pytest.mark.complaints_expected
def test_a_snapshot_that_no_longer_loads_gives_way(recommender: RecommenderPage) -> None:
    recommender.page.context.route(COMPILED + "pyodide.js", faults.gone)
    again(recommender).expect_path("plain").expect_answers(**ANSWERS)


@pytest.mark.parametrize(
    "refusal",
    [
        "Object.defineProperty(self, 'caches', { get() { throw new DOMException('no'); } });\n",
        "CacheStorage.prototype.match = CacheStorage.prototype.open = () => Promise.reject(new DOMException('no'));\n",
        "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));\n",
    ],
)
def test_without_storage_it_works_each_time(page: Page, home: str, refusal: str) -> None:
    page.context.route(WORKER, faults.with_script(refusal))
    recommender = RecommenderPage(page, home).open(FRAGMENT).expect_path("compiled")
    assert not faults.snapshot_kept(page)
    again(recommender).expect_path("compiled").expect_answers(**ANSWERS)


@pytest.mark.complaints_expected
@pytest.mark.parametrize(
    ("stall", "state"),
    [
        ("CacheStorage.prototype.match = () => new Promise(() => {});\n", "downloading"),
        ("Response.prototype.clone = () => new Response(new ReadableStream());\n", "starting"),
    ],
)
def test_a_snapshot_that_stalls_gives_way(page: Page, recommender: RecommenderPage, stall: str, state: str) -> None:
    page.clock.install()
    page.context.route(WORKER, faults.with_script(stall))
    again(recommender).expect_state(state)
    page.clock.fast_forward(21_000)
    recommender.expect_path("compiled").expect_answers(**ANSWERS)


@pytest.fixture
def thrifty(context: BrowserContext) -> None:
    """Have every page believe that its reader saves data."""
    context.add_init_script(faults.THRIFTY + faults.WATCHED_WORKERS)


@pytest.mark.usefixtures("thrifty")
def test_who_saves_data_keeps_nothing(page: Page, home: str) -> None:
    RecommenderPage(page, home).open(FRAGMENT).expect_path("compiled")
    page.evaluate("new Promise((done) => requestIdleCallback(() => requestIdleCallback(done)))")
    assert page.evaluate("workers.length") == 1
    assert faults.kept_caches(page) == []


def test_a_retry_starts_from_the_snapshot_too(recommender: RecommenderPage) -> None:
    page = recommender.page
    again(recommender).expect_path("snapshot")
    page.get_by_role("button", name="Start over").click()
    expect(recommender.headline).to_have_count(0)
    recommender.answer(**ANSWERS).expect_path("snapshot")
