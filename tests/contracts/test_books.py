"""The books port: bookings as they were written, in their own ledger and in no other."""

import secrets
from datetime import date, timedelta

import msgspec
import pytest

from adapters.sql_store.session import Row
from bot.domain.booking import Booking, Entry, Share
from bot.domain.errors import Conflict
from bot.domain.ids import BookingId
from bot.domain.money import Money
from bot.domain.period import Period, month_of
from bot.domain.taxonomy import Scope, place_of, scope_of
from bot.domain.visit import Visit
from bot.ports.books import Search, Sum, Which
from bot.ports.store import Store
from tests.contracts.conftest import Shelf
from tests.entries import WEDNESDAY, earned, spent
from tests.visits import ANN, BOB, visit_of

NOVEMBER = month_of(WEDNESDAY)
EVERYTHING = Scope("all", "")


async def book(store: Store, visit: Visit, entry: Entry) -> Booking:
    async with store.transaction() as tx:
        return await tx.books.add(visit.ledger_id, visit.person_id, entry)


async def found(store: Store, visit: Visit, booking_id: BookingId) -> Booking | None:
    async with store.transaction() as tx:
        return await tx.books.booking(visit.ledger_id, booking_id)


async def sums(store: Store, visit: Visit, word: str | None = None) -> list[Sum]:
    async with store.transaction() as tx:
        return await tx.books.sums(visit.ledger_id, "expense", scope_of(word), NOVEMBER)


async def change(store: Store, visit: Visit, booking: Booking) -> None:
    async with store.transaction() as tx:
        await tx.books.change(visit.ledger_id, booking, spent(5))


async def remove(store: Store, visit: Visit, booking: Booking) -> None:
    async with store.transaction() as tx:
        await tx.books.remove(visit.ledger_id, booking)


async def restore(store: Store, visit: Visit, booking: Booking) -> None:
    async with store.transaction() as tx:
        await tx.books.restore(visit.ledger_id, booking)


def everything_in(shelf: Shelf) -> list[list[Row]]:
    return [shelf.rows(sql) for sql in ("SELECT * FROM booking", "SELECT * FROM line", "SELECT * FROM total")]


async def test_a_booking_reads_as_it_was_written(store: Store) -> None:
    visit = await visit_of(store)
    entry = msgspec.structs.replace(
        spent(4530), merchant="Żabka 'n' \"Co\"", note="50 % off; -- really", tags=("two words", "#tag", "日本")
    )
    booking = await book(store, visit, entry)
    assert await found(store, visit, booking.id) == booking == Booking(id=booking.id, entry=entry)


async def test_an_entry_that_breaks_the_rules_is_not_booked(store: Store) -> None:
    visit = await visit_of(store)
    for minor in (0, -1):
        with pytest.raises(Exception, match=r"(?i)check"):
            await book(store, visit, spent(minor))
    assert await sums(store, visit) == []


async def test_a_change_moves_the_amount_from_where_it_was_to_where_it_is(store: Store) -> None:
    visit = await visit_of(store)
    booking = await book(store, visit, spent(40_00, "coffee"))
    async with store.transaction() as tx:
        await tx.books.change(visit.ledger_id, booking, spent(14_00, "rent"))
    assert await sums(store, visit, "coffee") == []
    assert await sums(store, visit, "rent") == [Sum(Money(14_00, "USD"), 1)]


async def test_a_change_does_not_trust_what_the_caller_believes_was_there(store: Store) -> None:
    visit = await visit_of(store)
    booking = await book(store, visit, spent(40_00))
    stale = Booking(id=booking.id, entry=spent(99_00, "rent", date(2026, 1, 1)))
    async with store.transaction() as tx:
        await tx.books.change(visit.ledger_id, stale, spent(14_00))
    assert await sums(store, visit) == [Sum(Money(14_00, "USD"), 1)]


