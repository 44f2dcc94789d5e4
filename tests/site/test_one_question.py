"""One question at a time: the recommender says which comes next and when no other is needed; Back and keys work."""

import pytest
from playwright.sync_api import Locator, Page, expect

import faults
from recommender.explain import explain
from recommender.model import Guide
from recommender.profiles import Profile
from recommender.questions import NOT_SURE, Answer
from recommender.result import Explained
from recommender.scoring import recommend
from recommender_page import START, RecommenderPage, hash_of


class Conversation:
    """Walks through the questions, one at a time, in the words of someone who answers them."""

    def __init__(self, page: Page, home: str, guide: Guide) -> None:
        self.page, self.guide = page, guide
        self.recommender = RecommenderPage(page, home)
        self.answers: dict[str, Answer] = {}
        self.questions = page.locator("form fieldset[data-kind]")
        self.way = page.locator("[data-part=way]")
        self.choice = page.get_by_role("button", name="Ask me one question at a time")
        self.following = self.way.get_by_role("button", name="Next question")
        self.back = self.way.get_by_role("button", name="Back")

    def question(self, question: str) -> Locator:
        return self.page.locator(f"fieldset[id='{question}']")

    def shown(self) -> list[str]:
        return [str(each.get_attribute("id")) for each in self.questions.all() if each.is_visible()]

    def expect_only(self, question: str) -> None:
        expect(self.question(question)).to_be_visible()
        assert self.shown() == [question]

    def told(self) -> Explained:
        return explain(self.guide, recommend(self.guide, self.answers))

    def answer(self, question: str, answer: Answer) -> Explained:
        """Give the answer to the question that is shown, and wait until the page shows what follows from it."""
        kind = next(each.kind for each in self.guide.questions if each.id == question)
        if answer == NOT_SURE or kind == "choice":
            self.recommender.choice(question, str(answer)).check()
        elif isinstance(answer, tuple):
            names = [place.name for place in self.guide.jurisdictions if place.id in answer]
            self.recommender.places(question, *names)
        else:
            self.recommender.number(question, str(answer))
        self.answers[question] = answer
        told = self.told()
        # That of an answer before this one named this question, or said what is said of it no more.
        expect(self.recommender.result.locator(".given > ul").first.locator("> li")).to_have_count(
            len(told["answered"]), timeout=START
        )
        expect(self.recommender.result.locator(".following a")).to_have_text([each["text"] for each in told["next"]])
        return told


@pytest.fixture
def conversation(page: Page, home: str, guide: Guide) -> Conversation:
    talk = Conversation(page, home, guide)
    talk.recommender.open()
    talk.choice.click()
    return talk


@pytest.fixture
def profile(guide: Guide) -> Profile:
    return guide.profiles[0]


def through(conversation: Conversation, profile: Profile, most: int = 30) -> tuple[list[str], Explained]:
    """Answer as in a worked example, as long as a question would tell something; return which were asked."""
    asked = [conversation.guide.questions[0].id]
    told = conversation.answer(asked[0], profile.answers[asked[0]])
    while told["next"] and len(asked) < most:
        conversation.following.press("Enter")
        asked.append(told["next"][0]["question"])
        conversation.expect_only(asked[-1])
        told = conversation.answer(asked[-1], profile.answers.get(asked[-1], NOT_SURE))
    return asked, told


def test_the_recommender_says_which_question_comes_next_and_when_none_is_needed(
    conversation: Conversation, profile: Profile
) -> None:
    conversation.expect_only(conversation.guide.questions[0].id)
    asked, told = through(conversation, profile)
    assert told["final"]
    assert len(asked) < len(conversation.guide.questions)
    assert asked != [question.id for question in conversation.guide.questions][: len(asked)]
    expect(conversation.way).to_contain_text(f"Question {len(asked)}")
    expect(conversation.way).to_contain_text(told["final"])
    expect(conversation.recommender.result.locator("p.final")).to_have_text(told["final"])
    expect(conversation.page).to_have_url(
        conversation.recommender.address + hash_of(conversation.guide, conversation.answers)
    )


def test_once_it_is_settled_the_rest_can_still_be_asked(conversation: Conversation, profile: Profile) -> None:
    _, told = through(conversation, profile)
    rest = [each["question"] for each in told["unanswered"]]
    assert rest
    seen = []
    for _ in rest:
        expect(conversation.following).to_be_enabled()
        conversation.following.press("Enter")
        seen += conversation.shown()
    assert seen == rest
    conversation.following.press("Enter")  # what was passed over comes round again
    conversation.expect_only(rest[0])
    last = next(each for each in conversation.guide.questions if each.id == rest[-1])
    conversation.recommender.result.locator(".rest").get_by_role("link", name=last.label, exact=True).click()
    conversation.expect_only(last.id)


