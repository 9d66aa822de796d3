"""A store in a folder of its own."""

from pathlib import Path

from adapters.sql_store.sqlite_store import SqliteStore, migrate_file
from bot.kit.keyring import Keyring

SECRET = "a secret of thirty-two characters and more"


def fresh_store(folder: Path) -> SqliteStore:
    """A store on the newest schema; opening the same folder again finds what was kept."""
    return open_store(folder, (SECRET,))


def open_store(folder: Path, secrets: tuple[str, ...]) -> SqliteStore:
    """The same under these secrets, the newest first."""
    path = folder / "pam.db"
    migrate_file(path)
    return SqliteStore.open(path, Keyring(secrets))
