"""Stands in for `traceback`: an error's name and words, without the lines of code that are not there."""


def format_exception(error: BaseException, *_: object, **__: object) -> list[str]:
    """Return the last line alone."""
    return [f"{type(error).__name__}: {error}\n"]


def print_exception(*_: object, **__: object) -> None:
    """Print nothing: the page hears of the error."""