def test_when_all_is_answered_there_is_no_way_on(conversation: Conversation, guide: Guide) -> None:
    every = {question.id: question.options[0].id for question in guide.questions if question.kind == "choice"}
    every |= dict.fromkeys((question.id for question in guide.questions if question.kind != "choice"), NOT_SURE)
    conversation.recommender.open(hash_of(guide, every)).page.reload()
    expect(conversation.way).to_contain_text(f"Question {len(guide.questions)}")
    expect(conversation.following).to_be_disabled()
    expect(conversation.back).to_be_enabled()


def test_back_leads_the_same_way_and_keeps_the_answers(conversation: Conversation, profile: Profile) -> None:
    expect(conversation.back).to_be_disabled()
    asked, _ = through(conversation, profile, most=4)
    for at in range(len(asked) - 2, -1, -1):
        conversation.back.press("Enter")
        conversation.expect_only(asked[at])
        expect(conversation.question(asked[at]).locator("legend")).to_be_focused()
        expect(conversation.way).to_contain_text(f"Question {at + 1}")
    expect(conversation.back).to_be_disabled()
    conversation.recommender.expect_answers(**conversation.answers)


def test_the_keyboard_is_led_to_each_question(conversation: Conversation, guide: Guide) -> None:
    page, first = conversation.page, guide.questions[0]
    following = conversation.answer(first.id, first.options[0].id)["next"][0]["question"]
    conversation.following.press("Enter")
    legend = conversation.question(following).locator("legend")
    expect(legend).to_be_focused()
    expect(legend).to_be_in_viewport()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    option = next(question for question in guide.questions if question.id == following).options[0]
    expect(conversation.recommender.choice(following, option.id)).to_be_checked()


def test_the_way_of_asking_and_the_answers_survive_a_reload(conversation: Conversation, profile: Profile) -> None:
    asked, _ = through(conversation, profile, most=3)
    conversation.page.reload()
    expect(conversation.choice).to_have_attribute("aria-pressed", "true")
    expect(conversation.way).to_contain_text(f"Question {len(asked) + 1}")
    assert len(conversation.shown()) == 1
    assert conversation.shown()[0] not in asked
    conversation.recommender.expect_answers(**conversation.answers)
    conversation.choice.click()
    conversation.page.reload()
    expect(conversation.choice).to_have_attribute("aria-pressed", "false")
    expect(conversation.way).to_be_hidden()
    assert len(conversation.shown()) > 1


def test_nothing_but_the_question_and_the_way_on_is_shown(conversation: Conversation, guide: Guide) -> None:
    form = conversation.page.locator("guide-recommender form")
    for heading in form.locator("h2, .step > summary").all():
        expect(heading).to_be_hidden()
    for fold in form.locator(".step:has(.weight, .amount)").all():
        expect(fold).to_be_hidden()
    expect(conversation.question(guide.questions[0].id).locator("legend")).to_have_text(
        guide.questions[0].text, use_inner_text=True
    )
    conversation.choice.click()
    expect(form.locator("h2, .step > summary").first).to_be_visible()
    expect(form.locator(".step:has(.weight)")).to_be_visible()


def test_before_the_recommender_is_there_the_questions_come_in_their_order(page: Page, home: str, guide: Guide) -> None:
    page.route("**/assets/{python,plain}/**", faults.Stall())
    talk = Conversation(page, home, guide)
    talk.recommender.open()
    talk.choice.click()
    for question in guide.questions[:4]:
        talk.expect_only(question.id)
        talk.recommender.choice(question.id, question.options[0].id).check()
        talk.following.click()


def test_starting_over_begins_with_the_first_question(conversation: Conversation, profile: Profile) -> None:
    through(conversation, profile)
    conversation.page.get_by_role("button", name="Start over").click()
    conversation.expect_only(conversation.guide.questions[0].id)
    expect(conversation.way).to_have_text("Back Next question Question 1", use_inner_text=True)
    expect(conversation.back).to_be_disabled()


def test_an_answer_of_the_result_leads_to_its_question(conversation: Conversation, profile: Profile) -> None:
    through(conversation, profile, most=3)
    first = conversation.guide.questions[0]
    given = conversation.recommender.result.locator(".given")
    given.get_by_role("link", name=first.label, exact=True).click()
    conversation.expect_only(first.id)
    expect(conversation.recommender.choice(first.id, str(profile.answers[first.id]))).to_be_focused()
    conversation.back.click()
    assert conversation.shown() != [first.id]


def test_a_number_of_the_costs_leads_out_of_it(page: Page, home: str, guide: Guide) -> None:
    talk = Conversation(page, home, guide)
    talk.recommender.open(f"#{guide.headcount}=25&hr_staff=none&control_priority=low").expect_state("ready")
    talk.choice.click()
    talk.recommender.result.get_by_text("Every number behind it").click()
    talk.recommender.result.locator(".assumptions li > a").first.click()
    expect(page.locator(f"input[name={guide.amounts[0].id}]")).to_be_focused()
    expect(talk.choice).to_have_attribute("aria-pressed", "false")
