"""The store the settings name: a file of SQLite's for one machine, a Postgres for many processes."""

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from adapters.sql_store.sqlite_store import SqliteStore, migrate_file
from bot.domain.event import Event
from bot.kit.keyring import Keyring
from bot.ports.store import Store
from handlers.settings import Settings


class SharedStore(Store, Protocol):
    """A store that other processes may work on too."""

    def listen(self, bells: Mapping[str, Callable[[], None]]) -> None:
        """Rings ``inbox``, ``outbox`` or ``events`` when another process put something there."""
        ...

    def tell_events(self, hear: Callable[[list[Event]], None]) -> None:
        """``hear`` is given what a transaction of this process posted, once it is durable."""
        ...


def migrate(settings: Settings) -> int:
    """How many migrations it took."""
    if settings.database_url is None:
        return migrate_file(Path(settings.database_path))
    from adapters.sql_store.postgres_store import migrate_database

    return asyncio.run(migrate_database(settings.database_url.reveal()))


async def open_store(settings: Settings, keyring: Keyring) -> SharedStore:
    """Raises Refused when the schema is older or newer than this code."""
    if settings.database_url is None:
        return SqliteStore.open(Path(settings.database_path), keyring)
    from adapters.sql_store.postgres_store import PostgresStore

    return await PostgresStore.open(settings.database_url.reveal(), keyring)


def back_up(settings: Settings, keyring: Keyring, backup: Path) -> int:
    """How many rows were written."""
    if settings.database_url is None:
        from adapters.sql_store.sqlite_backup import back_up_file

        return back_up_file(Path(settings.database_path), keyring, backup)
    from adapters.sql_store.postgres_store import back_up_database

    return asyncio.run(back_up_database(settings.database_url.reveal(), keyring, backup))


def restore(settings: Settings, keyring: Keyring, backup: Path) -> int:
    """How many rows came back. Raises Refused where anything is kept already, or the file is not to be trusted."""
    if settings.database_url is None:
        from adapters.sql_store.sqlite_backup import restore_file

        return restore_file(Path(settings.database_path), keyring, backup)
    from adapters.sql_store.postgres_store import restore_database

    return asyncio.run(restore_database(settings.database_url.reveal(), keyring, backup))
