"""Word of new work goes from process to process: once it is kept, seldom, and again after the line was cut."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest

from adapters.sql_store.postgres_store import PostgresStore
from adapters.sql_store.postgres_wire import CHANNEL
from bot.domain.answer import say
from bot.kit.bell import Bell
from bot.kit.keyring import Keyring
from bot.ports.outbox import Draft
from tests.clocks import NOON
from tests.postgres import databases
from tests.visits import ANN, stranger_at

RING = Keyring(("a secret",))
# Far beyond the 20 ms that a word takes at the most, and never waited for when it comes.
LONG_S = 10


class Process:
    """A store as a process of its own would have it, with the bells of its loops."""

    def __init__(self, url: str) -> None:
        self.store = PostgresStore(url, RING)
        self.bells = {"inbox": Bell(), "outbox": Bell()}

    async def listen(self) -> None:
        """Listening begins with a ring of both bells, for what was said before."""
        self.store.listen({name: bell.ring for name, bell in self.bells.items()})
        await self.hears("inbox", "outbox")

    async def post(self) -> None:
        known = await stranger_at(self.store, ANN)
        async with self.store.transaction() as tx:
            await tx.outbox.post(Draft(address_id=known.id, channel="sms", answer=say("hello")), at=NOON)

    async def hears(self, *names: str) -> None:
        async with asyncio.timeout(LONG_S):
            await asyncio.gather(*(self.bells[name].wait(2 * LONG_S) for name in names))

    def rang(self, name: str) -> bool:
        return self.bells[name]._event.is_set()


@pytest.fixture
async def database() -> AsyncIterator[str]:
    there = databases()
    name = there.take()
    yield name
    there.give_back(name)


@pytest.fixture
async def pair(database: str) -> AsyncIterator[tuple[Process, Process]]:
    one, other = Process(databases().url(database)), Process(databases().url(database))
    await one.listen()
    await other.listen()
    yield one, other
    await one.store.close()
    await other.store.close()


async def test_what_one_puts_into_a_queue_wakes_the_other_and_not_itself(pair: tuple[Process, Process]) -> None:
    one, other = pair
    await one.post()
    await other.hears("outbox")
    assert not other.rang("inbox")
    assert not one.rang("outbox")


async def test_what_was_never_kept_wakes_nobody(pair: tuple[Process, Process]) -> None:
    one, other = pair
    known = await stranger_at(one.store, ANN)

    async def fail_to_post() -> None:
        async with one.store.transaction() as tx:
            await tx.outbox.post(Draft(address_id=known.id, channel="sms", answer=say("hello")), at=NOON)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail_to_post()
    async with one.store.transaction() as tx:
        await tx.inbox.unfinished()
    # Said after it on the same line, so heard after it.
    one.store._wire.announce({"inbox"})
    await other.hears("inbox")
    assert not other.rang("outbox")


async def test_a_burst_is_a_few_words(pair: tuple[Process, Process], database: str) -> None:
    one, other = pair
    words: list[object] = []
    line = await asyncpg.connect(databases().url(database))
    await line.add_listener(CHANNEL, lambda *word: words.append(word[-1]))
    await asyncio.gather(*(one.post() for _ in range(100)))
    await one.store.close()
    await line.execute("SELECT 1")
    await other.hears("outbox")
    await line.close()
    assert 1 <= len(words) < 20


async def test_after_the_line_was_cut_it_listens_again(pair: tuple[Process, Process], database: str) -> None:
    one, other = pair
    sql = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()"
    databases().rows(database, sql, (database,))
    # Back again, both are told to look for what they may have missed.
    await one.hears("inbox", "outbox")
    await other.hears("inbox", "outbox")
    await one.post()
    await other.hears("outbox")


async def test_who_ends_says_what_is_still_to_be_said(pair: tuple[Process, Process], database: str) -> None:
    _, other = pair
    passing = Process(databases().url(database))
    await passing.post()
    await passing.store.close()
    await other.hears("outbox")
