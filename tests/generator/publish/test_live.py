"""The server for those who write pages adds its script to each as it goes out, and tells it the news."""

import gzip
import json
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from generator.publish.live import LiveServer
from shared import started

PAGE = "<html><head><title>t</title></head><body></head></body></html>"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LiveServer]:
    for name in ("index.html", "404.html"):
        (tmp_path / name).write_text(PAGE)
    (tmp_path / "guide.css").write_text("p {}")
    with started(LiveServer(tmp_path, "guide")) as running:
        yield running


def get(server: LiveServer, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = HTTPConnection(*server.server_address[:2], timeout=60)
    connection.request("GET", f"/guide/{path}", headers=headers)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, dict(answer.headers), content


def test_a_page_goes_out_with_the_script_and_stays_without_it(server: LiveServer) -> None:
    status, headers, content = get(server, "")
    before, _, after = content.decode().partition('<script src="/guide/_live/live.js" data-news="/guide/_live/news">')
    assert before.startswith('<html><head><title>t</title><meta name="live" content="')
    assert (status, after) == (200, "</script></head><body></head></body></html>")
    assert headers["Cache-Control"] == "no-cache"
    assert gzip.decompress(get(server, "", **{"Accept-Encoding": "gzip"})[2]) == content
    assert get(server, "", **{"If-None-Match": headers["ETag"]})[0] == 304
    assert b"_live" in get(server, "nowhere/")[2]
    assert (server.site / "index.html").read_text() == PAGE


def test_what_is_no_page_goes_out_as_it_is(server: LiveServer) -> None:
    assert get(server, "guide.css")[2] == b"p {}"
    assert b"EventSource" in get(server, "_live/live.js")[2]
    assert get(server, "_live/other")[0] == 404


def test_a_page_hears_at_once_how_things_are_and_then_each_change(server: LiveServer) -> None:
    connection = HTTPConnection(*server.server_address[:2], timeout=60)
    connection.request("GET", "/guide/_live/news")
    answer = connection.getresponse()
    assert answer.headers["Content-Type"] == "text/event-stream"

    def heard() -> dict[str, object]:
        lines = iter(answer.readline, b"")
        news: dict[str, object] = json.loads(next(line for line in lines if line.startswith(b"data: "))[6:])
        return news

    first = heard()
    server.news.tell(wrong=["a.yaml:1: is wrong"])
    assert heard() == first | {"wrong": ["a.yaml:1: is wrong"]}
    (server.site / "guide.css").write_text("p { margin: 0 }")
    server.news.tell()
    last = heard()
    connection.close()
    assert last["wrong"] == []
    assert last["version"] != first["version"]


def test_a_server_that_starts_anew_has_the_version_of_the_files(server: LiveServer) -> None:
    with LiveServer(server.site, "guide") as again:
        assert again.news.after(-1) == server.news.after(-1)
