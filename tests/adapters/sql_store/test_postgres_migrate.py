"""Migrations of Postgres: all or nothing, once, whoever starts at the same moment."""

import asyncio
from collections.abc import Iterator

import asyncpg
import pytest

from adapters.sql_store.postgres_store import PostgresStore, migrate_database
from adapters.sql_store.sql_files import newest_version
from bot.domain.errors import Refused, Unavailable
from bot.kit.keyring import Keyring
from tests.postgres import databases

RING = Keyring(("a secret",))
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"


@pytest.fixture
def bare() -> Iterator[str]:
    """The name of a database in which nothing stands."""
    there = databases()
    name = there.bare()
    yield name
    there.drop(name)


async def test_a_bare_database_gets_everything_and_a_second_time_nothing(bare: str) -> None:
    assert await migrate_database(databases().url(bare)) == newest_version()
    assert await migrate_database(databases().url(bare)) == 0
    await (await PostgresStore.open(databases().url(bare), RING)).close()


async def test_many_who_start_at_the_same_moment_migrate_once(bare: str) -> None:
    url = databases().url(bare)
    assert sorted(await asyncio.gather(*(migrate_database(url) for _ in range(4)))) == [0, 0, 0, newest_version()]


async def test_a_statement_that_fails_leaves_nothing_of_those_before_it(bare: str) -> None:
    databases().run(bare, "CREATE TABLE act (in_the_way bigint)")
    with pytest.raises(asyncpg.DuplicateTableError):
        await migrate_database(databases().url(bare))
    assert databases().rows(bare, TABLES) == [("act",)]


async def test_a_newer_schema_is_refused_and_left_alone(bare: str) -> None:
    url = databases().url(bare)
    await migrate_database(url)
    databases().run(bare, "INSERT INTO schema_history VALUES (9999, 'from the future', 0)")
    with pytest.raises(Refused) as refusal:
        await migrate_database(url)
    assert (refusal.value.reason, refusal.value.facts["present"]) == ("schema_too_new", 9999)
    with pytest.raises(Refused):
        await PostgresStore.open(url, RING)


async def test_a_newer_schema_is_used_where_its_migrations_say_so(bare: str) -> None:
    url = databases().url(bare)
    await migrate_database(url)
    note = "INSERT INTO schema_history SELECT max(version) + 1, 'from the future', 0, max(version) FROM schema_history"
    databases().run(bare, note)
    assert await migrate_database(url) == 0
    await (await PostgresStore.open(url, RING)).close()
    databases().run(bare, "UPDATE schema_history SET readable_from = version")
    with pytest.raises(Refused):
        await PostgresStore.open(url, RING)
    databases().run(bare, "ALTER TABLE schema_history DROP COLUMN readable_from")
    with pytest.raises(Refused):
        await PostgresStore.open(url, RING)


async def test_an_older_schema_is_not_opened(bare: str) -> None:
    with pytest.raises(Refused) as refusal:
        await PostgresStore.open(databases().url(bare), RING)
    assert (refusal.value.reason, refusal.value.facts["present"]) == ("schema_not_current", 0)


async def test_a_server_that_does_not_know_us_or_the_database_is_a_matter_of_configuration() -> None:
    url = databases().url("nowhere")
    for attempt in (migrate_database(url), PostgresStore.open(url, RING)):
        with pytest.raises(Refused) as refusal:
            await attempt
        assert refusal.value.reason == "database_refuses"


async def test_a_server_that_is_not_there_is_unavailable() -> None:
    with pytest.raises(Unavailable):
        await migrate_database("postgresql://pam@/pam?host=/nowhere")
