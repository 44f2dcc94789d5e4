"""Write quotes down as lines of Markdown that can be read in a terminal as well."""

from collections.abc import Iterator

from recommender.result_quotes import Piece, QuoteCell, QuoteRow, QuoteWords
from recommender.wording import Wording


def quote_report(wording: Wording, quotes: list[QuoteWords], rows: list[QuoteRow]) -> Iterator[str]:
    """Yield the figures side by side, then what each quote holds and leaves open; nothing where there is no quote."""
    if not quotes:
        return
    yield from ("", f"## {wording.quotes}", "", wording.quote_each, "")
    heads = ["", *(quote["name"] for quote in quotes)]
    yield from _table([heads, *([row["label"], *map(_cell, row["cells"])] for row in rows)])
    for quote in quotes:
        yield from _quote(wording, quote)


def _quote(wording: Wording, quote: QuoteWords) -> Iterator[str]:
    yield from ("", f"### {', '.join(each for each in (quote['name'], quote['model']) if each)}")
    if quote["opened"]:
        yield from ("", quote["opened"], "")
        yield from (f"- {_piece(each)}" for each in quote["pieces"])
    for each in quote["notes"]:
        yield from ("", each["note"])
    if quote["terms"]:
        yield from ("", *(f"- {term['label']}: {term['words']}" for term in quote["terms"]))
    if quote["to_send"]:
        yield from ("", f"{wording.quote_to_send}:", "", *(f"- {each['question']}" for each in quote["to_send"]))


def _piece(piece: Piece) -> str:
    how = f" ({piece['how']})" if piece["how"] else ""
    return f"{piece['label']}: {piece['percent']}{how}, {_sum(piece)}"


def _cell(cell: QuoteCell) -> str:
    return _sum(cell) if cell["year"] else cell["month"]


def _sum(of: QuoteCell | Piece) -> str:
    return f"{of['month']} a month, {of['year']} a year"


def _table(rows: list[list[str]]) -> Iterator[str]:
    """Yield a table whose columns stand below each other; the first row is its head."""
    plain = [[cell.replace("|", "/") for cell in row] for row in rows]
    widths = [max(3, *map(len, column)) for column in zip(*plain, strict=True)]
    for place, row in enumerate(plain):
        yield f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"
        if place == 0:
            yield f"|{'|'.join('-' * (width + 2) for width in widths)}|"
