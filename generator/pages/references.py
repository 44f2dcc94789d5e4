"""Make the mark behind a sentence: whose word carries it, and all that stands behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from generator.pages.terms import Part, Reader, Vocabulary, vocabulary
from recommender.advice import Move, Rule
from recommender.model import Guide
from recommender.prose import Dispute
from recommender.sources import Source, Statement, Strength


class Cited(Protocol):
    """Anything with a text and citations: a claim, a role."""

    @property
    def text(self) -> str:
        """The sentence."""

    @property
    def cites(self) -> tuple[str, ...]:
        """The statements that carry it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One publication with statements of it: a line of a card, or of the list below a page."""

    source: Source
    strength: Strength
    statements: list[Statement] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The shortest name of the publication."""
        return self.source.short or self.source.label

    @property
    def places(self) -> dict[str, list[Statement]]:
        """The statements by where they stand in the publication."""
        places: dict[str, list[Statement]] = {}
        for statement in self.statements:
            places.setdefault(statement.where, []).append(statement)
        return places


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The mark behind a sentence and what opens at it: the publications that carry the sentence, the strongest first.

    `number` is that of the footnote that stands in its place on paper, from 1.
    """

    number: int
    references: tuple[Reference, ...]

    @property
    def id(self) -> str:
        """The name of its place on the page."""
        return f"card-{self.number}"

    @property
    def first(self) -> Reference:
        """The strongest publication, which the mark names."""
        return self.references[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A text of the guide, what stands behind it, and a dispute that it touches, if it is the first of its section."""

    parts: tuple[Part, ...]
    card: Card
    dispute: Dispute | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What a citation leads to, and what marks a sentence: disputes by statement, strengths by kind of publication."""

    statements: Mapping[str, tuple[Source, Statement]]
    disputes: Mapping[str, list[Dispute]]
    strengths: Mapping[str, Strength]
    vocabulary: Vocabulary


def index(guide: Guide) -> Index:
    """Return the index of a guide; one serves all pages."""
    disputes: dict[str, list[Dispute]] = {}
    for dispute in guide.disputes:
        for cite in dispute.contested:
            disputes.setdefault(cite, []).append(dispute)
    statements = {f"{s.id}#{statement.id}": (s, statement) for s in guide.sources for statement in s.statements}
    strengths = {kind: strength for strength in guide.strengths for kind in strength.kinds}
    return Index(statements=statements, disputes=disputes, strengths=strengths, vocabulary=vocabulary(guide.terms))


class References:
    """Gathers what the sentences of one page rest on, section by section."""

    def __init__(self, index: Index, opening: Iterable[Cited] = (), *, explain: bool = True) -> None:
        """Start a page with what it opens with; it may `explain` words of the field where they first stand."""
        self._index = index
        self._reader = Reader(index.vocabulary if explain else vocabulary(()))
        self._cards: dict[frozenset[str], Card] = {}
        self._disputed = False
        self.opening = self.sentences(opening)

    def section(self, claims: Iterable[Cited] = ()) -> list[Sentence]:
        """Begin a section, in which a dispute may be told again, and return its first claims with their marks."""
        self._disputed = False
        return self.sentences(claims)

    def sentence(self, cited: Cited | Rule | Move) -> Sentence:
        """Return a claim, a role, or a rule's reason, with its mark."""
        text = cited.because if isinstance(cited, Rule | Move) else cited.text
        return Sentence(parts=self._reader.read(text), card=self._card(cited.cites), dispute=self._dispute(cited.cites))

    def sentences(self, claims: Iterable[Cited]) -> list[Sentence]:
        """Return several claims with their marks."""
        return [self.sentence(claim) for claim in claims]

    def listed(self) -> list[Reference]:
        """Return the publications cited so far, the strongest first, each once with all that is cited of it."""
        return _gathered(each for card in self._cards.values() for each in card.references)

    def cards(self) -> list[Card]:
        """Return the cards that the marks so far open, by number."""
        return list(self._cards.values())

    def _dispute(self, cites: tuple[str, ...]) -> Dispute | None:
        if self._disputed:
            return None
        found = next((dispute for cite in cites for dispute in self._index.disputes.get(cite, ())), None)
        self._disputed = found is not None
        return found

    def _card(self, cites: tuple[str, ...]) -> Card:
        number = len(self._cards) + 1
        references = tuple(_gathered(self._reference(cite) for cite in cites))
        return self._cards.setdefault(frozenset(cites), Card(number=number, references=references))

    def _reference(self, cite: str) -> Reference:
        source, statement = self._index.statements[cite]
        return Reference(source=source, strength=self._index.strengths[source.kind], statements=[statement])


def _gathered(references: Iterable[Reference]) -> list[Reference]:
    """Return references by publication, the strongest first, and those alike in the order in which they come."""
    found: dict[str, Reference] = {}
    for each in references:
        known = found.setdefault(each.source.id, Reference(source=each.source, strength=each.strength))
        known.statements.extend(new for new in each.statements if new not in known.statements)
    return sorted(found.values(), key=lambda reference: reference.strength.order)
