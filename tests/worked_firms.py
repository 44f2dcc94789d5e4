"""Twelve firms whose costs are worked out by hand: the two of the review of the use, and ten more.

Each product is a line of the bill. Unless a firm says otherwise, average pay is the guide's 57,574 dollars, own people
spend 2.6 to 7.8 hours a month on each employee at 35.05 dollars, and the federal tax is 42 dollars a head.
"""

from dataclasses import dataclass
from fractions import Fraction

from recommender.questions import Answer


def dollars(text: str) -> Fraction:
    """Return what a line of arithmetic comes to, exactly: sums of products, each number as it is written."""
    total = Fraction(0)
    for part in text.replace(" - ", " + -1 * ").split(" + "):
        value = Fraction(1)
        for factor in part.split(" * "):
            number, _, over = factor.partition(" / ")
            value *= Fraction(number) / Fraction(over or 1)
        total += value
    return total


@dataclass(frozen=True, kw_only=True)
class Firm:
    """What a firm answers, and what its choices come to: the least and the most, line by line."""

    answers: dict[str, Answer]
    later: dict[str, tuple[str, str]]
    more_at_first: dict[str, tuple[str, str]]


ROOFERS = Firm(
    answers={
        "today": "none",
        "employees": 14,
        "states": ("oklahoma", "texas"),
        "people_texas": 9,
        "industry": "construction",
        "benefits_now": "none",
        "benefits_priority": "low",
        "wc_rate": 18,
        "fee_peo": 95,
        "start_month": 7,
    },
    later={
        # Fee; time; comp at 18 per 100 of pay; federal tax; Texas 9 people below 9,000 at 2.7 percent, Oklahoma 5 below
        # 28,200 at 1.5 percent. No plan is offered and none is wanted, so there is no premium.
        "peo": (
            "14 * 12 * 95 + 14 * 12 * 2.6 * 35.05 + 14 * 57574 * 0.18 + 14 * 42 + 9 * 9000 * 0.027 + 5 * 28200 * 0.015",
            "14 * 12 * 95 + 14 * 12 * 7.8 * 35.05 + 14 * 57574 * 0.18 + 14 * 42 + 9 * 9000 * 0.027 + 5 * 28200 * 0.015",
        ),
        # Payroll software at 20 to 180 dollars a month and 4 to 12 a head instead of a fee.
        "inhouse": (
            "12 * 20 + 14 * 12 * 4 + 14 * 12 * 2.6 * 35.05 + 14 * 57574 * 0.18 + 14 * 42 + 9 * 243 + 5 * 423",
            "12 * 180 + 14 * 12 * 12 + 14 * 12 * 7.8 * 35.05 + 14 * 57574 * 0.18 + 14 * 42 + 9 * 243 + 5 * 423",
        ),
    },
    # In July half of the pay is still to come: both caps are passed again. Texas credits what was taxed; Oklahoma does
    # not say, so nothing to all of 5 x 28,200 at 1.5 percent; the federal cap may start over, 14 x 42, but for a CPEO.
    more_at_first={
        "peo": ("0", "14 * 42 + 5 * 28200 * 0.015"),
        "cpeo": ("0", "5 * 28200 * 0.015"),
        "inhouse": ("0", "0"),
    },
)

SOFTWARE = Firm(
    answers={
        "today": "peo",
        "employees": 60,
        "states": ("california", "colorado", "georgia", "new-york", "texas", "washington"),
        "people_california": 60,
        "industry": "tech",
        "benefits_now": "good",
        "fee_now": 110,
        "renewal": 22,
        "premium_peo": 9000,
        "premium": 9900,
        "wc_rate": 0.3,
        "start_month": 1,
        "suta_rate": 2,
    },
    later={
        # The fee and the plan rise by 22 percent; federal tax 1.8 to 2.1 percent of 7,000 in California.
        "stay": (
            "720 * 110 * 1.22 + 60 * 9000 * 1.22 + 720 * 2.6 * 35.05 + 60 * 57574 * 0.003 + 60 * 126 + 60 * 140",
            "720 * 110 * 1.22 + 60 * 9000 * 1.22 + 720 * 7.8 * 35.05 + 60 * 57574 * 0.003 + 60 * 147 + 60 * 140",
        ),
        "aso": (
            "60 * 12 * 50 + 60 * 9900 + 60 * 12 * 2.6 * 35.05 + 60 * 57574 * 0.003 + 60 * 126 + 60 * 140",
            "60 * 12 * 100 + 60 * 9900 + 60 * 12 * 7.8 * 35.05 + 60 * 57574 * 0.003 + 60 * 147 + 60 * 140",
        ),
    },
    # On 1 January nothing was taxed yet this year, so nothing is taxed twice.
    more_at_first={"aso": ("0", "0"), "inhouse": ("0", "0"), "stay": ("0", "0")},
)

OFFICE: dict[str, Answer] = {"employees": 10, "benefits_now": "none", "benefits_priority": "low", "wc_rate": "0.2"}
REST = "10 * 12 * 2 * 50 + 10 * 60000 * 0.002"
"""Two hours at 50 dollars a month for each of ten people, and comp at 0.20 for each 100 of their 60,000."""
SETTLED: dict[str, Answer] = {**OFFICE, "hr_hours": 2, "hr_hour_cost": 50, "pay": 60000}


def settled(later: dict[str, tuple[str, str]], more_at_first: dict[str, tuple[str, str]], **answers: Answer) -> Firm:
    return Firm(answers={**SETTLED, **answers}, later=later, more_at_first=more_at_first)