async def test_what_came_in_can_turn_out_to_have_been_spent(store: Store) -> None:
    visit = await visit_of(store)
    booking = await book(store, visit, earned(50_00, "gift"))
    async with store.transaction() as tx:
        await tx.books.change(visit.ledger_id, booking, spent(50_00, "gift"))
        assert await tx.books.sums(visit.ledger_id, "income", EVERYTHING, NOVEMBER) == []
        (again,) = await tx.books.latest(visit.ledger_id, 1)
    assert again.entry.kind == "expense"
    assert await sums(store, visit) == [Sum(Money(50_00, "USD"), 1)]


async def test_a_removed_booking_is_nowhere_until_it_is_restored_under_its_id(store: Store) -> None:
    visit = await visit_of(store)
    booking = await book(store, visit, spent(4530))
    async with store.transaction() as tx:
        await tx.books.remove(visit.ledger_id, booking)
        assert await tx.books.latest(visit.ledger_id, 5) == []
        assert await tx.books.search(visit.ledger_id, Search(which=Which(period=NOVEMBER, scope=EVERYTHING))) == []
        assert await tx.books.usual_words(visit.ledger_id, NOVEMBER.first, 5) == []
    assert await found(store, visit, booking.id) is None
    assert await sums(store, visit) == []
    async with store.transaction() as tx:
        await tx.books.restore(visit.ledger_id, booking)
    assert await found(store, visit, booking.id) == booking
    assert await sums(store, visit) == [Sum(Money(4530, "USD"), 1)]


async def test_what_is_not_there_to_be_changed_is_a_conflict_and_changes_no_sum(store: Store) -> None:
    visit = await visit_of(store)
    live, removed = await book(store, visit, spent(1)), await book(store, visit, spent(2))
    never = Booking(id=BookingId(99), entry=spent(3))
    async with store.transaction() as tx:
        await tx.books.remove(visit.ledger_id, removed)
    for attempt, wrong in ((change, removed), (change, never), (remove, removed), (remove, never)):
        with pytest.raises(Conflict):
            await attempt(store, visit, wrong)
    for wrong in (live, never):
        with pytest.raises(Conflict):
            await restore(store, visit, wrong)
    assert await sums(store, visit) == [Sum(Money(1, "USD"), 1)]


async def test_another_ledgers_ids_read_and_write_nothing(shelf: Shelf) -> None:
    store = shelf.open()
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    async with store.transaction() as tx:
        theirs = [await tx.books.add(ann.ledger_id, ann.person_id, spent(100 + n, f"canary {n}")) for n in range(20)]
        await tx.books.add(bob.ledger_id, bob.person_id, spent(7))
    before = everything_in(shelf)
    for _ in range(500):
        booking = secrets.choice(theirs)
        assert await found(store, bob, booking.id) is None
        with pytest.raises(Conflict):
            await secrets.choice((change, remove, restore))(store, bob, booking)
    assert everything_in(shelf) == before


async def test_latest_is_by_when_it_was_booked_and_search_by_day(store: Store) -> None:
    visit = await visit_of(store)
    days = [WEDNESDAY, WEDNESDAY - timedelta(days=9), WEDNESDAY - timedelta(days=1)]
    first, second, third = [await book(store, visit, spent(100 + n, day=day)) for n, day in enumerate(days)]
    async with store.transaction() as tx:
        assert await tx.books.latest(visit.ledger_id, 2) == [third, second]
        week = Period(WEDNESDAY - timedelta(days=6), WEDNESDAY)
        assert await tx.books.search(visit.ledger_id, Search(which=Which(period=week, scope=EVERYTHING))) == [
            first,
            third,
        ]
        assert await tx.books.search(visit.ledger_id, Search(which=Which(period=week, scope=EVERYTHING), most=1)) == [
            first
        ]


