"""What a browser is sent of a module: what runs, and what classes ask for, but no types that only people read."""

from generator.browser.bytecode import unannotated


def test_functions_lose_their_types_and_classes_keep_theirs() -> None:
    source = '''
class Row:
    """What it is."""

    low: int

    def more(self, *others: int, by: int = 2, **rest: str) -> int:
        return sum(others) * by
'''
    short = unannotated(source.encode()).decode()
    assert "low: int" in short
    assert "def more(self, *others, by=2, **rest):" in short
    space: dict[str, type] = {}
    exec(short, space)
    assert space["Row"]().more(1, 2, by=5) == 15
