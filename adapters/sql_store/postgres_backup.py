"""A backup of a Postgres database, taken while PAM works on it, and back into an empty one."""

from pathlib import Path

from adapters.sql_store.backup_file import BATCH, BackupWriter, Table, in_order, known_to_be_whole, written_whole
from adapters.sql_store.postgres_migrate import alone, apply, schema_version
from adapters.sql_store.postgres_pool import Connection
from adapters.sql_store.sql_files import check_version, newest_version
from bot.domain.errors import Refused
from bot.kit.keyring import Keyring

TABLES = """
SELECT relname FROM pg_class
WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace AND relname <> 'schema_history'
"""
PARENTS = """
SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint
WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
"""
# Where numbers go on after rows came in with theirs.
NUMBERED = """
SELECT attrelid::regclass::text, attname FROM pg_attribute
WHERE attidentity <> '' AND attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = current_schema()::regnamespace)
"""


async def back_up(connection: Connection, keyring: Keyring, backup: Path) -> int:
    """Writes all rows as they are at one moment; returns how many."""
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        check_version(await schema_version(connection))
        with written_whole(backup) as file:
            writer = BackupWriter(file, keyring)
            for name in await _tables(connection):
                statement = await connection.prepare(f"TABLE {name}")
                writer.begin(Table(name, tuple(column.name for column in statement.get_attributes())))
                cursor = await statement.cursor()
                while rows := await cursor.fetch(BATCH):
                    writer.add([tuple(row) for row in rows])
            writer.end()
    return writer.rows


async def restore(connection: Connection, keyring: Keyring, backup: Path) -> int:
    """Puts all rows of a backup into an empty database and brings it to the newest schema; returns how many.

    Raises Refused, and changes nothing, where the database holds anything or the file is not whole.
    """
    with known_to_be_whole(backup, keyring) as reader:
        async with alone(connection):
            await _clear_the_ground(connection)
            await apply(connection, 0, reader.schema)
            for table, rows in reader.batches():
                await connection.copy_records_to_table(table.name, records=rows, columns=table.columns)
            await apply(connection, reader.schema, newest_version())
            for name, column in await connection.fetch(NUMBERED):
                newest = f"SELECT max({column}) FROM {name}"  # noqa: S608 - the schema's own names
                await connection.execute(f"SELECT setval(pg_get_serial_sequence('{name}', '{column}'), ({newest}))")
    return reader.rows


async def _clear_the_ground(connection: Connection) -> None:
    """Empty tables, of whichever version, make room for those of the backup's; nobody writes into them meanwhile."""
    names = await _tables(connection)
    if names:
        await connection.execute(f"LOCK TABLE {', '.join(names)} IN ACCESS EXCLUSIVE MODE")
    for name in reversed(names):
        if await connection.fetchval(f"SELECT EXISTS (TABLE {name})"):
            raise Refused("database_not_empty")
        await connection.execute(f"DROP TABLE {name} CASCADE")
    await connection.execute("DROP TABLE IF EXISTS schema_history")


async def _tables(connection: Connection) -> list[str]:
    names = [name for (name,) in await connection.fetch(TABLES)]
    return in_order(names, [(name, parent) for name, parent in await connection.fetch(PARENTS)])
