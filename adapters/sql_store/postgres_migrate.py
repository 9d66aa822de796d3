"""Brings a Postgres database to the newest schema: all or nothing, safe under two starters."""

import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from adapters.sql_store.postgres_pool import Connection
from adapters.sql_store.sql_files import migrations, newest_version, readable_from
from bot.domain.errors import Refused

HISTORY = """
CREATE TABLE IF NOT EXISTS schema_history (version bigint PRIMARY KEY, name text NOT NULL, applied_at bigint NOT NULL)
"""
# What a later version changed, as far as this code does not know it; the column is missing where nothing is noted.
NEEDED = """
SELECT coalesce(max(coalesce((to_jsonb(applied) ->> 'readable_from')::bigint, version)), 0)
FROM schema_history AS applied WHERE version > $1
"""
# A pair of numbers: another space than the single ones by which people and letters are held.
ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(80, 65)"
# The second starter waits for the first; an index on many rows takes its time.
PATIENCE = "SET LOCAL lock_timeout = '30s'; SET LOCAL statement_timeout = 0"


async def schema_version(connection: Connection) -> int:
    if await connection.fetchval("SELECT to_regclass('schema_history')") is None:
        return 0
    return await connection.fetchval("SELECT coalesce(max(version), 0) FROM schema_history")


async def needed_version(connection: Connection) -> int:
    """The oldest code that may run on the schema, by its newest migration; 0 where it is no newer than this code."""
    if await schema_version(connection) <= newest_version():
        return 0
    return await connection.fetchval(NEEDED, newest_version())


async def migrate(connection: Connection) -> int:
    """Applies what is missing in one transaction and returns how many migrations that were.

    Raises Refused when the schema is newer than this code can use.
    """
    async with alone(connection):
        present = await schema_version(connection)
        if await needed_version(connection) > newest_version():
            raise Refused("schema_too_new", present=present, newest=newest_version())
        return await apply(connection, present, newest_version())


@asynccontextmanager
async def alone(connection: Connection) -> AsyncGenerator[None]:
    """A transaction in which nobody else migrates: a second one waits until it ends."""
    async with connection.transaction():
        await connection.execute(PATIENCE)
        await connection.execute(ONE_AT_A_TIME)
        yield


async def apply(connection: Connection, after: int, up_to: int) -> int:
    """The migrations of these versions, in the transaction that is open."""
    await connection.execute(HISTORY)
    missing = [(version, path) for version, path in migrations("postgres") if after < version <= up_to]
    if missing:
        await connection.execute("ALTER TABLE schema_history ADD COLUMN IF NOT EXISTS readable_from bigint")
    for version, path in missing:
        script = path.read_text(encoding="utf-8")
        await connection.execute(script)
        row = (version, path.stem, time.time_ns() // 1_000_000, readable_from(script, version))
        await connection.execute("INSERT INTO schema_history VALUES ($1, $2, $3, $4)", *row)
    return len(missing)
