"""Published verdicts: their schema, whose advice they are, and how a described case becomes answers."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.evaluation.described import answers_of
from generator.evaluation.verdicts import PublishedVerdict, read_verdicts
from generator.problems import DataError
from generator.reading.yaml_lines import load_document
from recommender.model import Guide
from recommender.questions import Option
from recommender.sources import Interest
from shared import ROOT

ENTRY = "- {id: a, profile: {}, verdict: bike, verdict_basis: named, bias: none}\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(guide: Guide, text: str) -> list[PublishedVerdict]:
    file = Path.cwd() / "v.yaml"
    file.write_text(text)
    return read_verdicts(guide, file)


def faults(guide: Guide, text: str) -> list[str]:
    with pytest.raises(DataError) as caught:
        read(guide, text)
    return [str(problem) for problem in caught.value.problems]


def test_every_verdict_of_the_guide_is_read(guide: Guide) -> None:
    file = ROOT / "generator" / "data" / "verdicts.yaml"
    verdicts = read_verdicts(guide, file)
    assert len(verdicts) == len(load_document(file).value) > 0
    assert {each.bias for each in verdicts} <= {each.id for each in guide.interests}
    assert all(each.publisher and "/" not in each.publisher for each in verdicts)


def test_what_may_be_left_open(small: Guide) -> None:
    open_ = ["source_title", "source_url", "source_kind", "strength", "evidence", "note", "contradicts", "tie_between"]
    nothing = ", ".join(f"{key}: null" for key in open_)
    profile = "rain: true, money: null, riders: [2, null], regions: [null, 2]"
    (verdict,) = read(small, ENTRY.replace("profile: {}", f"{nothing}, profile: {{{profile}}}"))
    assert verdict.answers == {"rain": "yes", "riders": 2, "regions": ("northland", "southland")}
    assert (verdict.title, verdict.url, verdict.publisher) == ("a", "", "a")


def test_free_text_stays_free(small: Guide) -> None:
    (verdict,) = read(
        small, ENTRY.replace("profile", "source_kind: bulletin, strength: loud, contradicts: [x], profile")
    )
    assert verdict.named


@pytest.mark.parametrize(
    ("url", "publisher"),
    [("https://www.Example.org:8080/a?b", "example.org"), ("http://blog.example.org", "blog.example.org")],
)
def test_a_publisher_is_a_site(small: Guide, url: str, publisher: str) -> None:
    (verdict,) = read(small, ENTRY.replace("profile", f'source_url: "{url}", profile'))
    assert verdict.publisher == publisher


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("id: a, ", "", "[0].id: is missing, `entry` needs it; add `id:`"),
        ("profile: {}, ", "", "[0].profile: is missing"),
        ("verdict: bike, ", "", "[0].verdict: is missing"),
        (", bias: none", "", "[0].bias: is missing"),
        (", verdict_basis: named", "", "[0].verdict_basis: is missing"),
        (
            "verdict_basis: named",
            "verdict_basis: guessed",
            "[0].verdict_basis: must be one of 'named' or 'mapped', not",
        ),
        ("id: a", "id: 7", "[0].id: must be text, not a number"),
        ("profile: {}", "profile: []", "[0].profile: must be a mapping, not a list"),
        ("profile", "nots: x, profile", "[0].nots: unknown key `nots`, nothing would read it; did you mean `note`?"),
        ("profile", "source_url: example.org, profile", "[0].source_url: `example.org` is not an address"),
        ("profile", 'source_url: "https://[", profile', "[0].source_url: `https://[` is not an address"),
        ("profile", "contradicts: b, profile", "[0].contradicts: must be a list, not the text"),
        ("verdict: bike", "verdict: bikes", "[0].verdict: `bikes` names what the guide does not know, nothing could"),
        ("verdict: bike", "verdict: tie", "[0].tie_between: names fewer than two models"),
        ("verdict: bike", "verdict: tie, tie_between: [bike, bike]", "[0].tie_between: names fewer than two models"),
        ("verdict: bike", "verdict: tie, tie_between: [bike, train]", "[0].tie_between[1]: `train` names what the"),
        (
            "{}",
            "{mony: short}",
            "[0].profile.mony: `mony` is no question, nothing would read it; did you mean `money`?",
        ),
        (
            "{}",
            "{zzz: 1}",
            "[0].profile.zzz: `zzz` is no question, nothing would read it; use one of ",
        ),
        (
            "{}",
            "{money: much}",
            "[0].profile.money: `much` is no answer to `money`, it could not count; write null if it is not said, or u",
        ),
        ("{}", "{money: true}", "[0].profile.money: `True` is no answer to `money`"),
        ("{}", "{money: [short]}", "[0].profile.money: `['short']` is no answer"),
        (
            "{}",
            "{riders: some}",
            "[0].profile.riders: `some` is no answer to `riders`, it could not count; write a who",
        ),
        ("{}", "{riders: true}", "[0].profile.riders: `True` is no answer"),
        ("{}", "{riders: 2.5}", "[0].profile.riders: `2.5` is no answer"),
        ("{}", "{riders: 10000000}", "[0].profile.riders: `10000000` is no answer"),
        ("{}", "{riders: -1}", "[0].profile.riders: `-1` is no answer"),
        ("{}", "{riders: [5, 2]}", "[0].profile.riders: `[5, 2]` is no answer"),
        ("{}", "{riders: [1, 2, 3]}", "[0].profile.riders: `[1, 2, 3]` is no answer"),
        ("{}", f"{{riders: {'9' * 5000}}}", f"[0].profile.riders: `{'9' * 80}…` is no answer"),
        ("bias: none", "bias: train spotter", "[0].bias: `train spotter` names no known interest, nobody could see"),
        ("bias: none", 'bias: ""', "[0].bias: `` names no known interest"),
        ("bias: none", f"bias: none, note: {'x' * 601}", "[0].note: has more than 600 characters"),
        ("id: a", "id: &a a", "file: has the alias or anchor `a`"),
        ("profile: {}", "profile: &a {rain: *a}", "file: has the alias or anchor `a`"),
        ("id: a", "id: !!int abc", "file: has the tag `!!int`"),
        ("profile: {}", f"profile: {'[' * 1_000_000}", "file: has more than 20 lists and mappings in each other"),
        ("profile: {}", "profile: {[a]: b}", "file: has a key that is a list or a mapping"),
        ("{}", "{riders: .inf}", "[0].profile.riders: `inf` is no answer"),
        ("{}", "{riders: .nan}", "[0].profile.riders: `nan` is no answer"),
        ("{}", f"{{riders: {'9' * 5_000}.5}}", f"[0].profile.riders: `{'9' * 80}…` is no answer"),
        ("{}", f"{{{'x' * 500}: 1}}", f"[0].profile.{'x' * 68}…: `{'x' * 80}…` is no question"),
        (ENTRY, "- 7\n", "[0]: must be a mapping, not a number"),
        (ENTRY, "id: a\n", "file: must be a list"),
        (ENTRY, "", "file: is empty"),
    ],
    ids=lambda text: ascii(text[:40]),
)
def test_what_cannot_be_used_is_told(small: Guide, old: str, new: str, words: str) -> None:
    assert [each[: 10 + len(words)] for each in faults(small, ENTRY.replace(old, new, 1))] == [f"v.yaml:1: {words}"]


def test_an_unknown_interest_is_told_what_is_known(small: Guide) -> None:
    (said,) = faults(small, ENTRY.replace("bias: none", "bias: train"))
    assert said.endswith("; begin with a word of interests.yaml: use one of bike, bus, none")


def test_every_fault_of_a_file_is_told_with_its_line(small: Guide) -> None:
    text = "# one\n- id: a\n  profile:\n    rain: hail\n    mood: well\n  verdict: train\n  bias: [bus]\n"
    said = faults(small, f"{text}{ENTRY}{ENTRY}- id: a\n")
    # The first entry has no shape yet: what its parts mean is told when it has.
    assert [each.split(",")[0] for each in said[:2]] == [
        "v.yaml:2: [0].verdict_basis: is missing",
        "v.yaml:7: [0].bias: must be text",
    ]
    assert said[2].startswith("v.yaml:9: [2].id: duplicate id `a`, one case would count twice")
    assert {each.split(":")[1] for each in said[3:]} == {"10"}


@pytest.mark.parametrize(
    ("bias", "interest"),
    [
        ("bus (runs one, sells bikes)", "bus"),  # the first word decides
        ("BIKES", "bike"),  # a word may go on
        ("town/bus, bike", "bike"),  # else the first interest in order, wherever its word stands
        ("none (bike club)", "none"),
        ("mini-bus and none", "none"),  # a hyphen is part of a word
    ],
)
def test_whose_advice_it_is(small: Guide, bias: str, interest: str) -> None:
    (verdict,) = read(small, ENTRY.replace("bias: none", f'bias: "{bias}"'))
    assert verdict.bias == interest


def test_interests_are_tried_in_their_order(small: Guide) -> None:
    first = Interest(id="last_written", order=1, label="First", words=("bus",))
    (verdict,) = read(replace(small, interests=(*small.interests, first)), ENTRY.replace("bias: none", "bias: bus"))
    assert verdict.bias == "last_written"


def test_a_profile_becomes_answers(small: Guide) -> None:
    profile = {"rain": True, "riders": [2, 5], "regions": 2, "money": "something else", "distance": None}
    assert answers_of(small, profile) == {"rain": "yes", "riders": 3, "regions": ("northland", "southland")}


@pytest.mark.parametrize(("value", "riders"), [([2, None], 2), ([None, 9], 9), (0, None), ([None, None], None), (7, 7)])
def test_a_range_is_its_middle_or_the_end_that_is_known(small: Guide, value: object, riders: int | None) -> None:
    assert answers_of(small, {"riders": value}).get("riders") == riders


def in_prose(guide: Guide) -> Guide:
    """Return the guide with a question that is answered in prose."""
    first = Option(id="builder", label="Builder", words=("contractor", "field"))
    options = (first, Option(id="state", label="State", words=("federal contract", "state")))
    (question, *others) = guide.questions
    return replace(guide, questions=(replace(question, id="trade", options=options), *others))


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("a federal contractor", "state"),  # its word is longer, though another stands first
        ("Roofing contractor", "builder"),
        ("field work for the state", "builder"),  # words of one length: the first option
        ("State", "state"),
        ("baker", None),
    ],
)
def test_the_longest_word_tells_the_option(small: Guide, text: str, option: str | None) -> None:
    assert answers_of(in_prose(small), {"trade": text}).get("trade") == option


def test_prose_that_no_word_tells_is_no_fault(small: Guide) -> None:
    guide = in_prose(small)
    (verdict,) = read(guide, ENTRY.replace("{}", "{trade: baker}"))
    assert verdict.answers == {}
    assert "`7` is no answer" in faults(guide, ENTRY.replace("{}", "{trade: 7}"))[0]
