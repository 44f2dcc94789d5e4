"""Every page gets one policy that knows every inline script of the whole site and no other."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from generator.publish.policy import apply_policy

PAGE = '<html><head><meta charset="utf-8">{}</head><body></body></html>'


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
        assert f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in policy
    assert policy.count("sha256-") == 2
    assert "unsafe" not in policy


def test_a_page_without_a_place_for_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html></html>")
    with pytest.raises(ValueError, match="no place"):
        apply_policy(tmp_path)
