"""The digest: as often as it is wanted, of days that are over, short, and nothing where nothing happened."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.domain.chart import Slices
from bot.domain.visit import Visit
from bot.kit.gsm7 import segments, transliterate
from bot.ports.dues import Due
from bot.ports.store import Store
from bot.services.unasked.digest import DigestRule
from bot.services.unasked.review import ReviewRule
from tests.bot.services.unasked.told import letters_after, told_after
from tests.house import ANN_SMS, ANN_TELEGRAM, Room, a_room
from tests.visits import visit_of

# The room opens on Wednesday, November 18, at 17:00.
UNTIL_NINE = 16
A_DAY = 24


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async with a_room(tmp_path) as room:
        yield room


def due(visit: Visit) -> Due:
    return Due(person_id=visit.person_id, rule="digest", occurs_on=visit.today, due_at=visit.now)


async def say(room: Room, *texts: str) -> None:
    for text in texts:
        await room.say(ANN_TELEGRAM, text)


async def test_each_morning_the_day_before_is_told_with_a_picture(room: Room) -> None:
    await say(room, "daily digest", "spent 40 on groceries", "coffee 4.50", "taxi 12", "movies 9", "got paid 2400")
    (letter,) = await letters_after(room, ANN_TELEGRAM, hours=UNTIL_NINE)
    assert letter.answer.plain == (
        "$65.50 spent yesterday, 4 bookings. $2,400.00 came in.\n"
        "Most of it: groceries $40.00, taxi $12.00, movies $9.00."
    )
    assert letter.answer.chart
    assert isinstance(letter.answer.chart.figure, Slices)
    assert [part.share for part in letter.answer.chart.figure.slices] == ["61 %", "18 %", "13 %", "6 %"]


async def test_budgets_that_are_near_bills_and_goals_are_told_with_it(room: Room) -> None:
    await say(room, "set a 50 grocery budget", "set a 400 dining budget", "spent 45 on groceries", "pizza 15")
    await say(room, "netflix is 15.99 every month on the 20th", "i want to save 5000 for a vacation", "daily digest")
    (digest,) = [text for text in await told_after(room, ANN_TELEGRAM, hours=UNTIL_NINE) if "spent yesterday" in text]
    assert digest.splitlines()[2:] == [
        "Groceries: $5.00 of $50.00 left this month.",
        "Due soon: Netflix $15.99 Nov 20.",
        "Saved: Vacation $0.00 of $5,000.00.",
    ]


async def test_a_day_without_anything_is_not_worth_a_message(room: Room) -> None:
    await say(room, "daily digest")
    assert await told_after(room, ANN_TELEGRAM, hours=UNTIL_NINE) == []
    await say(room, "coffee 4.50")
    assert await told_after(room, ANN_TELEGRAM, hours=A_DAY) == [
        "$4.50 spent yesterday, 1 booking.\nAll of it: coffee $4.50."
    ]


async def test_a_week_without_anything_is_worth_a_line(room: Room) -> None:
    await say(room, "weekly digest on sundays at 6pm")
    assert await told_after(room, ANN_TELEGRAM, hours=4 * A_DAY + 1) == [
        "Nothing spent and nothing came in from Nov 16 to Nov 22, and nothing is due soon."
    ]


async def test_a_day_and_the_week_that_begins_with_it_are_two_digests(room: Room) -> None:
    await say(room, "daily digest at 20:00", "coffee 4.50")
    (day,) = await told_after(room, ANN_TELEGRAM, hours=3)
    assert day.startswith("$4.50 spent today, 1 booking.")
    await say(room, "weekly digest on tuesdays at 8pm")
    (week,) = await told_after(room, ANN_TELEGRAM, hours=6 * A_DAY)
    assert week.startswith("$4.50 spent from Nov 18 to Nov 24, 1 booking.")


async def test_what_was_missed_is_made_one_with_the_newest_and_too_late_is_not_told(room: Room) -> None:
    await say(room, "daily digest", "coffee 4.50")
    room.clock.move(hours=UNTIL_NINE + A_DAY)
    await say(room, "coffee 5")
    (told,) = await told_after(room, ANN_TELEGRAM, hours=A_DAY + 11)
    assert told.startswith("$5.00 spent yesterday")
    await say(room, "no quiet hours", "coffee 6")
    assert await told_after(room, ANN_TELEGRAM, hours=A_DAY + 2) == []
    async with room.pam.ticks.store.transaction() as tx:
        (person,) = await tx.people.everyone()
        (planned,) = await tx.dues.of(person.id)
    assert (planned.rule, planned.occurs_on) == ("digest", date(2026, 11, 23))


async def test_turned_off_it_comes_no_more_and_undone_it_comes_again(room: Room) -> None:
    await say(room, "daily digest", "coffee 4.50", "turn off the digest")
    assert await told_after(room, ANN_TELEGRAM, hours=UNTIL_NINE) == []
    await say(room, "undo", "coffee 5")
    assert len(await told_after(room, ANN_TELEGRAM, hours=A_DAY)) == 1


async def test_by_sms_it_costs_two_segments_at_most(room: Room) -> None:
    words = ("groceries", "restaurants", "transport", "entertainment")
    bookings = [each for word in words for each in (f"set a 100000 {word} budget", f"spent 123456.78 on {word}")]
    for text in ("daily digest", "got paid 123456.78", *bookings, "i want to save 5000 for a vacation"):
        await room.say(ANN_SMS, text)
    (letter,) = await letters_after(room, ANN_SMS, hours=UNTIL_NINE)
    assert segments(transliterate(letter.answer.plain)) == 2
    assert letter.answer.plain.startswith("$493,827.12 spent yesterday, 4 bookings.")
    assert "Saved" not in letter.answer.plain


async def test_a_day_without_anything_is_recorded_as_skipped(store: Store) -> None:
    visit = await visit_of(store)
    daily = visit.of(replace(visit.person, digest="daily 09:00"))
    async with store.transaction() as tx:
        assert (await DigestRule().fire(tx, daily, due(visit))).skipped == "nothing to tell"


async def test_a_digest_that_came_along_from_a_phone_that_was_linked_is_skipped_where_none_is_wanted(
    store: Store,
) -> None:
    visit = await visit_of(store)
    async with store.transaction() as tx:
        for rule in (DigestRule(), ReviewRule()):
            assert (await rule.fire(tx, visit, due(visit))).skipped == "turned off"
            assert await rule.following(tx, visit, 0, visit.today) is None


async def test_what_is_overdue_is_told_once_a_week(room: Room) -> None:
    await say(room, "rent is 1200 on the 19th of every month", "weekly digest on sundays at 6pm")
    digest = (await told_after(room, ANN_TELEGRAM, hours=4 * A_DAY + 1))[-1]
    assert digest == "Nothing spent from Nov 16 to Nov 22.\nOverdue: Rent $1,200.00 Nov 19."
