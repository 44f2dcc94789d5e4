"""Make the small numbers behind sentences: count the publications that a page cites, say what stands behind each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from recommender.advice import Move, Rule
from recommender.model import Guide
from recommender.prose import Dispute
from recommender.sources import Source, Statement


class Cited(Protocol):
    """Anything with a text and citations: a claim, a role."""

    @property
    def text(self) -> str:
        """The sentence."""

    @property
    def cites(self) -> tuple[str, ...]:
        """The statements that carry it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """The small number behind a sentence, which `_cite.html` shows; `card` names the card that opens at it."""

    number: int
    label: str
    card: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A text of the guide, the markers of the publications that carry it, and the disputes that it touches."""

    text: str
    markers: tuple[Marker, ...]
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What opens at a marker: the publication and the statements of it that carry the sentence."""

    id: str
    number: int
    source: Source
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One publication in the list below a page, with the statements that the page rests on."""

    number: int
    source: Source
    statements: list[Statement] = field(default_factory=list)

    @property
    def places(self) -> dict[str, list[Statement]]:
        """The statements by where they stand in the publication."""
        places: dict[str, list[Statement]] = {}
        for statement in self.statements:
            places.setdefault(statement.where, []).append(statement)
        return places


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What a citation leads to: its statement with the publication, and the disputes in which it is contested."""

    statements: Mapping[str, tuple[Source, Statement]]
    disputes: Mapping[str, list[Dispute]]


def index(guide: Guide) -> Index:
    """Return the index of a guide; one serves all pages."""
    disputes: dict[str, list[Dispute]] = {}
    for dispute in guide.disputes:
        for cite in dispute.contested:
            disputes.setdefault(cite, []).append(dispute)
    statements = {f"{s.id}#{statement.id}": (s, statement) for s in guide.sources for statement in s.statements}
    return Index(statements=statements, disputes=disputes)


class References:
    """Numbers the publications of one page in the order in which the page first cites them."""

    def __init__(self, index: Index) -> None:
        """Start a page: no publication has a number yet."""
        self._index = index
        self._listed: dict[str, Reference] = {}
        self._cards: dict[tuple[str, tuple[str, ...]], Card] = {}

    def sentence(self, cited: Cited | Rule | Move) -> Sentence:
        """Return a claim, a role, or a rule's reason, with its markers."""
        by_source: dict[str, list[str]] = {}
        for cite in cited.cites:
            by_source.setdefault(self._index.statements[cite][0].id, []).append(cite)
        touched = {dispute.id: dispute for cite in cited.cites for dispute in self._index.disputes.get(cite, ())}
        return Sentence(
            text=cited.because if isinstance(cited, Rule | Move) else cited.text,
            markers=tuple(self._marker(tuple(cites)) for cites in by_source.values()),
            disputes=tuple(touched.values()),
        )

    def sentences(self, claims: Iterable[Cited]) -> list[Sentence]:
        """Return several claims with their markers."""
        return [self.sentence(claim) for claim in claims]

    def listed(self) -> list[Reference]:
        """Return the publications cited so far, by number."""
        return list(self._listed.values())

    def cards(self) -> list[Card]:
        """Return the cards that the markers so far open."""
        return list(self._cards.values())

    def _marker(self, cites: tuple[str, ...]) -> Marker:
        source = self._index.statements[cites[0]][0]
        statements = tuple(self._index.statements[cite][1] for cite in cites)
        reference = self._listed.setdefault(source.id, Reference(number=len(self._listed) + 1, source=source))
        reference.statements.extend(each for each in statements if each not in reference.statements)
        card = self._cards.setdefault(
            (source.id, tuple(sorted(cites))),
            Card(id=f"card-{len(self._cards) + 1}", number=reference.number, source=source, statements=statements),
        )
        places = "; ".join(dict.fromkeys(statement.where for statement in statements))
        return Marker(number=reference.number, label=f"{source.label}: {places}", card=card.id)
