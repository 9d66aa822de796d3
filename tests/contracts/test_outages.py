"""The outages port: one outage for all processes, told to each person once."""

from datetime import timedelta

from bot.ports.store import Store
from tests.clocks import NOON
from tests.visits import ANN, BOB, visit_of

MINUTE = timedelta(minutes=1)


async def test_an_outage_goes_on_until_a_good_while_passes_without_a_failure(store: Store) -> None:
    async with store.transaction() as tx:
        began = await tx.outages.failed("model", at=NOON)
        assert began == NOON
        assert await tx.outages.failed("model", at=NOON + 9 * MINUTE) == NOON
        assert await tx.outages.failed("model", at=NOON + 18 * MINUTE) == NOON
        later = NOON + 29 * MINUTE
        assert await tx.outages.failed("model", at=later) == later
        assert await tx.outages.failed("sms", at=later + MINUTE) == later + MINUTE


async def test_an_answer_ends_an_outage_unless_it_failed_just_before(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.outages.failed("model", at=NOON)
        await tx.outages.answered("model", at=NOON + MINUTE)
        assert await tx.outages.failed("model", at=NOON + MINUTE) == NOON
        await tx.outages.answered("sms", at=NOON + 3 * MINUTE)
        assert await tx.outages.failed("model", at=NOON + 3 * MINUTE) == NOON
        await tx.outages.answered("model", at=NOON + 5 * MINUTE)
        assert await tx.outages.failed("model", at=NOON + 6 * MINUTE) == NOON + 6 * MINUTE


async def test_each_person_is_told_of_an_outage_once(store: Store) -> None:
    ann, bob = await visit_of(store, ANN), await visit_of(store, BOB)
    async with store.transaction() as tx:
        began = await tx.outages.failed("model", at=NOON)
        assert await tx.outages.tell("model", began, ann.person_id)
        assert not await tx.outages.tell("model", began, ann.person_id)
        assert await tx.outages.tell("model", began, bob.person_id)
        assert await tx.outages.tell("model", began + 60 * MINUTE, ann.person_id)
