"""record_transfer, set_balance and balance: exact figures of the person's own accounts, as they would read them."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from bot.domain.decision import SkillCall
from bot.ports.store import Store
from tests.bot.services.deeds import bookings, spent_in_all
from tests.bot.skills.performed import choices, perform, refusal, said
from tests.house import ANN_SMS, a_room
from tests.visits import visit_of

ALL = SkillCall("balance")
UNDO = SkillCall("undo")
COUNTED = "Counted from your first booking. To set it say: my balance is 1200"
MAIN_COUNTED = "Your main account is counted from its first booking. To set it say: my balance is 1200"
SAVINGS_COUNTED = "Counted from the first booking: savings. To set one say: savings has 1200"


def move(amount: str | None = "200", **more: object) -> SkillCall:
    slots: dict[str, object] = {"amount": amount and Decimal(amount), **more}
    return SkillCall("record_transfer", {name: value for name, value in slots.items() if value is not None})


def has(amount: str, account: str | None = None, **more: object) -> SkillCall:
    return SkillCall("set_balance", {"amount": Decimal(amount), "account": account, **more})


def spend(amount: str, **more: object) -> SkillCall:
    return SkillCall("record_expense", {"amount": Decimal(amount), "category": "groceries", **more})


def of(account: str) -> SkillCall:
    return SkillCall("balance", {"account": account})


EURO = {"currency": "EUR"}
MOVED = "$200.00 moved from your main account to savings."


@pytest.mark.parametrize(
    ("calls", "answer"),
    [
        # Transfers.
        ([move(to_account="savings")], [f"{MOVED} Savings is a new account."]),
        ([move(to_account="savings"), move(to_account="Savings")], [MOVED]),
        (
            [move(to_account="savings"), move(from_account="savings")],
            ["$200.00 moved from savings to your main account."],
        ),
        (
            [move(from_account="chase", to_account="savings")],
            ["$200.00 moved from chase to savings. Chase is a new account. Savings is a new account."],
        ),
        (
            [move(to_account="savings"), move(to_account="savings", date=date(2026, 11, 17))],
            [f"{MOVED[:-1]}, yesterday."],
        ),
        (
            [has("1000"), has("50", "savings"), move(to_account="savings")],
            [f"{MOVED} Your main account: $800.00. Savings: $250.00."],
        ),
        ([has("50", "savings"), move(to_account="savings")], [f"{MOVED} Savings: $250.00."]),
        (
            [has("50", "savings"), move("10", to_account="savings", **EURO)],
            ["€10.00 moved from your main account to savings."],
        ),
        ([move(from_account="savings", to_account="Savings")], ["That is from savings to savings. Nothing was moved."]),
        ([move(to_account="main")], ["That is from your main account to your main account. Nothing was moved."]),
        ([move(None, to_account="savings")], ["How much was it?"]),
        ([move()], ["Between which accounts? Say for example: put 200 into savings"]),
        ([move(to_account="savings"), move()], ["Into which account?"]),
        # Balances said.
        ([has("1200")], ["Your main account: $1,200.00."]),
        ([has("5000", "savings")], ["Savings: $5,000.00. Savings is a new account."]),
        ([has("-300", "visa")], ["Visa: -$300.00. Visa is a new account."]),
        ([spend("45.30"), has("1200")], ["Your main account: $1,200.00."]),
        ([has("1200"), spend("45.30"), has("1100")], ["Your main account: $1,100.00. My books said $1,154.70."]),
        ([has("1200"), has("1200.00")], ["Your main account: $1,200.00, as my books say already."]),
        ([has("0", "savings")], ["Savings: $0.00, as my books say already."]),
        ([has("1200"), has("0")], ["Your main account: $0.00. My books said $1,200.00."]),
        ([has("1200"), has("500", **EURO)], ["Your main account: €500.00."]),
        (
            [spend("100"), has("500", date=date(2026, 11, 1))],
            ["Your main account: $500.00 on Nov 1. Your main account: $400.00."],
        ),
        ([has("500", date=date(2026, 11, 19))], ["That day has not come yet. Nothing was booked."]),
        ([SkillCall("set_balance", {"account": "savings"})], ["How much is in it?"]),
        # Balances asked.
        ([ALL], ["I know nothing of what you have yet. Say for example: my balance is 1200, or: savings has 5000"]),
        (
            [of("savings")],
            ["I know nothing of what you have yet. Say for example: my balance is 1200, or: savings has 5000"],
        ),
        ([spend("4.50"), ALL], ["Your main account: -$4.50.", COUNTED]),
        ([has("1200"), spend("4.50"), ALL], ["Your main account: $1,195.50."]),
        ([has("1200"), spend("500", date=date(2026, 12, 1)), ALL], ["Your main account: $1,200.00."]),
        (
            [has("50", "savings"), has("1200"), ALL],
            ["Your main account: $1,200.00.", "Savings: $50.00.", "In all $1,250.00."],
        ),
        (
            [has("-300", "visa"), has("1200"), has("500", **EURO), ALL],
            ["Your main account: $1,200.00.", "Your main account: €500.00.", "Visa: -$300.00.", "In all $900.00."],
        ),
        (
            [has("1200"), move(to_account="savings"), ALL],
            [
                "Your main account: $1,000.00.",
                "Savings: $200.00.",
                "In all $1,200.00.",
                "Counted from the first booking: savings. To set one say: savings has 1200",
            ],
        ),
        (
            [has("1200"), SkillCall("split_expense", {"amount": 60, "with": ("ann",), "category": "dinner"}), ALL],
            ["Your main account: $1,140.00.", "Ann owes you $30.00."],
        ),
        ([has("50", "Savings"), of("SAVINGS")], ["Savings: $50.00."]),
        ([has("50", "savings"), has("70", "savings", **EURO), of("savings")], ["Savings: $50.00.", "Savings: €70.00."]),
        (
            [has("1200"), has("50", "savings"), of("checking")],
            ["I know no account called checking. I know your main account, savings."],
        ),
        ([move(to_account="savings"), of("savings")], ["Savings: $200.00.", SAVINGS_COUNTED]),
        ([move(to_account="savings"), of("main")], ["Your main account: -$200.00.", COUNTED]),
        (
            [move(to_account="savings"), has("50", "savings"), ALL],
            ["Your main account: -$200.00.", "Savings: $50.00.", "In all -$150.00.", MAIN_COUNTED],
        ),
        (
            [move(to_account="savings"), ALL],
            ["Your main account: -$200.00.", "Savings: $200.00.", "In all $0.00.", COUNTED],
        ),
    ],
)
async def test_what_is_answered(store: Store, calls: list[SkillCall], answer: list[str]) -> None:
    visit = await visit_of(store)
    lines = [await said(store, visit, call) for call in calls]
    assert lines[-1] == answer


async def test_an_account_whose_only_booking_was_undone_is_there_again_under_another_spelling(store: Store) -> None:
    visit = await visit_of(store, message=1)
    await said(store, visit, has("100", "Saving"))
    await said(store, visit, SkillCall("undo"))
    assert await said(store, visit, has("200", "savings")) == ["Saving: $200.00. Saving is a new account."]
    assert await said(store, visit, ALL) == ["Saving: $200.00."]


async def test_money_moved_between_own_accounts_is_not_spent(store: Store) -> None:
    visit = await visit_of(store)
    await said(store, visit, move(to_account="savings"))
    await said(store, visit, has("12"))
    assert await spent_in_all(store, visit) == []


async def test_an_account_asked_for_is_chosen_from_those_there_are(store: Store) -> None:
    visit = await visit_of(store)
    await said(store, visit, has("50", "savings"))
    await said(store, visit, has("1200"))
    outcome = await perform(store, visit, move())
    assert choices(outcome) == ["savings"]
    assert outcome.asked
    (call,) = outcome.asked.choices[0].calls
    assert (await said(store, visit, call))[0].startswith(MOVED)


@pytest.mark.parametrize(
    "call",
    [
        has("1200", "savings"),
        has("900", "savings"),
        has("900", "savings", date=date(2026, 11, 1)),
        has("5", "visa"),
        move(to_account="savings"),
        move(from_account="chase", to_account="visa"),
        spend("5", account="savings"),
    ],
)
async def test_an_undo_leaves_each_account_as_it_was(store: Store, call: SkillCall) -> None:
    visit = await visit_of(store, message=1)
    for earlier in (has("1000", "savings"), spend("20", account="savings"), spend("30")):
        await said(store, visit, earlier)
    before, figures = await bookings(store, visit), await said(store, visit, ALL)
    await said(store, msgspec.structs.replace(visit, message_id=2), call)
    await said(store, msgspec.structs.replace(visit, message_id=3), UNDO)
    assert (await bookings(store, visit), await said(store, visit, ALL)) == (before, figures)


async def test_a_balance_taken_back_was_never_said(store: Store) -> None:
    visit = await visit_of(store, message=1)
    await said(store, visit, spend("4.50"))
    await said(store, msgspec.structs.replace(visit, message_id=2), has("1200"))
    await said(store, msgspec.structs.replace(visit, message_id=3), UNDO)
    assert await said(store, visit, ALL) == ["Your main account: -$4.50.", COUNTED]


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (move("0", to_account="savings"), "amount_not_positive"),
        (move("-5", to_account="savings"), "amount_not_positive"),
        (move("1", to_account="savings", date=date(2010, 1, 1)), "too_far"),
        (has("1", date=date(2010, 1, 1)), "too_far"),
        (has("1.234"), "amount_too_fine"),
    ],
)
async def test_nonsense_is_refused_and_books_nothing(store: Store, call: SkillCall, reason: str) -> None:
    visit = await visit_of(store)
    assert await refusal(store, visit, call) == reason
    assert await bookings(store, visit) == []


async def test_accounts_are_kept_in_a_persons_own_words(tmp_path: Path) -> None:
    async with a_room(tmp_path) as room:
        answers = [
            (await room.say(ANN_SMS, text))[0]
            for text in (
                "my balance is 1200",
                "I have 5000 in savings",
                "my visa is at -300",
                "put 200 into savings",
                "move 50 from savings to checking",
                "lunch 12 with my visa",
                "undo",
                "how much is in savings",
                "what do I have",
            )
        ]
    assert answers == [
        "Your main account: $1,200.00.",
        "Savings: $5,000.00. Savings is a new account.",
        "Visa: -$300.00. Visa is a new account.",
        f"{MOVED} Your main account: $1,000.00. Savings: $5,200.00.",
        "$50.00 moved from savings to checking. Checking is a new account. Savings: $5,150.00.",
        "$12.00 lunch. Paid from visa.",
        "Undone: $12.00 lunch.",
        "Savings: $5,150.00.",
        (
            "Your main account: $1,000.00.\nSavings: $5,150.00.\nVisa: -$300.00.\nChecking: $50.00.\nIn all $5,900.00.\n"
            "Counted from the first booking: checking. To set one say: checking has 1200"
        ),
    ]
