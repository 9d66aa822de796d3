"""What a booking shows besides itself: a new price, something that recurs, something unusually large."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.bot.services.unasked.pressed import press
from tests.house import ANN_SMS, ANN_TELEGRAM, Room, a_room

NEW_PRICE = "Netflix went from $15.99 to $17.99. I go by that from now on."
FAR_ABOVE = "$500.00 groceries today is more than three times $19.00, which nine in ten days of the last half year stayed within."
FOUND = "Netflix: $15.99 every month on the 18th, as it seems. Shall I say so before it is due?"


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async with a_room(tmp_path) as room:
        yield room


async def last_said(room: Room, *texts: str) -> list[str]:
    """All that comes of the last of these."""
    said: list[str] = []
    for text in texts:
        said = await room.say(ANN_TELEGRAM, text)
    return said


BILL = "netflix 15.99 every month on the 20th"


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["spent 17.99 on netflix"], [NEW_PRICE]),
        (["spent 15.99 on netflix"], []),
        (["spent 99 on netflix"], []),
        (["spent 17.99 on hulu"], []),
        (["spent 17.99 on netflix on nov 5"], []),
        (["spent 15.99 on netflix", "spent 17.99 on netflix"], []),
        (["spent 17.99 on netflix", "spent 18.99 on netflix"], []),
    ],
)
async def test_a_booking_near_the_day_tells_a_new_price(room: Room, texts: list[str], told: list[str]) -> None:
    assert (await last_said(room, BILL, *texts))[1:] == told


async def test_a_payment_told_of_late_is_no_new_price(room: Room) -> None:
    await last_said(room, BILL)
    room.clock.move(days=32)
    assert len(await last_said(room, "spent 15.99 on netflix", "spent 17.99 on netflix on nov 20")) == 1


async def test_the_bill_costs_that_from_then_on_and_a_button_sets_it_back(room: Room) -> None:
    await last_said(room, BILL, "spent 17.99 on netflix")
    assert await room.say(ANN_TELEGRAM, "my bills") == ["Netflix: $17.99 every month on the 20th, next Dec 20"]
    assert await press(room, "Back to $15.99") == [
        "Changed: Netflix is $15.99 every month on the 20th, before $17.99. Next due Dec 20."
    ]


async def test_undoing_the_booking_takes_the_price_back_with_it(room: Room) -> None:
    await last_said(room, BILL, "spent 17.99 on netflix")
    (undone,) = await room.say(ANN_TELEGRAM, "undo")
    assert len(undone.splitlines()) == 2
    assert await room.say(ANN_TELEGRAM, "my bills") == ["Netflix: $15.99 every month on the 20th, next Nov 20"]


async def test_what_comes_to_something_else_each_time_has_no_price(room: Room) -> None:
    await last_said(room, "netflix 15.99 every week")
    told = []
    for minor in ("16", "17", "16.50", "15.50"):
        room.clock.move(days=7)
        told.append((await room.say(ANN_TELEGRAM, f"spent {minor} on netflix"))[1:])
    assert [len(each) for each in told] == [1, 1, 0, 0]
    assert "$15.50" in (await room.say(ANN_TELEGRAM, "my bills"))[0]


async def test_a_word_of_nobodys_has_a_price_too_and_what_is_merely_like_it_has_none(room: Room) -> None:
    assert await last_said(room, "rent is 1200 every month on the 18th", "spent 1250 on loyer") == ["$1,250.00 loyer."]
    room.clock.move(days=30)
    assert (await last_said(room, "spent 1250 on rent"))[1:] == [
        "Rent went from $1,200.00 to $1,250.00. I go by that from now on."
    ]


THREE = ("spent 15.99 on netflix on sep 18", "spent 15.99 on netflix on oct 18", "spent 15.99 on netflix")


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (THREE, [FOUND]),
        (THREE[1:], []),
        (("spent 14 on netflix on sep 18", *THREE[1:]), []),
        (("spent 14.50 on netflix on sep 18", *THREE[1:]), [FOUND]),
        (("spent 15.99 on netflix on sep 2", *THREE[1:]), []),
        ((*THREE, "spent 15.99 on netflix"), []),
        (("netflix 15.99 every month", *THREE), []),
        (("netflix 50 every month", *THREE), []),
        (THREE[::-1], [FOUND]),
    ],
)
async def test_like_amounts_at_a_steady_interval_are_found(room: Room, texts: list[str], told: list[str]) -> None:
    assert (await last_said(room, *texts))[1:] == told


async def test_what_was_found_is_kept_by_a_yes(room: Room) -> None:
    await last_said(room, *THREE)
    assert await press(room, "Yes, do") == ["Noted: Netflix, $15.99 every month on the 18th, next due Dec 18."]
    assert await room.say(ANN_TELEGRAM, "my bills") == ["Netflix: $15.99 every month on the 18th, next Dec 18"]


async def test_what_was_found_is_offered_once_a_merchant(room: Room) -> None:
    await last_said(room, *THREE)
    assert await press(room, "No") == ["Good, I leave it at that."]
    room.clock.move(days=30)
    assert await last_said(room, "spent 15.99 on netflix") == ["$15.99 subscriptions at Netflix."]


async def test_the_alert_of_a_merchant_does_not_name_it(room: Room) -> None:
    await last_said(room, *THREE)
    async with room.pam.ticks.store.transaction() as tx:
        person = (await tx.people.caller(ANN_TELEGRAM, room.clock.now())).person
        assert person
        (told,) = await tx.alerts.told(person.id, room.clock.now() - timedelta(hours=1))
    assert told.alert.kind == "bill_found"
    assert "netflix" not in repr(told.alert).lower()


async def test_by_sms_it_says_what_to_do_without_buttons(room: Room) -> None:
    *_, said = [await room.say(ANN_SMS, text) for text in THREE]
    assert said[1:] == [
        "Netflix: $15.99 every month on the 18th, as it seems. Tell me of it as a bill, and I say so before it is due."
    ]


async def test_why_tells_the_bookings_that_were_found(room: Room) -> None:
    await last_said(room, *THREE)
    (why,) = await room.say(ANN_TELEGRAM, "why")
    assert why.splitlines() == [
        "Like amounts at Netflix came at a steady interval.",
        "today: $15.99 subscriptions, Netflix",
        "Oct 18: $15.99 subscriptions, Netflix",
        "Sep 18: $15.99 subscriptions, Netflix",
    ]


async def ten_groceries(room: Room) -> None:
    """From $11 to $20, on ten days."""
    for day in range(1, 11):
        await room.say(ANN_TELEGRAM, f"spent {day + 10} on groceries on nov {day}")


async def test_far_above_the_usual_is_unusual(room: Room) -> None:
    await ten_groceries(room)
    for text in ("spent 57 on groceries", "undo", "spent 500 on coffee", "spent €500 on groceries"):
        assert (await room.say(ANN_TELEGRAM, text))[1:] == []
    assert (await room.say(ANN_TELEGRAM, "spent 57.01 on groceries"))[1:] == [
        "$57.01 groceries today is unusually much: on nine days in ten it is $19.00 at most."
    ]


async def test_below_ten_bookings_or_fifty_dollars_nothing_is_unusual(room: Room) -> None:
    await last_said(room, *[f"spent 1 on coffee on nov {day}" for day in range(1, 10)])
    assert await last_said(room, "spent 500 on coffee") == ["$500.00 coffee."]
    assert await last_said(room, "undo", "spent 1 on coffee", "spent 50 on coffee") == ["$50.00 coffee."]
    assert len(await last_said(room, "spent 50.01 on coffee")) == 2


async def test_why_tells_the_usual_bookings_beside_the_unusual(room: Room) -> None:
    await ten_groceries(room)
    await room.say(ANN_TELEGRAM, "spent 500 on groceries")
    (why,) = await room.say(ANN_TELEGRAM, "why")
    assert why.splitlines()[:3] == [
        FAR_ABOVE,
        "today: $500.00 groceries",
        "Nov 10: $20.00 groceries",
    ]
