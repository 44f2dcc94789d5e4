"""A tool that fails is told by its last words, in one line."""

import sys

import pytest

from generator.browser.tools import ToolError, run


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("import sys; print('first'); sys.exit('second')", "failed: first / second"),
        ("raise ValueError('what is wrong')", "failed: ValueError: what is wrong"),
        ("import sys; print('x' * 10_000); sys.exit(1)", "failed: without a word"),
        ("import os; os.write(2, b'f\\xfcr\\n'); os._exit(3)", "failed: f\ufffdr"),
        ("import sys; sys.exit(1)", "failed: without a word"),
    ],
)
def test_it_is_told_in_a_line(code: str, told: str) -> None:
    with pytest.raises(ToolError) as caught:
        run([sys.executable, "-c", code])
    assert str(caught.value).endswith(told)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 700


def test_a_tool_that_is_not_there_is_told() -> None:
    with pytest.raises(ToolError, match="no-such-tool cannot be run: No such file"):
        run(["no-such-tool"])
