"""undo: what is said of many changes at once, and of one message by its button."""

from datetime import timedelta

import pytest

from bot.domain.decision import SkillCall
from bot.ports.store import Store
from tests.bot.services.deeds import book, bookings, later
from tests.bot.skills.performed import said
from tests.entries import spent
from tests.visits import visit_of


@pytest.mark.parametrize("undo", [SkillCall("undo"), SkillCall("undo", {"message": 1})])
async def test_many_changes_of_one_message_are_undone_and_not_all_read_back(store: Store, undo: SkillCall) -> None:
    visit = await visit_of(store, message=1)
    for minor in range(100, 1300, 100):
        await book(store, visit, spent(minor, "coffee"))
    told = await said(store, later(visit, timedelta(seconds=1), message=2), undo)
    assert told[0] == "Undone: $1.00 coffee."
    assert told[-2:] == ["Undone: $10.00 coffee.", "And 2 more."]
    assert await bookings(store, visit) == []


async def test_nothing_of_a_message_is_left_to_undo(store: Store) -> None:
    visit = await visit_of(store, message=1)
    assert await said(store, visit, SkillCall("undo", {"message": 1})) == ["Nothing of that is left to undo."]
    assert await said(store, visit, SkillCall("undo")) == ["There is nothing to undo from the last 24 hours."]
