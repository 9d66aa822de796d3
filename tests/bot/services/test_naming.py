"""Naming: what a word means, where a category lies, and that all of it can be undone and built again."""

from datetime import timedelta

import msgspec
import pytest

from bot.domain.act import Laid, Meant
from bot.domain.errors import Refused
from bot.domain.taxonomy import Place, Scope
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.services.auditing import audit_ledger
from bot.services.budgeting import standings_touched
from bot.services.naming import lay_word, may_be_laid, meant_by, name_word, scope_meant
from tests.bot.services.deeds import allow, book, bookings, budgets, later, undo
from tests.entries import spent
from tests.visits import visit_of


async def mean(store: Store, visit: Visit, word: str, means: str) -> list[str]:
    async with store.transaction() as tx:
        return await name_word(tx, visit, word, means)


async def lay(store: Store, visit: Visit, word: str, heading: str) -> bool:
    async with store.transaction() as tx:
        return await lay_word(tx, visit, word, heading)


async def meanings(store: Store, visit: Visit) -> dict[str, str]:
    async with store.transaction() as tx:
        return dict(await tx.meanings.all(visit.ledger_id))


async def differences(store: Store, visit: Visit) -> tuple[str, ...]:
    async with store.transaction() as tx:
        return (await audit_ledger(tx, visit.ledger_id)).differences


def next_message(visit: Visit, message: int) -> Visit:
    return later(visit, timedelta(seconds=message), message=message)


async def test_a_word_means_itself_until_it_is_said_otherwise(store: Store) -> None:
    visit = await visit_of(store)
    async with store.transaction() as tx:
        assert await meant_by(tx, visit, "tesco") == "tesco"
    assert await mean(store, visit, "Tesco", "groceries") == ["Tesco"]
    async with store.transaction() as tx:
        assert await meant_by(tx, visit, "tesco") == "groceries"
    assert await mean(store, visit, "tesco", "groceries") == []


async def test_a_meaning_of_a_meaning_is_followed_at_once(store: Store) -> None:
    visit = await visit_of(store)
    await mean(store, visit, "kfc", "takeaway")
    assert await mean(store, visit, "takeaway", "dining") == ["takeaway", "kfc"]
    await mean(store, visit, "burger joint", "kfc")
    assert await meanings(store, visit) == {"burger joint": "dining", "kfc": "dining", "takeaway": "dining"}


@pytest.mark.parametrize(
    ("word", "means", "reason"),
    [
        ("dining", "takeaway", "means_itself"),
        ("Kfc", "kfc", "means_itself"),
        ("food", "rent", "word_taken"),
        ("everything", "rent", "word_taken"),
        (" ", "rent", "word_taken"),
        ("aldi", "", "means_nothing"),
    ],
)
async def test_what_makes_no_sense_is_refused(store: Store, word: str, means: str, reason: str) -> None:
    visit = await visit_of(store)
    await mean(store, visit, "takeaway", "dining")
    with pytest.raises(Refused) as refused:
        await mean(store, visit, word, means)
    assert refused.value.reason == reason
    assert await meanings(store, visit) == {"takeaway": "dining"}


async def test_a_meaning_is_forgotten_and_comes_back(store: Store) -> None:
    visit = await visit_of(store, message=1)
    await mean(store, visit, "tesco", "groceries")
    await mean(store, next_message(visit, 2), "tesco", "")
    assert await meanings(store, visit) == {}
    assert [act.deed for act in await undo(store, next_message(visit, 3))] == [Meant("tesco", "groceries", "")]
    assert await meanings(store, visit) == {"tesco": "groceries"}
    await undo(store, next_message(visit, 4))
    assert await meanings(store, visit) == {}
    assert await differences(store, visit) == ()


@pytest.mark.parametrize(
    ("word", "heading", "place"),
    [
        ("lunch", "transport", Place("transport", "other", "lunch")),
        ("lunch", "snacks", Place("food", "snacks", "lunch")),
        ("lunch", "cafe", Place("food", "coffee", "lunch")),
        ("gym", "leisure", Place("leisure", "other", "gym")),
        ("widgets", "pets", Place("family", "pets", "widgets")),
    ],
)
async def test_a_category_is_laid_with_all_that_is_booked_under_it(
    store: Store, word: str, heading: str, place: Place
) -> None:
    visit = await visit_of(store, message=1)
    before = await book(store, visit, spent(10_00, word))
    other = await book(store, visit, spent(5_00, "rent"))
    assert await lay(store, next_message(visit, 2), word, heading)
    laid = msgspec.structs.replace(before, entry=msgspec.structs.replace(before.entry, place=place))
    assert await bookings(store, visit) == [laid, other]
    assert not await lay(store, next_message(visit, 3), word, heading)
    assert await differences(store, visit) == ()
    assert [type(act.deed) for act in await undo(store, next_message(visit, 4))] == [Laid]
    assert await bookings(store, visit) == [before, other]
    assert await differences(store, visit) == ()


async def test_under_its_own_group_a_word_keeps_its_leaf(store: Store) -> None:
    visit = await visit_of(store)
    await book(store, visit, spent(10_00, "lunch"))
    assert not await lay(store, visit, "lunch", "food")


async def test_a_question_on_a_word_laid_elsewhere_counts_that_word(store: Store) -> None:
    visit = await visit_of(store)
    await book(store, visit, spent(10_00, "gym"))
    async with store.transaction() as tx:
        assert await scope_meant(tx, visit, "gym") == Scope("leaf", "fitness")
        await lay_word(tx, visit, "gym", "leisure")
        assert await scope_meant(tx, visit, "gym") == Scope("word", "gym")
        assert await scope_meant(tx, visit, "leisure") == Scope("group", "leisure")


async def test_a_budget_on_the_word_itself_goes_with_it_and_comes_back(store: Store) -> None:
    visit = await visit_of(store, message=1)
    await book(store, visit, spent(10_00, "gym"))
    before = [await allow(store, visit, 50, word) for word in ("gym", "health")]
    await lay(store, next_message(visit, 2), "gym", "leisure")
    booking = await book(store, next_message(visit, 2), spent(1_00, "gym"))
    async with store.transaction() as tx:
        standings = await standings_touched(tx, visit, booking.entry)
    assert [(each.budget.word, each.spent.minor) for each in standings] == [("gym", 11_00)]
    scopes = {budget.word: budget.scope for budget in await budgets(store, visit)}
    assert scopes == {"health": Scope("group", "health"), "gym": Scope("word", "gym")}
    assert await differences(store, visit) == ()
    await undo(store, next_message(visit, 3))
    assert sorted(await budgets(store, visit), key=lambda budget: budget.id) == before
    assert await differences(store, visit) == ()


async def test_only_a_category_that_is_spent_on_and_no_merchant_is_laid_under_a_heading(store: Store) -> None:
    visit = await visit_of(store)
    await book(store, visit, spent(10_00, "lunch"))
    await book(store, visit, msgspec.structs.replace(spent(10_00, "tesco"), merchant="tesco"))
    async with store.transaction() as tx:
        asked = [
            ("lunch", "food"),
            ("lunch", "dining"),
            ("lunch", "dinner"),
            ("tesco", "groceries"),
            ("taxi", "travel"),
        ]
        assert [await may_be_laid(tx, visit, word, heading) for word, heading in asked] == [
            True,
            True,
            False,
            False,
            False,
        ]
