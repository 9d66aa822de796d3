"""The questions port: asked once, answered once, by whom they were asked."""

from datetime import date, timedelta

from bot.domain.answer import say
from bot.domain.decision import Choice, SkillCall
from bot.domain.ids import LetterId, QuestionId
from bot.domain.visit import Visit
from bot.ports.outbox import Draft
from bot.ports.questions import Asked
from bot.ports.store import Store
from tests.clocks import NOON
from tests.contracts.conftest import Shelf
from tests.visits import ANN, BOB, visit_of

ASKED = Asked(
    choices=(
        Choice("groceries", (SkillCall("edit_transaction", {"booking": 1, "category": "groceries"}),)),
        Choice("transport", (SkillCall("edit_transaction", {"booking": 1, "category": "transport"}),)),
    ),
    missing=(SkillCall("edit_transaction", {"booking": 1}),),
    slot="category",
)
TOKENS = ("first-token", "second-token")
A_DAY = timedelta(days=1)


async def letter_to(store: Store, visit: Visit) -> LetterId:
    async with store.transaction() as tx:
        draft = Draft(address_id=visit.address.id, channel=visit.address.address.channel, answer=say("Which?"))
        return await tx.outbox.post(draft, at=NOON)


async def ask(store: Store, visit: Visit, *, tokens: tuple[str, ...] = TOKENS) -> QuestionId:
    letter_id = await letter_to(store, visit)
    async with store.transaction() as tx:
        asked = await tx.questions.ask(visit.person_id, visit.address.id, letter_id, ASKED, at=NOON)
        await tx.questions.give_tokens(asked, tokens)
    return asked


async def position(store: Store, token: str, visit: Visit, *, after: timedelta = timedelta(0)) -> int | None:
    async with store.transaction() as tx:
        found = await tx.questions.by_token(token, visit.person_id, visit.address.id, NOON + after)
    return found.position if found else None


async def is_open(store: Store, visit: Visit, *, after: timedelta = timedelta(0)) -> bool:
    async with store.transaction() as tx:
        return await tx.questions.open_at(visit.person_id, visit.address.id, NOON + after) is not None


async def test_a_question_reads_as_it_was_asked_after_a_reopening(shelf: Shelf) -> None:
    visit = await visit_of(shelf.open())
    await ask(shelf.open(), visit)
    async with shelf.open().transaction() as tx:
        found = await tx.questions.open_at(visit.person_id, visit.address.id, NOON)
    assert found is not None
    assert found.asked == ASKED


async def test_days_and_decimals_of_waiting_calls_come_back_as_what_they_say(store: Store) -> None:
    visit = await visit_of(store)
    call = SkillCall("record_expense", {"date": date(2026, 11, 17), "tags": ("a", "b")})
    letter_id = await letter_to(store, visit)
    async with store.transaction() as tx:
        await tx.questions.ask(visit.person_id, visit.address.id, letter_id, Asked(missing=(call,)), at=NOON)
        found = await tx.questions.open_at(visit.person_id, visit.address.id, NOON)
    assert found is not None
    assert found.asked.missing[0].slots == {"date": "2026-11-17", "tags": ["a", "b"]}


async def test_a_token_stands_for_its_choice_and_its_message(store: Store) -> None:
    visit = await visit_of(store, BOB)
    await ask(store, visit)
    async with store.transaction() as tx:
        (held,) = await tx.outbox.claim(now=NOON, until=NOON + A_DAY, most=1)
        await tx.outbox.sent(held, external_id="77", at=NOON)
        found = await tx.questions.by_token("second-token", visit.person_id, visit.address.id, NOON)
    assert found is not None
    assert (found.position, found.message_ref, found.person_id) == (1, "77", visit.person_id)


async def test_one_question_an_address_the_newer_closes_the_older(store: Store) -> None:
    visit = await visit_of(store)
    await ask(store, visit)
    await ask(store, visit, tokens=("third-token", "fourth-token"))
    assert await position(store, "first-token", visit) is None
    assert await position(store, "third-token", visit) == 0


async def test_questions_at_two_phones_of_one_person_stand_side_by_side(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    async with store.transaction() as tx:
        await tx.people.give_address(bob.address.id, ann.person_id)
    other_phone = await visit_of(store, BOB)
    await ask(store, ann)
    await ask(store, other_phone, tokens=("third-token",))
    assert await is_open(store, ann)
    assert await is_open(store, other_phone)


async def test_a_question_is_answered_once(store: Store) -> None:
    visit = await visit_of(store)
    asked = await ask(store, visit)
    async with store.transaction() as tx:
        assert await tx.questions.close(asked)
        assert not await tx.questions.close(asked)
    assert await position(store, "first-token", visit) is None
    assert not await is_open(store, visit)


async def test_a_token_is_good_for_its_person_at_its_address_only(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    await ask(store, ann)
    async with store.transaction() as tx:
        for person_id, address_id in (
            (bob.person_id, bob.address.id),
            (bob.person_id, ann.address.id),
            (ann.person_id, bob.address.id),
        ):
            assert await tx.questions.by_token("first-token", person_id, address_id, NOON) is None
            assert await tx.questions.open_at(person_id, address_id, NOON) is None
    assert await position(store, "first-token", ann) == 0


async def test_a_question_is_open_for_a_day(store: Store) -> None:
    visit = await visit_of(store)
    await ask(store, visit)
    assert await position(store, "first-token", visit, after=A_DAY - timedelta(seconds=1)) == 0
    assert await position(store, "first-token", visit, after=A_DAY) is None
    assert not await is_open(store, visit, after=A_DAY)


async def test_an_unknown_token_finds_nothing(store: Store) -> None:
    visit = await visit_of(store)
    await ask(store, visit)
    assert await position(store, "", visit) is None
    assert await position(store, "first-token'", visit) is None


async def test_neither_tokens_nor_choices_are_readable_at_rest(shelf: Shelf) -> None:
    store = shelf.open()
    await ask(store, await visit_of(store))
    await shelf.close()
    assert b"first-token" not in shelf.written()
    assert b"transport" not in shelf.written()


async def test_a_token_works_after_the_secret_was_rotated(shelf: Shelf) -> None:
    old = shelf.open("the old secret")
    visit = await visit_of(old)
    await ask(old, visit)
    assert await position(shelf.open("the new secret", "the old secret"), "second-token", visit) == 1
