"""A recommender that adds up cited rules: standard library only, the same files in CPython and in Pyodide.

The guide: `model` is the whole schema; its parts are `sources`, `tables`, `places`, `figures`, `prose`, `pages`,
`questions`, `entries`, `advice`, `money`, `quote_lines`, `profiles` and `wording`.
Judging: `given` sorts what a person gave, `conditions` says which rules hold, `strength` whose word carries them,
`scoring` adds them up, and `outcome` decides.
Costs: `setting` settles what every amount is for one person, `costs` makes sums of `products` of them, `ranges` finds
how low and high a sum can be (`spans`), `priced` holds a person's bills, and `narrowing` names the number to find.
Over an axis: `lines` puts into words (`result_lines`) and a `picture` (from `samples` of costs) where models pass each
other; `axes` gives the lines, and `crossings` finds it in differences, made of straight `pieces`. `ruler` puts one's
own fees among those that are published.
What if: `ledger` knows what changed answers would do, `flips` finds the fewest that change the outcome, `likelihood`
says how common answers are, `whatif` what to ask next, and `sensitivity` which weights matter.
Words: `explain` puts all of it into the shape of `result` (`result_reasons`, `result_answers`, `result_facts`,
`result_quotes`), with `verdict`, `reasons`, `citing`, `local_facts`, `estimate` (in `sums`), `provider_questions` and
`phrases`; `summary` brings it down to one screen (`result_summary`), with `acts` to do next; `contrast` sets two
results side by side (`result_contrast`), with the reasons that `moved` and what was `filled` in, and `report` writes
one down.
Quotes: `quotes` brings them to the same thing, with what is `settled` and with what their parts come to
(`quote_parts`), `bundled` opens one percentage, and `quote_pieces`, `quote_words` and `quote_report` tell it.
Dates: `renewal` is their part of the schema, `days` counts, `change_day` says when a change would be, `deadline`
works out what is due when, `deadline_words` tells it (`result_deadline`), and `calendar_text` writes a calendar file.
On paper: `paper` chooses the reasons that a sheet has room for (`result_paper`), `code` puts answers into a number, and
`code_signs` writes it so that it is read without a mistake.
The door: `api` takes and gives JSON (`json_text`), `decode` reads a guide, and `errors` is what refuses.
"""

from recommender.api import Adviser, open_guide
from recommender.explain import explain
from recommender.model import Guide
from recommender.scoring import Recommendation, recommend

__all__ = ["Adviser", "Guide", "Recommendation", "explain", "open_guide", "recommend"]
