"""Bills: said the day before they are due, and the day after where nothing was paid."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.services.unasked.pressed import press
from tests.bot.services.unasked.told import letters_after, told_after
from tests.house import ANN_TELEGRAM, Room, a_room

# The room opens on Wednesday, November 18 at 17:00, so the next morning's nine is 16 hours ahead.
UNTIL_NINE = 16
A_DAY = 24
A_WEEK = 7 * A_DAY

DUE = "Netflix: $15.99 due tomorrow, Nov 20."
DUE_TODAY = "Netflix: $15.99 due today."
OVERDUE = "Netflix: $15.99 was due yesterday, and nothing is booked for it."
RULE = (
    "Netflix is $15.99 every month on the 20th, next due Nov 20: I say so the day before, and the day after where I see "
    "no booking of it."
)


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    """Where Netflix is due on the 20th of every month."""
    async with a_room(tmp_path) as room:
        await room.say(ANN_TELEGRAM, "netflix 15.99 every month on the 20th")
        yield room


async def told_days(room: Room, days: int) -> list[list[str]]:
    """What comes on each of these mornings at nine."""
    first = await told_after(room, ANN_TELEGRAM, hours=UNTIL_NINE)
    return [first, *[await told_after(room, ANN_TELEGRAM, hours=A_DAY) for _ in range(days - 1)]]


async def test_it_is_said_the_day_before_and_the_day_after_once_each(room: Room) -> None:
    assert await told_days(room, 5) == [[DUE], [], [OVERDUE], [], []]


async def test_a_booking_near_the_day_has_paid_it(room: Room) -> None:
    await room.say(ANN_TELEGRAM, "spent 15.99 on netflix")
    assert await told_days(room, 4) == [[], [], [], []]


async def test_a_booking_that_is_undone_has_paid_nothing(room: Room) -> None:
    await room.say(ANN_TELEGRAM, "spent 15.99 on netflix")
    assert await room.say(ANN_TELEGRAM, "undo") == ["Undone: $15.99 subscriptions."]
    assert await told_days(room, 3) == [[DUE], [], [OVERDUE]]


async def test_a_word_has_paid_it_and_taking_that_back_has_not(room: Room) -> None:
    await room.say(ANN_TELEGRAM, "the netflix bill is paid")
    assert await told_after(room, ANN_TELEGRAM, hours=UNTIL_NINE) == []
    await room.say(ANN_TELEGRAM, "undo")
    assert await told_after(room, ANN_TELEGRAM, hours=2 * A_DAY) == [OVERDUE]


async def test_its_button_pays_the_day_it_was_said_for(room: Room) -> None:
    assert await told_after(room, ANN_TELEGRAM, hours=UNTIL_NINE) == [DUE]
    assert await press(room, "Paid") == ["Netflix is paid, due on Nov 20. Next due Dec 20."]
    assert await told_after(room, ANN_TELEGRAM, hours=2 * A_DAY) == []


async def test_a_bill_that_is_given_up_is_no_more_spoken_of(room: Room) -> None:
    await room.say(ANN_TELEGRAM, "cancel my netflix bill")
    assert await told_days(room, 3) == [[], [], []]


async def test_what_was_just_told_is_not_said_again_that_day(room: Room) -> None:
    await room.say(ANN_TELEGRAM, "rent is 1200 every month on the 19th")
    assert await told_after(room, ANN_TELEGRAM, hours=1) == []
    assert await told_after(room, ANN_TELEGRAM, hours=UNTIL_NINE - 1) == [DUE]


@pytest.mark.parametrize(
    ("hours", "told", "told_next"),
    [
        (UNTIL_NINE + 10, [DUE], []),
        (UNTIL_NINE + A_DAY + 1, [DUE_TODAY], [OVERDUE]),
        (UNTIL_NINE + 2 * A_DAY + 1, [OVERDUE], []),
        (UNTIL_NINE + 4 * A_DAY, ["Netflix: $15.99 was due on Nov 20, and nothing is booked for it."], []),
    ],
)
async def test_late_it_says_when_it_is_or_was_due(
    room: Room, hours: int, told: list[str], told_next: list[str]
) -> None:
    assert await told_after(room, ANN_TELEGRAM, hours=hours) == told
    assert await told_after(room, ANN_TELEGRAM, hours=A_DAY) == told_next


async def test_of_weeks_away_the_last_that_was_due_is_told_with_what_comes_next(room: Room) -> None:
    await room.say(ANN_TELEGRAM, "cancel my netflix bill")
    await room.say(ANN_TELEGRAM, "weekly 30 for cleaning")
    told = await told_after(room, ANN_TELEGRAM, hours=UNTIL_NINE + 3 * A_WEEK + 5 * A_DAY)
    assert told == [
        "Cleaning: $30.00 was due on Dec 9, and nothing is booked for it.",
        "Cleaning: $30.00 due tomorrow, Dec 16.",
    ]


async def test_why_tells_the_rule_and_what_paid_it_before(room: Room) -> None:
    await room.say(ANN_TELEGRAM, "spent 15.99 on netflix on oct 20")
    await told_after(room, ANN_TELEGRAM, hours=UNTIL_NINE)
    (why,) = await room.say(ANN_TELEGRAM, "why")
    assert why.splitlines() == [
        RULE,
        "Oct 20: $15.99 subscriptions, Netflix",
    ]


async def test_its_buttons_are_paid_and_tomorrow(room: Room) -> None:
    (letter,) = await letters_after(room, ANN_TELEGRAM, hours=UNTIL_NINE)
    assert [button.label for button in letter.answer.buttons] == ["Paid", "Tomorrow", "Why?"]


async def test_put_off_it_comes_as_long_as_it_is_not_paid(room: Room) -> None:
    await told_after(room, ANN_TELEGRAM, hours=UNTIL_NINE)
    await press(room, "Tomorrow")
    assert await told_after(room, ANN_TELEGRAM, hours=A_DAY) == [DUE_TODAY]


async def test_put_off_and_paid_meanwhile_it_comes_no_more(room: Room) -> None:
    await told_after(room, ANN_TELEGRAM, hours=UNTIL_NINE)
    await press(room, "Tomorrow")
    await room.say(ANN_TELEGRAM, "spent 15.99 on netflix")
    assert await told_after(room, ANN_TELEGRAM, hours=A_DAY) == []


async def test_put_off_to_when_it_is_overdue_it_is_said_once(room: Room) -> None:
    await told_after(room, ANN_TELEGRAM, hours=UNTIL_NINE)
    for told in ([DUE_TODAY], [OVERDUE]):
        await press(room, "Tomorrow")
        assert await told_after(room, ANN_TELEGRAM, hours=A_DAY) == told


async def test_put_off_beyond_its_day_it_is_said_all_the_same(room: Room) -> None:
    await told_after(room, ANN_TELEGRAM, hours=UNTIL_NINE)
    await room.say(ANN_TELEGRAM, "remind me again in 3 days")
    assert await told_after(room, ANN_TELEGRAM, hours=2 * A_DAY) == []
    assert await told_after(room, ANN_TELEGRAM, hours=A_DAY) == [
        "Netflix: $15.99 was due on Nov 20, and nothing is booked for it."
    ]
