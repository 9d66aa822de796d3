"""The books under any sequence of changes: lines balance, totals are the sum of rows, answers equal counting by hand."""

import asyncio
import tempfile
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.domain.booking import Booking, Entry
from bot.domain.errors import Conflict
from bot.domain.ids import BookingId
from bot.domain.money import Money
from bot.domain.period import Period
from bot.domain.taxonomy import Scope, covers, place_of, scope_of, word_key
from bot.domain.visit import Visit
from bot.ports.books import Flow, Search, Which
from bot.ports.store import Tx
from tests.contracts.conftest import KINDS, Shelf
from tests.visits import ANN, BOB, CEM, visit_of

# Two edges of months and one of a year lie inside.
FIRST_DAY, LAST_DAY = date(2025, 12, 20), date(2026, 2, 10)
WORDS = ("groceries", "Lunch", "lunches", "coffee", "rent", "toy", "toys", "salary", "zzyx", "other")
PEOPLE = st.integers(0, 2)
T = TypeVar("T")

days = st.dates(FIRST_DAY, LAST_DAY)
periods = st.tuples(days, days).map(lambda ends: Period(min(ends), max(ends)))
scopes = st.sampled_from([None, "food", "groceries", "lunch", "housing", "toy", "childcare", "zzyx", "other"]).map(
    scope_of
)
kinds: st.SearchStrategy[Flow] = st.sampled_from(["expense", "income"])
entries = st.builds(
    Entry,
    kind=kinds,
    amount=st.builds(Money, st.integers(1, 10**15), st.sampled_from(["USD", "JPY", "KWD"])),
    place=st.sampled_from(WORDS).map(place_of),
    booked_on=days,
    merchant=st.sampled_from(["", "Tesco"]),
    tags=st.sampled_from([(), ("a", "b c")]),
)


def at_tesco(period: Period) -> Which:
    return Which(period=period, scope=scope_of(None), merchant="Tesco")


