"""Every page gets one policy that knows every inline script of the whole site and no other."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from generator.problems import BuildError
from generator.publish.policy import apply_policy

PAGE = '<html><head><meta charset="utf-8">{}</head><body></body></html>'


def hash_of(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def policy_of(file: Path) -> str:
    return file.read_text().partition('content="')[2].partition('"')[0]


def test_all_pages_share_all_hashes(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE.format("<script>one()</script>"))
    (tmp_path / "b.html").write_text(PAGE.format('<script>two("&amp;")</script><script src="x.js"></script>'))
    (tmp_path / "c.html").write_text(PAGE.format('<script type="application/json">{"a": 1}</script>'))
    assert apply_policy(tmp_path) == 3
    policies = {policy_of(file) for file in tmp_path.glob("*.html")}
    assert len(policies) == 1
    policy = policies.pop()
    for script in ("one()", 'two("&amp;")'):
        assert hash_of(script) in policy
    assert policy.count("sha256-") == 2
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("markup", "scripts"),
    [
        ("<SCRIPT>one()</SCRIPT>", ["one()"]),
        ('<script data-more="a > b">one()</script >', ["one()"]),
        ("<script data-src='x.js' type='module'>one()</script>", ["one()"]),
        ("<script>if (a < b) say('<b>&amp;</b>')</script><b>not()</b>", ["if (a < b) say('<b>&amp;</b>')"]),
        ("<!-- <script>never()</script> --><script>one()</script>", ["one()"]),
        ('<script type="application/ld+json">{}</script><script>\n</script>', ["\n"]),
        ('<script defer src="x.js">ignored()</script>', []),
        ("<textarea>&lt;script&gt;never()&lt;/script&gt;</textarea>", []),
    ],
)
def test_a_script_is_what_a_browser_would_run(tmp_path: Path, markup: str, scripts: list[str]) -> None:
    (tmp_path / "a.html").write_text(PAGE.format(markup))
    apply_policy(tmp_path)
    policy = policy_of(tmp_path / "a.html")
    assert policy.count("sha256-") == len(scripts)
    assert all(hash_of(script) in policy for script in scripts)


def test_a_page_without_a_place_for_it_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.html").write_text("<html></html>")
    with pytest.raises(BuildError) as caught:
        apply_policy(tmp_path)
    assert str(caught.value).startswith("b/a.html: has no ")
    assert "\n" not in str(caught.value)
