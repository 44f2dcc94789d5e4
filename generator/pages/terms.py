"""Find the words of the field in the sentences of a page, so that each is explained where it first stands."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from recommender.prose import GlossaryTerm


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a sentence; with a `term`, a word of the field that the page has not explained before."""

    text: str
    term: GlossaryTerm | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words of the field by each of their forms, and what finds any of them."""

    terms: Mapping[str, GlossaryTerm]
    pattern: re.Pattern[str]


def vocabulary(terms: Iterable[GlossaryTerm]) -> Vocabulary:
    """Return the words of a glossary; of two forms that begin alike the longer is found."""
    forms = {form: term for term in terms for form in (term.term, term.long, *term.also) if form}
    longest = sorted(forms, key=lambda form: (-len(form), form))
    found = "|".join(map(re.escape, longest)) or "(?!)"
    return Vocabulary(terms=forms, pattern=re.compile(rf"(?<![\w-])(?:{found})(?![\w-])"))


class Reader:
    """Reads one page from start to end, and remembers which words it has met."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Start a page: no word is explained yet."""
        self._vocabulary = vocabulary
        self._met: set[str] = set()

    def read(self, text: str) -> tuple[Part, ...]:
        """Return the pieces of the next sentence of the page."""
        parts, done = [], 0
        for found in self._vocabulary.pattern.finditer(text):
            term = self._vocabulary.terms[found[0]]
            if term.id not in self._met:
                self._met.add(term.id)
                parts += [Part(text=text[done : found.start()]), Part(text=found[0], term=term)]
                done = found.end()
        return tuple(part for part in (*parts, Part(text=text[done:])) if part.text)
