"""set_goal and goal_status: what is wanted, what lies there, and what it takes, to the cent."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from bot.domain.decision import SkillCall
from bot.ports.store import Store
from bot.services.auditing import audit_ledger
from bot.services.saving import MOST_GOALS
from tests.bot.services.deeds import bookings
from tests.bot.skills.performed import choices, perform, refusal, said
from tests.house import ANN_SMS, a_room
from tests.visits import visit_of

STATUS = SkillCall("goal_status")
UNDO = SkillCall("undo")
JUNE = date(2027, 6, 30)
EXAMPLE = "Say for example: I want to save 5000 for a vacation by June"
FOR_IT = "Say for example: I want to save 5000 for vacation"
MOVED = "$50.00 moved from your main account to vacation."


def goal(amount: str | None = "5000", name: str | None = "vacation", **more: object) -> SkillCall:
    slots: dict[str, object] = {"amount": amount and Decimal(amount), "goal": name, **more}
    return SkillCall("set_goal", {slot: value for slot, value in slots.items() if value is not None})


def add(amount: str | None = "50", name: str | None = "vacation", **more: object) -> SkillCall:
    return goal(amount, name, action="add", **more)


def pledge(amount: str | None = "200", name: str | None = "vacation", **more: object) -> SkillCall:
    return goal(amount, name, action="pledge", **more)


def give_up(name: str | None = "vacation") -> SkillCall:
    return goal(None, name, action="delete")


def has(amount: str, account: str) -> SkillCall:
    return SkillCall("set_balance", {"amount": Decimal(amount), "account": account})


@pytest.mark.parametrize(
    ("calls", "answer"),
    [
        # Set and changed.
        ([goal()], "Goal: $5,000.00 for vacation."),
        ([goal(date=JUNE)], "Goal: $5,000.00 for vacation by Jun 30, 2027. $625.00 a month until Jun 30, 2027."),
        ([goal(date=date(2026, 12, 1))], "Goal: $5,000.00 for vacation by Dec 1. $5,000.00 more until Dec 1."),
        ([goal(name=None)], "Goal: $5,000.00 for savings."),
        ([goal(currency="EUR")], "Goal: €5,000.00 for vacation."),
        ([has("300", "vacation"), goal()], "Goal: $5,000.00 for vacation. $300.00 saved, 6 %."),
        (
            [has("5000", "Vacation"), goal()],
            "Goal: $5,000.00 for vacation. $5,000.00 saved, 100 %. Reached, congratulations!",
        ),
        ([goal(), goal("6000", "Vacations")], "Goal changed: $6,000.00 for vacation, before $5,000.00."),
        (
            [goal(), goal(None, date=JUNE)],
            "Goal: $5,000.00 for vacation by Jun 30, 2027. $625.00 a month until Jun 30, 2027.",
        ),
        ([goal(name="summer vacation"), goal("90")], "Goal: $90.00 for vacation."),
        (
            [goal(currency="EUR"), goal("6000", currency="USD")],
            "Goal changed: €6,000.00 for vacation, before €5,000.00.",
        ),
        # What is missing.
        ([SkillCall("set_goal")], f"How much do you want to save, and what for? {EXAMPLE}"),
        ([goal(None)], "How much do you want to save for vacation?"),
        ([goal(), goal(None, date=None)], "How much do you want to save for vacation?"),
        ([add(None)], "How much did you put aside for vacation?"),
        ([pledge(None)], "How much do you want to put aside for vacation each time?"),
        ([pledge()], "How much do you want to save for vacation in all?"),
        ([goal(), goal(name="car"), add(name=None)], "Which goal?"),
        # Added to.
        ([goal(), add()], f"{MOVED} Vacation is a new account. Vacation: $50.00 of $5,000.00, 1 %."),
        ([goal(), add(), add(name=None)], f"{MOVED} Vacation: $100.00 of $5,000.00, 2 %."),
        ([goal("60"), add(), add()], f"{MOVED} Vacation: $100.00 of $60.00, 166 %. Reached, congratulations!"),
        (
            [add()],
            f"{MOVED} Vacation is a new account. There is no goal for it yet. {FOR_IT}",
        ),
        # Pledged.
        ([goal(), pledge()], "Goal: $5,000.00 for vacation. $200.00 a month gets you there on Dec 18, 2028."),
        (
            [goal("900"), pledge("100", interval="weekly")],
            "Goal: $900.00 for vacation. $100.00 a week gets you there on Jan 20, 2027.",
        ),
        (
            [goal(pledge="200", interval="monthly")],
            "Goal: $5,000.00 for vacation. $200.00 a month gets you there on Dec 18, 2028.",
        ),
        # Given up.
        ([goal(), give_up()], "Goal given up: vacation."),
        ([goal(), add(), give_up("my vacation")], "Goal given up: vacation. $50.00 stays in its account."),
        ([give_up()], f"There is no goal called vacation. {EXAMPLE}"),
        ([give_up(None)], f"You have no goals yet. {EXAMPLE}"),
        # Asked about.
        ([STATUS], f"You have no goals yet. {EXAMPLE}"),
        ([goal(), SkillCall("goal_status", {"goal": "car"})], f"There is no goal called car. {EXAMPLE}"),
        (
            [goal(name="summer vacation"), SkillCall("goal_status", {"goal": "vacation"})],
            "Summer vacation: $0.00 of $5,000.00, 0 %.",
        ),
        ([goal(currency="EUR"), add(currency="EUR"), STATUS], "Vacation: €50.00 of €5,000.00, 1 %."),
    ],
)
async def test_what_is_answered(store: Store, calls: list[SkillCall], answer: str) -> None:
    visit = await visit_of(store)
    lines = [await said(store, visit, call) for call in calls]
    assert lines[-1] == [answer]


@pytest.mark.parametrize(
    ("saved", "days", "answer"),
    [
        ("0", 0, "Vacation: $0.00 of $1,200.00, 0 %. $92.31 a month until Nov 18, 2027."),
        ("900", 181, "Vacation: $900.00 of $1,200.00, 75 %. On pace. $42.86 a month until Nov 18."),
        ("500", 181, "Vacation: $500.00 of $1,200.00, 41 %. $95.06 behind. $100.00 a month until Nov 18."),
        ("500", 360, "Vacation: $500.00 of $1,200.00, 41 %. $683.56 behind. $700.00 more until Nov 18."),
        ("500", 366, "Vacation: $500.00 of $1,200.00, 41 %. Its day was yesterday, $700.00 is missing."),
        ("1200", 366, "Vacation: $1,200.00 of $1,200.00, 100 %. Reached, congratulations!"),
    ],
)
async def test_how_it_goes_with_a_day_to_be_there(store: Store, saved: str, days: int, answer: str) -> None:
    visit = await visit_of(store)
    await perform(store, visit, goal("1200", date=date(2027, 11, 18)))
    later = msgspec.structs.replace(visit, now=visit.now + timedelta(days=days))
    await perform(store, later, has(saved, "vacation"))
    assert await said(store, later, STATUS) == [answer]


async def test_a_pledge_is_held_to_from_the_day_it_was_made(store: Store) -> None:
    visit = await visit_of(store)
    await perform(store, visit, goal("1200"))
    pledging = msgspec.structs.replace(visit, now=visit.now + timedelta(days=100))
    await perform(store, pledging, pledge("100"))
    assert "behind" not in (await said(store, pledging, STATUS))[0]
    later = msgspec.structs.replace(pledging, now=pledging.now + timedelta(days=35))
    assert "$100.00 behind." in (await said(store, later, STATUS))[0]


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (goal("0"), "amount_not_positive"),
        (goal("-5"), "amount_not_positive"),
        (goal("1.234"), "amount_too_fine"),
        (goal(date=date(2026, 11, 18)), "goal_past"),
        (goal(pledge="-1"), "amount_not_positive"),
        (add("0"), "amount_not_positive"),
        (goal(interval="hourly"), "understand"),
    ],
)
async def test_nonsense_is_refused_and_nothing_is_set(store: Store, call: SkillCall, reason: str) -> None:
    visit = await visit_of(store)
    assert await refusal(store, visit, call) == reason
    assert (await said(store, visit, STATUS))[0].startswith("You have no goals yet.")
    assert await bookings(store, visit) == []


async def test_a_goal_whose_day_has_passed_can_still_be_changed(store: Store) -> None:
    visit = await visit_of(store)
    await perform(store, visit, goal(date=JUNE))
    later = msgspec.structs.replace(visit, now=visit.now + timedelta(days=300))
    assert (await said(store, later, goal("10")))[0].startswith("Goal changed: $10.00")
    assert await refusal(store, later, goal("10", date=date(2027, 1, 1))) == "goal_past"


async def test_which_goal_is_chosen_from_those_there_are(store: Store) -> None:
    visit = await visit_of(store)
    for name in ("summer vacation", "winter vacation"):
        await perform(store, visit, goal(name=name))
    outcome = await perform(store, visit, give_up())
    assert choices(outcome) == ["summer vacation", "winter vacation"]
    await perform(store, visit, goal())
    assert await said(store, visit, give_up()) == ["Goal given up: vacation."]
    assert outcome.asked
    (call,) = outcome.asked.choices[1].calls
    assert await said(store, visit, call) == ["Goal given up: winter vacation."]
    assert await said(store, visit, call) == [f"There is no goal called vacation. {EXAMPLE}"]


async def test_a_goal_is_a_noun_in_german(store: Store) -> None:
    visit = await visit_of(store)
    visit = visit.of(msgspec.structs.replace(visit.person, language="de", locale="de-DE"))
    assert await said(store, visit, goal(name="urlaub")) == ["Sparziel: 5.000,00\xa0$ für Urlaub."]
    assert (await said(store, visit, goal(name=None)))[0].endswith("für Sparkonto.")
    assert (await said(store, visit, give_up("urlaub")))[0] == "Sparziel aufgegeben: Urlaub."


async def test_there_is_an_end_to_goals(store: Store) -> None:
    visit = await visit_of(store)
    for number in range(MOST_GOALS):
        await perform(store, visit, goal(name=f"thing {number}"))
    assert await refusal(store, visit, goal()) == "too_many_goals"


async def test_an_undo_takes_back_each_thing_and_the_journal_agrees(store: Store) -> None:
    visit = await visit_of(store)
    steps = [goal(date=JUNE), add(), pledge(), goal("6000"), give_up(), UNDO, UNDO, UNDO, UNDO, UNDO, UNDO]
    told = []
    for number, call in enumerate(steps, start=1):
        told.append(await said(store, msgspec.structs.replace(visit, message_id=number), call))
        async with store.transaction() as tx:
            assert (await audit_ledger(tx, visit.ledger_id)).differences == ()
    assert told[5:] == [
        ["Undone: the goal vacation is $6,000.00 again."],
        ["Undone: the goal vacation is $5,000.00 again."],
        ["Undone: the goal vacation is as it was."],
        ["Undone: $50.00 your main account -> vacation."],
        ["Undone: the goal vacation is gone."],
        ["There is nothing to undo from the last 24 hours."],
    ]


async def test_goals_are_kept_in_a_persons_own_words(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        answers = [
            (await room.say(ANN_SMS, text))[0]
            for text in (
                "I want to save 5000 for a vacation by June",
                "put 50 towards vacation",
                "save 200 a month for a car",
                "10000",
                "goal progress",
                "forget my car goal",
                "undo",
                "how close am I to my vacation goal",
            )
        ]
    vacation = "Vacation: $50.00 of $5,000.00, 1 %. $618.75 a month until Jun 30, 2027."
    assert answers == [
        "Goal: $5,000.00 for vacation by Jun 30, 2027. $625.00 a month until Jun 30, 2027.",
        f"{MOVED} Vacation is a new account. {vacation}",
        "How much do you want to save for car in all?",
        "Goal: $10,000.00 for car. $200.00 a month gets you there on Jan 18, 2031.",
        f"{vacation}\nCar: $0.00 of $10,000.00, 0 %. $200.00 a month gets you there on Jan 18, 2031.",
        "Goal given up: car.",
        "Undone: the goal car is $10,000.00 again.",
        vacation,
    ]
