"""A ledger under any sequence of messages: undo restores it exactly, and its journal alone comes to the same."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from bot.domain.act import Laid, Meant
from bot.domain.booking import MAIN_ACCOUNT, OPENING, Booking, BookingKind, Entry, Share, asset, somebody
from bot.domain.budget import planned
from bot.domain.exchange import Rates
from bot.domain.ids import BookingId, MessageId
from bot.domain.money import Money
from bot.domain.taxonomy import Place, place_of
from bot.domain.visit import Visit
from bot.ports.store import Store, Tx
from bot.services.auditing import Audit, audit_ledger
from bot.services.bookkeeping import amend_booking, record_entry, remove_booking, write_deed
from bot.services.budgeting import remove_budget, set_budget
from bot.services.undoing import undo_last_message, undo_message
from tests.contracts.conftest import KINDS, Shelf
from tests.visits import ANN, visit_of

T = TypeVar("T")

FIRST_DAY, LAST_DAY = date(2025, 12, 20), date(2026, 11, 30)
RATES = Rates("EUR", ((date(2026, 1, 2), {"USD": Decimal("1.1234")}), (date(2026, 11, 2), {"USD": Decimal("0.9")})))
WORDS = ("groceries", "Lunch", "lunches", "coffee", "rent", "toy", "salary", "zzyx", "other")

days = st.dates(FIRST_DAY, LAST_DAY)
monies = st.builds(Money, st.integers(1, 10**12), st.sampled_from(["USD", "EUR", "JPY", "KWD"]))
words = st.sampled_from(WORDS)
places = words.map(place_of)
accounts = st.sampled_from(
    [MAIN_ACCOUNT, MAIN_ACCOUNT, asset("savings"), asset("Visa"), somebody("Ann"), somebody("Anas")]
)
tags = st.sampled_from([(), ("trip",), ("trip", "a b", "trip")])


def bare(kind: BookingKind, amount: Money, booked_on: date, place: Place) -> Entry:
    return Entry(kind=kind, amount=amount, booked_on=booked_on, place=place)


@st.composite
def expenses(draw: st.DrawFn) -> Entry:
    entry = bare("expense", draw(monies), draw(days), draw(places))
    entry = msgspec.structs.replace(entry, merchant=draw(st.sampled_from(["", "Tesco"])), tags=draw(tags))
    amount = entry.amount
    if draw(st.booleans()):
        names = draw(st.lists(st.sampled_from(["Ann", "Bob", "Anas"]), min_size=1, max_size=3, unique=True))
        part = amount.minor // (len(names) + draw(st.integers(0, 1)))
        shares = tuple(Share(name, Money(part, amount.currency)) for name in names if part)
        return msgspec.structs.replace(entry, shares=shares)
    worth = RATES.worth(amount, "USD", entry.booked_on) if amount.currency == "EUR" else None
    return msgspec.structs.replace(entry, account=draw(accounts), worth=worth)


@st.composite
def transfers(draw: st.DrawFn) -> Entry:
    there, here = draw(st.lists(accounts, min_size=2, max_size=2, unique=True))
    return Entry(kind="transfer", amount=draw(monies), place=there, account=here, booked_on=draw(days))


incomes = st.builds(
    Entry, kind=st.just("income"), amount=monies, place=places, booked_on=days, account=accounts, tags=tags
)
balances = st.builds(
    Entry,
    kind=st.just("balance"),
    amount=st.builds(Money, st.integers(-(10**9), 10**9).filter(bool), st.just("USD")),
    place=st.just(OPENING),
    booked_on=days,
    account=st.sampled_from([MAIN_ACCOUNT, asset("savings")]),
)
entries = st.one_of(expenses(), expenses(), incomes, transfers(), balances)


class Standing(msgspec.Struct, frozen=True):
    """All that a person can see of a ledger."""

    bookings: tuple[Booking, ...]
    budgets: tuple[object, ...]
    meanings: tuple[tuple[str, str], ...]
    totals: dict[object, tuple[int, int]]


async def standing_of(tx: Tx, visit: Visit) -> Standing:
    return Standing(
        tuple(await tx.books.everything(visit.ledger_id)),
        tuple(await tx.budgets.all(visit.ledger_id)),
        tuple(await tx.meanings.all(visit.ledger_id)),
        {total: sums for total, sums in (await tx.books.totals(visit.ledger_id)).items() if sums != (0, 0)},
    )


class LedgerMachine(RuleBasedStateMachine):
    """One person's ledger; each rule is a message, which may do several things."""

    kind: str

    def __init__(self) -> None:
        super().__init__()
        self._runner = asyncio.Runner()
        self._folder = tempfile.TemporaryDirectory()
        self._shelf = Shelf(self.kind, Path(self._folder.name))
        self._store: Store = self._shelf.open()
        self._visit = self._runner.run(visit_of(self._store, ANN))
        self._messages = 0
        self.before: list[Standing] = []
        self.in_order = True
        self.live: list[BookingId] = []

    def teardown(self) -> None:
        self._runner.run(self._shelf.close())
        self._shelf.clear()
        self._runner.close()
        self._folder.cleanup()

    def within(self, work: Callable[[Tx], Awaitable[T]]) -> T:
        async def run() -> T:
            async with self._store.transaction() as tx:
                return await work(tx)

        return self._runner.run(run())

    def message(self, *deeds: Callable[[Tx, Visit], Awaitable[object]]) -> None:
        """One message that does these things; what stood before it is remembered for its undo."""
        self._messages += 1
        visit = msgspec.structs.replace(self._visit, message_id=self._messages)

        async def act(tx: Tx) -> tuple[Standing, int, list[BookingId]]:
            before = await standing_of(tx, visit)
            acts = len(await tx.journal.all(visit.ledger_id))
            for deed in deeds:
                await deed(tx, visit)
            written = len(await tx.journal.all(visit.ledger_id)) - acts
            return before, written, [each.id for each in await tx.books.everything(visit.ledger_id)]

        before, written, self.live = self.within(act)
        if written:
            self.before.append(before)

    @rule(booked=st.lists(entries, min_size=1, max_size=3))
    def book(self, booked: list[Entry]) -> None:
        self.message(*(lambda tx, visit, entry=entry: record_entry(tx, visit, entry) for entry in booked))

    @precondition(lambda self: self.live)
    @rule(data=st.data(), after=entries)
    def amend(self, data: st.DataObject, after: Entry) -> None:
        chosen = data.draw(st.lists(st.sampled_from(self.live), min_size=1, max_size=3, unique=True))

        async def change(tx: Tx, visit: Visit) -> None:
            for booking_id in chosen:
                booking = await tx.books.booking(visit.ledger_id, booking_id)
                assert booking
                await amend_booking(tx, visit, booking, after)

        self.message(change)

    @precondition(lambda self: self.live)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        booking_id = data.draw(st.sampled_from(self.live))

        async def take_out(tx: Tx, visit: Visit) -> None:
            booking = await tx.books.booking(visit.ledger_id, booking_id)
            assert booking
            await remove_booking(tx, visit, booking)

        self.message(take_out)

    @rule(word=words, limit=monies, starts_on=st.integers(0, 31), rolls=st.none() | days)
    def allow(self, word: str, limit: Money, starts_on: int, rolls: date | None) -> None:
        budget = msgspec.structs.replace(planned(word, limit), starts_on=starts_on, rolls_over_from=rolls)
        self.message(lambda tx, visit: set_budget(tx, visit, budget))

    @rule(which=st.integers(0, 8))
    def give_a_budget_up(self, which: int) -> None:
        async def give_up(tx: Tx, visit: Visit) -> None:
            budgets = await tx.budgets.all(visit.ledger_id)
            if budgets:
                await remove_budget(tx, visit, budgets[which % len(budgets)])

        self.message(give_up)

    @rule(word=words, under=words)
    def lay(self, word: str, under: str) -> None:
        there = place_of(under)
        after = Place(group=there.group, leaf=there.leaf, word=word)

        async def lay_word(tx: Tx, visit: Visit) -> None:
            before = await tx.books.lay(visit.ledger_id, "expense", after)
            await write_deed(tx, visit, Laid(before or place_of(word), after))

        self.message(lay_word)

    @rule(word=st.sampled_from(["lunch", "Tesco", "toy"]), means=st.sampled_from(["", "groceries", "fun"]))
    def mean(self, word: str, means: str) -> None:
        async def remember(tx: Tx, visit: Visit) -> None:
            before = await tx.meanings.put(visit.ledger_id, word, means)
            await write_deed(tx, visit, Meant(word, before, means))

        self.message(remember)

    @rule()
    def undo(self) -> None:
        undone = self.within(lambda tx: undo_last_message(tx, self._visit))
        standing = self.within(lambda tx: standing_of(tx, self._visit))
        if self.in_order:
            assert bool(undone) == bool(self.before)
        if self.before:
            before = self.before.pop()
            assert standing == before or not self.in_order
        self.live = [each.id for each in standing.bookings]

    @precondition(lambda self: self._messages)
    @rule(data=st.data())
    def take_one_back_out_of_turn(self, data: st.DataObject) -> None:
        """By its button: what stood before it is no measure any more, the journal still is."""
        message = MessageId(data.draw(st.integers(1, self._messages)))
        self.within(lambda tx: undo_message(tx, self._visit, message))
        self.in_order = False
        self.live = [each.id for each in self.within(lambda tx: standing_of(tx, self._visit)).bookings]

    @invariant()
    def lines_balance(self) -> None:
        assert self._shelf.rows("SELECT 1 FROM line GROUP BY booking_id, currency HAVING sum(amount_minor) <> 0") == []

    @invariant()
    def the_journal_comes_to_what_the_books_say(self) -> None:
        audit: Audit = self.within(lambda tx: audit_ledger(tx, self._visit.ledger_id))
        assert audit.differences == ()
        assert audit.bookings == len(self.live)


def walk(kind: str, *, lives: int, messages: int) -> None:
    """So many ledgers, so many messages to each."""
    machine = type(f"{kind.title()}Ledger", (LedgerMachine,), {"kind": kind})
    paces = settings(
        max_examples=lives, stateful_step_count=messages, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(machine, settings=paces)


@pytest.mark.parametrize("kind", KINDS)
def test_the_ledger_is_what_its_journal_says_whatever_is_said_to_it(kind: str) -> None:
    # 2,000 steps, a quarter of them where each is a way to a server and back; the soak walks 100,000.
    walk(kind, lives=40 if kind == "sqlite" else 10, messages=50)
