"""The offers port: taken once, by who sees the button, under the message that shows it."""

from datetime import timedelta

from bot.domain.answer import say
from bot.domain.decision import Choice, SkillCall
from bot.domain.ids import LetterId
from bot.domain.messages import Tap
from bot.domain.visit import Visit
from bot.ports.outbox import Draft
from bot.ports.questions import Asked
from bot.ports.store import Store
from tests.clocks import NOON
from tests.contracts.conftest import Shelf
from tests.visits import ANN, BOB, visit_of

UNDO = Choice("Undo", (SkillCall("undo", {"message": 7}),))
CHART = Choice("Chart", (SkillCall("spending_query", {"category": "a secret hobby", "chart": True}),))
A_DAY = timedelta(days=1)


async def shown(store: Store, visit: Visit, message_ref: str) -> LetterId:
    """A letter that the channel took as this message."""
    async with store.transaction() as tx:
        draft = Draft(address_id=visit.address.id, channel=visit.address.address.channel, answer=say("Booked."))
        letter_id = await tx.outbox.post(draft, at=NOON)
        (held,) = await tx.outbox.claim(now=NOON, until=NOON + A_DAY, most=1)
        await tx.outbox.sent(held, external_id=message_ref, at=NOON)
    return letter_id


async def offer(store: Store, visit: Visit, *tokens: str, message_ref: str = "77") -> LetterId:
    letter_id = await shown(store, visit, message_ref)
    async with store.transaction() as tx:
        for choice, token in zip((UNDO, CHART), tokens, strict=False):
            await tx.offers.make(letter_id, choice, token, at=NOON)
    return letter_id


async def taken(
    store: Store, visit: Visit, token: str, *, under: str = "77", after: timedelta = timedelta(0)
) -> tuple[SkillCall, ...] | None:
    async with store.transaction() as tx:
        return await tx.offers.take(Tap(token, under, "tap"), visit.address.id, NOON + after)


async def test_an_offer_is_taken_once(store: Store) -> None:
    visit = await visit_of(store, BOB)
    await offer(store, visit, "first-token")
    assert await taken(store, visit, "first-token") == UNDO.calls
    assert await taken(store, visit, "first-token") is None


async def test_offers_stand_side_by_side_and_outlast_newer_ones(store: Store) -> None:
    visit = await visit_of(store, BOB)
    await offer(store, visit, "first-token", "second-token")
    await offer(store, visit, "third-token", message_ref="78")
    assert await taken(store, visit, "second-token") == CHART.calls
    assert await taken(store, visit, "third-token", under="78") == UNDO.calls
    assert await taken(store, visit, "first-token") == UNDO.calls


async def test_an_offer_is_good_under_its_message_at_its_address_only(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    await offer(store, bob, "first-token")
    assert await taken(store, bob, "first-token", under="78") is None
    assert await taken(store, ann, "first-token") is None
    assert await taken(store, bob, "first-token'") is None
    assert await taken(store, bob, "first-token") == UNDO.calls


async def test_an_offer_whose_letter_is_not_yet_confirmed_can_be_taken(store: Store) -> None:
    visit = await visit_of(store, BOB)
    async with store.transaction() as tx:
        draft = Draft(address_id=visit.address.id, channel="telegram", answer=say("Booked."))
        await tx.offers.make(await tx.outbox.post(draft, at=NOON), UNDO, "first-token", at=NOON)
    assert await taken(store, visit, "first-token") == UNDO.calls


async def test_an_offer_under_an_edited_message_is_found_by_the_message(store: Store) -> None:
    visit = await visit_of(store, BOB)
    async with store.transaction() as tx:
        draft = Draft(address_id=visit.address.id, channel="telegram", answer=say("Changed."), kind="edit", ref="77")
        letter_id = await tx.outbox.post(draft, at=NOON)
        (held,) = await tx.outbox.claim(now=NOON, until=NOON + A_DAY, most=1)
        await tx.outbox.sent(held, external_id="another id", at=NOON)
        await tx.offers.make(letter_id, UNDO, "first-token", at=NOON)
    assert await taken(store, visit, "first-token") == UNDO.calls


async def test_an_offer_is_good_for_a_day(store: Store) -> None:
    visit = await visit_of(store, BOB)
    await offer(store, visit, "first-token", "second-token")
    assert await taken(store, visit, "first-token", after=A_DAY) is None
    assert await taken(store, visit, "second-token", after=A_DAY - timedelta(seconds=1)) == CHART.calls


async def test_an_offer_is_no_question_and_closes_none(store: Store) -> None:
    visit = await visit_of(store, BOB)
    letter_id = await shown(store, visit, "76")
    async with store.transaction() as tx:
        await tx.questions.ask(visit.person_id, visit.address.id, letter_id, Asked(choices=(CHART,)), at=NOON)
    await offer(store, visit, "first-token")
    async with store.transaction() as tx:
        found = await tx.questions.open_at(visit.person_id, visit.address.id, NOON)
        assert await tx.questions.by_token("first-token", visit.person_id, visit.address.id, NOON) is None
    assert found is not None
    assert found.asked.choices == (CHART,)


async def test_neither_tokens_nor_what_was_offered_are_readable_at_rest(shelf: Shelf) -> None:
    store = shelf.open()
    await offer(store, await visit_of(store, BOB), "first-token", "second-token")
    await shelf.close()
    assert b"second-token" not in shelf.written()
    assert b"secret hobby" not in shelf.written()


async def test_an_offer_can_be_taken_after_the_secret_was_rotated(shelf: Shelf) -> None:
    old = shelf.open("the old secret")
    visit = await visit_of(old, BOB)
    await offer(old, visit, "first-token")
    assert await taken(shelf.open("the new secret", "the old secret"), visit, "first-token") == UNDO.calls


async def test_only_what_nobody_can_take_any_more_is_forgotten(store: Store) -> None:
    visit = await visit_of(store, BOB)
    await offer(store, visit, "first-token")
    async with store.transaction() as tx:
        assert await tx.offers.forget(NOON + A_DAY, 10) == 0
        assert await tx.offers.forget(NOON + 2 * A_DAY, 10) == 1
    assert await taken(store, visit, "first-token") is None
