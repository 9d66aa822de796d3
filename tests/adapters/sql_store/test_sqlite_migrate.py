"""Migrations: all or nothing, once, whoever starts at the same moment."""

import sqlite3
import subprocess
import sys
from collections.abc import Generator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from pathlib import Path

import pytest

from adapters.sql_store.sql_files import migrations, newest_version, readable_from, statements
from adapters.sql_store.sqlite_migrate import HISTORY, migrate, needed_version, schema_version
from adapters.sql_store.sqlite_store import SqliteStore, migrate_file
from bot.domain.errors import Refused
from bot.kit.keyring import Keyring
from tests.adapters.sql_store.engines import is_sound

RING = Keyring(("a secret",))
ROOT = Path(__file__).parents[3]
STARTER = """
import sys
from pathlib import Path
from adapters.sql_store.sqlite_store import SqliteStore, migrate_file
from bot.kit.keyring import Keyring

sys.stdin.readline()
print(migrate_file(Path(sys.argv[1])))
SqliteStore.open(Path(sys.argv[1]), Keyring(("a secret",)))
"""


@contextmanager
def looking(path: Path) -> Generator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def tables(path: Path) -> set[str]:
    with looking(path) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def start(path: Path) -> subprocess.Popen[str]:
    """A process of its own that begins when it is told to."""
    command = [sys.executable, "-c", STARTER, str(path)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, text=True, stdin=pipe, stdout=pipe, stderr=pipe)


def test_a_fresh_file_gets_everything_and_a_second_time_nothing(tmp_path: Path) -> None:
    assert migrate_file(tmp_path / "pam.db") == newest_version()
    assert migrate_file(tmp_path / "pam.db") == 0
    with looking(tmp_path / "pam.db") as connection:
        assert schema_version(connection) == newest_version()


def test_a_statement_that_fails_leaves_nothing_of_those_before_it(tmp_path: Path) -> None:
    path = tmp_path / "pam.db"
    with looking(path) as connection:
        connection.execute("CREATE TABLE act (in_the_way INTEGER)")
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection)
        assert not connection.in_transaction
    assert tables(path) == {"act"}
    with looking(path) as connection:
        connection.execute("DROP TABLE act")
    assert migrate_file(path) == newest_version()


def test_a_full_disk_leaves_nothing_and_is_told_as_it_is(tmp_path: Path) -> None:
    with looking(tmp_path / "pam.db") as connection:
        connection.execute("PRAGMA max_page_count = 12")
        with pytest.raises(sqlite3.OperationalError, match="full"):
            migrate(connection)
    assert tables(tmp_path / "pam.db") == set()


def test_two_who_start_at_the_same_moment_migrate_once(tmp_path: Path) -> None:
    for attempt in range(3):
        path = tmp_path / str(attempt) / "pam.db"
        starters = [start(path) for _ in range(3)]
        for starter in starters:
            assert starter.stdin
            starter.stdin.write("go\n")
            starter.stdin.flush()
        told = [starter.communicate(timeout=60) for starter in starters]
        assert sorted(out.strip() for out, _ in told) == ["0", "0", str(newest_version())], told
        assert is_sound(path.parent)


def test_a_newer_schema_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "pam.db"
    migrate_file(path)
    with looking(path) as connection:
        connection.execute("INSERT INTO schema_history (version, name, applied_at) VALUES (9999, 'from the future', 0)")
    with pytest.raises(Refused) as refusal:
        migrate_file(path)
    assert (refusal.value.reason, refusal.value.facts["present"]) == ("schema_too_new", 9999)
    with pytest.raises(Refused):
        SqliteStore.open(path, RING)


@pytest.mark.parametrize(
    ("noted", "outcome"),
    [
        ({1: newest_version()}, nullcontext()),
        ({1: newest_version() - 1, 2: newest_version()}, nullcontext()),
        ({1: newest_version() + 1}, pytest.raises(Refused)),
        ({1: newest_version(), 2: None}, pytest.raises(Refused)),
        ({1: None, 2: newest_version()}, pytest.raises(Refused)),
    ],
)
def test_a_newer_schema_is_used_where_every_later_migration_says_so(
    tmp_path: Path, noted: dict[int, int | None], outcome: AbstractContextManager[object]
) -> None:
    path = tmp_path / "pam.db"
    migrate_file(path)
    with looking(path) as connection:
        for later, readable in noted.items():
            row = (newest_version() + later, "from the future", 0, readable)
            connection.execute("INSERT INTO schema_history VALUES (?, ?, ?, ?)", row)
    with outcome:
        assert migrate_file(path) == 0
    with outcome:
        SqliteStore.open(path, RING)


def test_a_file_from_before_there_were_notes_gets_them_with_its_next_migration(tmp_path: Path) -> None:
    path = tmp_path / "pam.db"
    with looking(path) as connection:
        connection.execute(HISTORY)
        connection.execute("INSERT INTO schema_history VALUES (9999, 'from the future', 0)")
        assert needed_version(connection) == 9999
        connection.execute("DELETE FROM schema_history")
    migrate_file(path)
    with looking(path) as connection:
        noted = connection.execute("SELECT version, readable_from FROM schema_history ORDER BY version").fetchall()
    written = [(version, path.read_text(encoding="utf-8")) for version, path in migrations("sqlite")]
    assert noted == [(version, readable_from(script, version)) for version, script in written]


def test_a_note_at_the_head_of_a_migration_names_the_oldest_code() -> None:
    assert readable_from("-- Adds a table.\n-- readable from: 4\nCREATE TABLE a (b);\n", 5) == 4
    assert readable_from("-- Changes a table.\nALTER TABLE a DROP b;\n", 5) == 5


def test_an_older_schema_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        SqliteStore.open(tmp_path / "pam.db", RING)
    assert (refusal.value.reason, refusal.value.facts["present"]) == ("schema_not_current", 0)


def test_a_script_is_cut_into_its_statements() -> None:
    script = (
        "-- one; two\nCREATE TABLE a (b TEXT DEFAULT ';');\nCREATE TRIGGER c BEFORE DELETE ON a\nBEGIN SELECT 1; END;\n"
    )
    assert [statement.split()[-1] for statement in statements(script)] == ["';');", "END;"]