async def test_search_keeps_to_kind_scope_and_merchant(store: Store) -> None:
    visit = await visit_of(store)
    at_tesco = await book(store, visit, msgspec.structs.replace(spent(1, "coffee"), merchant="Tesco"))
    lunch = await book(store, visit, spent(2, "lunch"))
    salary = await book(store, visit, earned(3))
    async with store.transaction() as tx:

        async def search(scope: Scope = EVERYTHING, merchant: str = "") -> list[Booking]:
            wanted = Search(which=Which(period=NOVEMBER, scope=scope, merchant=merchant))
            return await tx.books.search(visit.ledger_id, wanted)

        assert await search(scope_of("food")) == [lunch, at_tesco]
        assert await search(scope_of("lunch")) == [lunch]
        assert await search(merchant="Tesco") == [at_tesco]
        assert await search(merchant="' OR 1=1 --") == []
        wanted = Search(which=Which(period=NOVEMBER, scope=EVERYTHING), kind="income")
        assert await tx.books.search(visit.ledger_id, wanted) == [salary]


async def test_a_word_counts_at_one_place_however_it_is_spelled(store: Store) -> None:
    # In the taxonomy the two lie at different leaves; as one word of one person they lie where the first was booked.
    visit = await visit_of(store)
    assert place_of("toys").leaf != place_of("toy").leaf
    await book(store, visit, spent(100, "toys"))
    second = await book(store, visit, spent(200, "toy"))
    assert (second.entry.place.leaf, second.entry.place.word) == (place_of("toys").leaf, "toy")
    assert await sums(store, visit, place_of("toys").leaf) == [Sum(Money(300, "USD"), 2)]


async def test_usual_words_are_the_most_used_first(store: Store) -> None:
    visit = await visit_of(store)
    for word in ("rent", "coffee", "coffee", "lunch", "lunch", "lunch", "other", "other", "other", "other"):
        await book(store, visit, spent(100, word))
    await book(store, visit, spent(100, "holiday", WEDNESDAY - timedelta(days=90)))
    await book(store, visit, earned(100))
    async with store.transaction() as tx:
        assert await tx.books.usual_words(visit.ledger_id, NOVEMBER.first, 5) == ["lunch", "coffee", "rent"]
        assert await tx.books.usual_words(visit.ledger_id, NOVEMBER.first, 2) == ["lunch", "coffee"]


async def test_moving_brings_removed_bookings_along_too(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    live, removed = await book(store, bob, spent(100, "toys")), await book(store, bob, spent(200))
    await book(store, ann, spent(1000, "toy"))
    async with store.transaction() as tx:
        await tx.books.remove(bob.ledger_id, removed)
        assert await tx.books.move(bob.ledger_id, ann.ledger_id) == 1
        await tx.books.restore(ann.ledger_id, removed)
        assert await tx.books.latest(bob.ledger_id, 9) == []
    assert await found(store, ann, live.id) is not None
    assert await sums(store, ann) == [Sum(Money(1300, "USD"), 3)]
    assert await sums(store, ann, place_of("toy").leaf) == [Sum(Money(1100, "USD"), 2)]


async def test_the_largest_are_so_by_the_persons_own_part(store: Store) -> None:
    visit = await visit_of(store)
    parts = (Share("Ann", Money(40_00, "USD")), Share("Bob", Money(20_00, "USD")))
    dinner = msgspec.structs.replace(spent(60_00, "dinner"), shares=parts[:1])
    cinema = msgspec.structs.replace(spent(60_00, "cinema"), shares=parts)
    for entry in (cinema, spent(45_30), dinner, spent(10_00, "coffee")):
        await book(store, visit, entry)
    which = Which(period=NOVEMBER, scope=EVERYTHING)
    rising = ["cinema", "coffee", "dinner", "groceries"]
    async with store.transaction() as tx:
        largest = await tx.books.search(visit.ledger_id, Search(which=which, order="largest", currency="USD"))
        smallest = await tx.books.search(visit.ledger_id, Search(which=which, order="smallest", currency="USD"))
    assert [booking.entry.category for booking in smallest] == rising
    assert [booking.entry.category for booking in largest] == rising[::-1]
