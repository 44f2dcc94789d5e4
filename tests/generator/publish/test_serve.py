"""The server behaves as GitHub Pages does: below a path, gzipped, with ETags, folders and a 404 page."""

import gzip
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from generator.publish.serve import SiteServer
from shared import started


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SiteServer]:
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    (site / "index.html").write_text("home")
    (site / "a" / "index.html").write_text("a page")
    (site / "404.html").write_text("not here")
    (site / "x.mjs").write_text("export {}")
    (site / "sitemap.xml").write_text("<loc>http://old/</loc><loc>http://old/a/</loc>")
    (tmp_path / "secret.txt").write_text("secret")
    with started(SiteServer(site, "any-name")) as running:
        yield running


def get(server: SiteServer, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(*server.server_address[:2], timeout=5)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response, content


def test_pages_stand_below_the_path(server: SiteServer) -> None:
    assert server.address.endswith("/any-name/")
    assert get(server, "/any-name/")[1] == b"home"
    assert get(server, "/any-name/a/?q=1")[1] == b"a page"


def test_a_folder_without_its_slash_is_redirected(server: SiteServer) -> None:
    response, _ = get(server, "/any-name/a")
    assert (response.status, response.headers["Location"]) == (301, "/any-name/a/")


@pytest.mark.parametrize(
    "path", ["/", "/any-name/b/", "/other/", "/any-name/../secret.txt", "/any-name/%2e%2e/secret.txt"]
)
def test_what_is_not_there_gets_the_404_page(server: SiteServer, path: str) -> None:
    response, content = get(server, path)
    assert (response.status, content) == (404, b"not here")


@pytest.mark.parametrize("way", ["/any-name/b/%0d%0aSet-Cookie:%20a=b/../../a", "/any-name/a/b%0d%0a%0d%0ac/.."])
def test_no_line_of_a_path_becomes_a_header(server: SiteServer, way: str) -> None:
    response, _ = get(server, way)
    assert response.status == 301
    assert response.headers["Set-Cookie"] is None
    assert response.headers["Location"] == f"{quote(unquote(way))}/"


@pytest.mark.parametrize("name", ["%00", "a%00/", "x" * 5000, f"{'x' * 300}/", "index.html/a", "%ff%fe", "%0a"])
def test_a_name_that_no_file_can_have_gets_the_404_page(
    server: SiteServer, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    response, content = get(server, f"/any-name/{name}")
    assert (response.status, content) == (404, b"not here")
    assert capfd.readouterr().err == ""


def test_an_address_that_is_none_gets_the_404_page(server: SiteServer, capfd: pytest.CaptureFixture[str]) -> None:
    connection = HTTPConnection(*server.server_address[:2], timeout=5)
    connection.putrequest("GET", "http://[any-name/", skip_host=True)
    connection.endheaders()
    response = connection.getresponse()
    assert (response.status, response.read()) == (404, b"not here")
    connection.close()
    assert capfd.readouterr().err == ""


def test_text_is_gzipped_and_cached_by_etag(server: SiteServer) -> None:
    response, content = get(server, "/any-name/x.mjs", Accept_Encoding="gzip")
    assert response.headers["Content-Type"] == "text/javascript"
    assert response.headers["Cache-Control"] == "max-age=600"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert gzip.decompress(content) == b"export {}"
    again, nothing = get(server, "/any-name/x.mjs", If_None_Match=response.headers["ETag"])
    assert (again.status, nothing) == (304, b"")


def test_the_sitemap_names_the_served_address(server: SiteServer) -> None:
    _, content = get(server, "/any-name/sitemap.xml")
    assert content.decode() == f"<loc>{server.address}</loc><loc>{server.address}a/</loc>"
