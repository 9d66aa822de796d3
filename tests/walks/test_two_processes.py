"""Two processes of PAM on one store: each takes messages and carries letters, and together they are one PAM."""

import asyncio
import re
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.domain.letter import Address
from bot.domain.messages import IncomingMessage
from tests.house import Room, a_room
from tests.shelves import Shelf

PEOPLE = [Address("sms", f"+1415555{number:04}") for number in range(8)]
MESSAGES_EACH = 6


@pytest.fixture
async def pair(shelf: Shelf, tmp_path: Path) -> AsyncGenerator[tuple[Room, Room]]:
    async with a_room(tmp_path, shelf=shelf) as one, a_room(tmp_path, shelf=shelf) as other:
        yield one, other


@asynccontextmanager
async def at_work(*rooms: Room) -> AsyncGenerator[None]:
    working = [asyncio.create_task(room.pam.work()) for room in rooms]
    try:
        yield
    finally:
        for room in rooms:
            room.pam.rest()
        await asyncio.gather(*working)


def message(sender: Address, external_id: str, text: str) -> IncomingMessage:
    return IncomingMessage(source=sender.channel, external_id=external_id, sender=sender, text=text)


async def until_done(room: Room) -> None:
    async with asyncio.timeout(20):
        while True:
            if await room.pam.accounts.waiting() == (0, 0):
                return
            await asyncio.sleep(0)


async def test_what_many_say_to_both_at_once_is_booked_once_and_answered_once(
    pair: tuple[Room, Room], shelf: Shelf
) -> None:
    said = [
        message(person, f"{person.value}-{n}", f"coffee {n + 1}") for n in range(MESSAGES_EACH) for person in PEOPLE
    ]
    # Every message comes to both doors, as a vendor's repetition would.
    async with at_work(*pair):
        kept = await asyncio.gather(*(room.pam.messages.accept(each) for each in said for room in pair))
        await until_done(pair[0])
    assert sum(kept) == len(said)
    answers = Counter(
        (letter.address.value, line)
        for room in pair
        for person in PEOPLE
        for letter in room.letters(person)
        for line in letter.answer.plain.splitlines()
        if line.startswith("$")
    )
    assert answers == {(person.value, f"${n + 1}.00 coffee."): 1 for person in PEOPLE for n in range(MESSAGES_EACH)}
    totals = shelf.rows("SELECT amount_minor, bookings FROM total WHERE span = 'month'")
    assert totals == [(sum(range(1, MESSAGES_EACH + 1)) * 100, MESSAGES_EACH)] * len(PEOPLE)


async def test_two_who_link_each_other_at_the_same_moment_become_one_and_lose_nothing(
    pair: tuple[Room, Room], shelf: Shelf
) -> None:
    one, other = pair
    codes: list[str] = []
    for room, phone in zip(pair, PEOPLE[:2], strict=True):
        await room.deliver_as(f"{phone.value}-1", phone, "spent 10 on groceries")
        (told,) = await room.deliver_as(f"{phone.value}-2", phone, "link")
        found = re.search(r"\b\d{6}\b", told)
        assert found
        codes.append(found[0])
    async with at_work(*pair):
        await asyncio.gather(
            one.pam.messages.accept(message(PEOPLE[0], "first", codes[1])),
            other.pam.messages.accept(message(PEOPLE[1], "second", codes[0])),
        )
        await until_done(one)
    owners = {known.person_id for _, addresses in await one.pam.accounts.people() for known in addresses}
    assert len(owners) == 1
    assert (await one.pam.accounts.dead()).messages == []
    months = shelf.rows("SELECT sum(amount_minor), sum(bookings) FROM total WHERE span = 'month' GROUP BY ledger_id")
    assert [(int(minor), int(bookings)) for minor, bookings in months if bookings] == [(2000, 2)]