class BooksMachine(RuleBasedStateMachine):
    """Three ledgers, and beside them what they must say."""

    kind: str

    def __init__(self) -> None:
        super().__init__()
        self._runner = asyncio.Runner()
        self._folder = tempfile.TemporaryDirectory()
        self._shelf = Shelf(self.kind, Path(self._folder.name))
        self._store = self._shelf.open()
        self.visits: list[Visit] = []
        self.live: list[dict[BookingId, Entry]] = [{}, {}, {}]
        self.removed: list[dict[BookingId, Entry]] = [{}, {}, {}]

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

    @initialize()
    def people_arrive(self) -> None:
        self.visits = [self._runner.run(visit_of(self._store, address)) for address in (ANN, BOB, CEM)]

    @rule(who=PEOPLE, entry=entries)
    def add(self, who: int, entry: Entry) -> None:
        visit = self.visits[who]
        booking = self.within(lambda tx: tx.books.add(visit.ledger_id, visit.person_id, entry))
        self.live[who][booking.id] = self.laid(who, entry)
        assert booking.entry == self.live[who][booking.id]

    def laid(self, who: int, entry: Entry) -> Entry:
        """Where the word first lay in this ledger is where it lies."""
        folded = word_key(entry.place.word)
        rows = self._shelf.rows(
            "SELECT grp, leaf FROM account WHERE ledger_id = ? AND kind = ? AND folded = ?",
            *(self.visits[who].ledger_id, entry.kind, folded),
        )
        assert len(rows) == 1
        place = msgspec.structs.replace(entry.place, group=rows[0][0], leaf=rows[0][1])
        assert place in {place_of(word) for word in WORDS} or word_key("toy") == folded
        return msgspec.structs.replace(entry, place=place)

    @precondition(lambda self: any(self.live))
    @rule(data=st.data(), after=entries)
    def change(self, data: st.DataObject, after: Entry) -> None:
        who, booking = self.one_of(data, self.live)
        changed = self.within(lambda tx: tx.books.change(self.visits[who].ledger_id, booking, after))
        self.live[who][booking.id] = self.laid(who, after)
        assert changed.entry == self.live[who][booking.id]

    @precondition(lambda self: any(self.live))
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        who, booking = self.one_of(data, self.live)
        self.within(lambda tx: tx.books.remove(self.visits[who].ledger_id, booking))
        self.removed[who][booking.id] = self.live[who].pop(booking.id)

    @precondition(lambda self: any(self.removed))
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        who, booking = self.one_of(data, self.removed)
        self.within(lambda tx: tx.books.restore(self.visits[who].ledger_id, booking))
        self.live[who][booking.id] = self.laid(who, self.removed[who].pop(booking.id))

    @precondition(lambda self: any(self.live) or any(self.removed))
    @rule(data=st.data(), after=entries)
    def reach_for_what_is_not_there(self, data: st.DataObject, after: Entry) -> None:
        everywhere = [{**live, **removed} for live, removed in zip(self.live, self.removed, strict=True)]
        owner, booking = self.one_of(data, everywhere)
        visit = self.visits[data.draw(st.sampled_from([who for who in range(3) if who != owner]))]
        assert self.within(lambda tx: tx.books.booking(visit.ledger_id, booking.id)) is None
        for attempt in (
            lambda tx: tx.books.change(visit.ledger_id, booking, after),
            lambda tx: tx.books.remove(visit.ledger_id, booking),
            lambda tx: tx.books.restore(visit.ledger_id, booking),
        ):
            with pytest.raises(Conflict):
                self.within(attempt)

    @rule(from_=PEOPLE, to=PEOPLE)
    def move(self, from_: int, to: int) -> None:
        if from_ == to:
            return
        ledgers = self.visits[from_].ledger_id, self.visits[to].ledger_id
        assert self.within(lambda tx: tx.books.move(*ledgers)) == len(self.live[from_])
        for moved, there in ((self.live, self.live), (self.removed, self.removed)):
            there[to].update({booking_id: self.laid(to, entry) for booking_id, entry in moved[from_].items()})
            moved[from_].clear()

    @rule(who=PEOPLE, kind=kinds, scope=scopes, period=periods)
    def ask_for_sums(self, who: int, kind: Flow, scope: Scope, period: Period) -> None:
        sums = self.within(lambda tx: tx.books.sums(self.visits[who].ledger_id, kind, scope, period))
        counted = [entry for entry in self.of(who, kind, period) if covers(scope, entry.place)]
        assert {(each.amount, each.bookings) for each in sums} == totals(counted)
        assert len(sums) == len({entry.amount.currency for entry in counted})

    @rule(who=PEOPLE, kind=kinds, period=periods)
    def ask_for_slices(self, who: int, kind: Flow, period: Period) -> None:
        slices = self.within(lambda tx: tx.books.slices(self.visits[who].ledger_id, kind, period))
        counted = self.of(who, kind, period)
        for each in slices:
            same = [entry for entry in counted if word_key(entry.place.word) == word_key(each.place.word)]
            assert (each.amount, each.bookings) in totals(same)
            assert {(entry.place.group, entry.place.leaf) for entry in same} == {(each.place.group, each.place.leaf)}
        assert len(slices) == len({(word_key(entry.place.word), entry.amount.currency) for entry in counted})
        for currency in ("USD", "JPY", "KWD"):
            amounts = [each.amount.minor for each in slices if each.amount.currency == currency]
            assert amounts == sorted(amounts, reverse=True)

    @rule(who=PEOPLE, kind=kinds, period=periods)
    def ask_at_a_merchant(self, who: int, kind: Flow, period: Period) -> None:
        sums = self.within(lambda tx: tx.books.sums_of(self.visits[who].ledger_id, kind, at_tesco(period)))
        counted = [entry for entry in self.of(who, kind, period) if entry.merchant == "Tesco"]
        assert {(each.amount, each.bookings) for each in sums} == totals(counted)

    @rule(who=PEOPLE, scope=scopes, period=periods)
    def search(self, who: int, scope: Scope, period: Period) -> None:
        wanted = Search(which=Which(period=period, scope=scope), most=1000)
        found = self.within(lambda tx: tx.books.search(self.visits[who].ledger_id, wanted))
        expected = {
            booking_id
            for booking_id, entry in self.live[who].items()
            if entry.booked_on in period and covers(scope, entry.place)
        }
        assert [booking.id for booking in found] == sorted(
            expected, key=lambda booking_id: (self.live[who][booking_id].booked_on, booking_id), reverse=True
        )

    @invariant()
    def every_booking_stands_as_it_should(self) -> None:
        for who, visit in enumerate(self.visits):
            for booking in self.within(lambda tx, visit=visit: tx.books.latest(visit.ledger_id, 1000)):
                expected = self.live[who][booking.id]
                stored = msgspec.structs.replace(booking.entry, place=expected.place)
                assert stored == expected
                assert word_key(booking.entry.place.word) == word_key(expected.place.word)
            sql = "SELECT count(*) FROM booking WHERE removed = 0 AND ledger_id = ?"
            count = self._shelf.rows(sql, visit.ledger_id)
            assert count == [(len(self.live[who]),)]

    @invariant()
    def lines_balance(self) -> None:
        assert self._shelf.rows("SELECT 1 FROM line GROUP BY booking_id, currency HAVING sum(amount_minor) <> 0") == []
        lines = self._shelf.rows("SELECT booking_id, count(*) FROM line GROUP BY booking_id ORDER BY booking_id")
        assert lines == [(booking_id, 2) for booking_id in sorted(self.everything_live())]

    @invariant()
    def totals_are_the_sum_of_rows(self) -> None:
        rows = self._shelf.rows(
            "SELECT l.ledger_id, l.account_id, a.kind, b.booked_on, l.currency, l.amount_minor FROM line AS l"
            " JOIN account AS a ON a.id = l.account_id JOIN booking AS b ON b.id = l.booking_id WHERE b.removed = 0"
        )
        amounts: Counter[tuple[object, ...]] = Counter()
        bookings: Counter[tuple[object, ...]] = Counter()
        for ledger_id, account_id, kind, day, currency, minor in rows:
            spans = [("ever", "0001-01-01")] if kind == "asset" else [("day", day), ("month", day[:8] + "01")]
            for span in spans:
                amounts[ledger_id, *span, account_id, currency] += minor
                bookings[ledger_id, *span, account_id, currency] += 1
        kept = self._shelf.rows(
            "SELECT ledger_id, span, starts_on, account_id, currency, amount_minor, bookings FROM total"
        )
        assert {row[:5]: row[5] for row in kept if row[6]} == dict(amounts)
        assert {row[:5]: row[6] for row in kept if row[6]} == dict(bookings)
        assert all(row[5] == 0 for row in kept if not row[6])

    def one_of(self, data: st.DataObject, ledgers: list[dict[BookingId, Entry]]) -> tuple[int, Booking]:
        choices = [(who, booking_id) for who, entries in enumerate(ledgers) for booking_id in entries]
        who, booking_id = data.draw(st.sampled_from(choices))
        return who, Booking(id=booking_id, entry=ledgers[who][booking_id])

    def of(self, who: int, kind: Flow, period: Period) -> list[Entry]:
        return [entry for entry in self.live[who].values() if entry.kind == kind and entry.booked_on in period]

    def everything_live(self) -> list[BookingId]:
        return [booking_id for entries in self.live for booking_id in entries]


def totals(entries: list[Entry]) -> set[tuple[Money, int]]:
    """Sum and count, a currency each."""
    amounts: Counter[str] = Counter()
    bookings: Counter[str] = Counter()
    for entry in entries:
        amounts[entry.amount.currency] += entry.amount.minor
        bookings[entry.amount.currency] += 1
    return {(Money(minor, currency), bookings[currency]) for currency, minor in amounts.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_the_books_add_up_whatever_is_done_to_them(kind: str) -> None:
    machine = type(f"{kind.title()}Books", (BooksMachine,), {"kind": kind})
    # 40 x 50 = 2,000 steps under the house's profile, a quarter of them where each is a way to a server and back; a
    # profile with more examples walks as many times further.
    assert settings.default
    examples = settings.default.max_examples * 2 // (5 if kind == "sqlite" else 20)
    run = settings(max_examples=examples, stateful_step_count=50)
    run_state_machine_as_test(machine, settings=run)