FIRMS = {
    "roofers": ROOFERS,
    "software": SOFTWARE,
    # Pennsylvania: 10,000 at 3.822 percent, and the firm's own account goes on with a PEO.
    "own-account-goes-on": settled(
        {"peo": (f"{REST} + 10 * 12 * 100 + 420 + 10 * 382.2",) * 2},
        {"peo": ("0", "0"), "cpeo": ("0", "0")},
        today="own_hr",
        states=("pennsylvania",),
        fee_peo=100,
        start_month=7,
        restart_federal=0,
    ),
    # New Hampshire: 14,000 taxed at 2 percent, and a new cap when a PEO begins: 280 a head again from July on.
    "new-cap-on-joining": settled(
        {"peo": (f"{REST} + 10 * 12 * 100 + 420 + 10 * 280",) * 2},
        {"peo": ("10 * 280", "10 * 280"), "aso": ("0", "0")},
        today="own_hr",
        states=("new-hampshire",),
        fee_peo=100,
        suta_rate=2,
        start_month=7,
        restart_federal=0,
    ),
    # The same on leaving it, where a firm has a PEO now.
    "new-cap-on-leaving": settled(
        {"stay": (f"{REST} + 10 * 12 * 100 + 420 + 10 * 280",) * 2},
        {"aso": ("10 * 280", "10 * 280"), "inhouse": ("10 * 280", "10 * 280"), "stay": ("0", "0")},
        today="peo",
        states=("new-hampshire",),
        fee_now=100,
        suta_rate=2,
        start_month=7,
        restart_federal=0,
    ),
    # From December on 5,000 of 60,000 are paid: of a cap of 14,000 that much counts again.
    "late-in-the-year": settled(
        {"peo": (f"{REST} + 10 * 12 * 100 + 420 + 10 * 280",) * 2},
        {"peo": ("10 * 5000 * 0.02 + 10 * 5000 * 0.006", "10 * 5000 * 0.02 + 10 * 5000 * 0.006")},
        today="none",
        states=("new-hampshire",),
        fee_peo=100,
        suta_rate=2,
        start_month=12,
        restart_federal=100,
    ),
    # A CPEO in July: no federal cap starts over by law, and in Texas the state's goes on too.
    "cpeo-in-july": settled(
        {"cpeo": (f"{REST} + 10 * 12 * 100 + 420 + 10 * 9000 * 0.027",) * 2},
        {"cpeo": ("0", "0"), "peo": ("0", "420")},
        today="own_hr",
        states=("texas",),
        fee_peo=100,
        start_month=7,
    ),
    # Texas lets a firm carry no comp: a rate of 0 is one, and no average of its trade stands in for it.
    "texas-without-comp": settled(
        {
            "inhouse": (
                "10 * 12 * 2 * 50 + 12 * 20 + 480 + 420 + 2430",
                "10 * 12 * 2 * 50 + 12 * 180 + 1440 + 420 + 2430",
            )
        },
        {},
        today="own_hr",
        states=("texas",),
        wc_rate=0,
        industry="construction",
    ),
    # Above 184,500 of pay Social Security may start over too: 200,000 in July is 100,000 on each side, 15,500 more.
    "well-paid": settled(
        {"peo": ("10 * 12 * 2 * 50 + 10 * 200000 * 0.002 + 10 * 12 * 100 + 420 + 10 * 382.2",) * 2},
        {"peo": ("420 + 10 * 15500 * 0.062", "420 + 10 * 15500 * 0.062"), "cpeo": ("0", "0")},
        today="own_hr",
        states=("pennsylvania",),
        fee_peo=100,
        start_month=7,
        restart_federal=100,
        pay=200000,
    ),
    # What is paid once is in the first year alone: set-up for who joins, exit fee and run-off for who leaves.
    "paid-once": settled(
        {"aso": (f"{REST} + 10 * 12 * 60 + 420 + 10 * 382.2",) * 2},
        {"aso": ("900 + 2500 + 1200", "900 + 2500 + 1200"), "stay": ("0", "0")},
        today="peo",
        states=("pennsylvania",),
        fee_aso=60,
        setup_fee=900,
        exit_fee=2500,
        tail_cover=1200,
        start_month=1,
    ),
    # Two states and nobody says who is where: all in the cheaper one to all in the dearer one.
    "somewhere-in-two-states": settled(
        {"inhouse": (f"{REST} + 12 * 100 + 960 + 420 + 10 * 243", f"{REST} + 12 * 100 + 960 + 420 + 10 * 423")},
        {"inhouse": ("0", "0")},
        today="own_hr",
        states=("oklahoma", "texas"),
        software_base=100,
        software_per_head=8,
    ),
    # Six of ten are in the plan, and a PEO's plan costs them 8,000 instead of 9,500.
    "a-plan-for-six": settled(
        {
            "peo": (f"{REST} + 6 * 8000 + 10 * 12 * 100 + 420 + 10 * 382.2",) * 2,
            "stay": (f"{REST} + 6 * 9500 + 10 * 12 * 60 + 420 + 10 * 382.2",) * 2,
        },
        {"stay": ("0", "0")},
        today="aso",
        states=("pennsylvania",),
        fee_peo=100,
        fee_now=60,
        covered=6,
        benefits_now="basic",
        benefits_priority="medium",
        premium=9500,
        premium_peo=8000,
    ),
}
