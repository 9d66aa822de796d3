"""What must be true of PAM's database whatever happened to her: told as findings, none when all is well."""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

# Every rule is a query for what breaks it.
BROKEN_BY = {
    "a message is neither done nor waiting its turn": "SELECT id, state FROM inbox WHERE state NOT IN ('head', 'waiting', 'done')",
    "a message was done twice": "SELECT message_id, count(*) FROM act WHERE message_id IS NOT NULL GROUP BY 1 HAVING count(*) > 1",
    "a message was done and not answered": """
        SELECT id FROM inbox WHERE state = 'done'
        AND id NOT IN (SELECT message_id FROM outbox WHERE message_id IS NOT NULL)""",
    "a deed was undone twice": "SELECT undoes, count(*) FROM act WHERE undoes IS NOT NULL GROUP BY 1 HAVING count(*) > 1",
    "the lines of a booking do not add up to nothing": """
        SELECT booking_id, currency, sum(amount_minor) FROM line GROUP BY 1, 2 HAVING sum(amount_minor) <> 0""",
    "a booking does not have its two lines, or a removed one has any": """
        SELECT b.id, b.removed, count(l.booking_id) FROM booking AS b LEFT JOIN line AS l ON l.booking_id = b.id
        GROUP BY b.id HAVING count(l.booking_id) <> CASE b.removed WHEN 0 THEN 2 ELSE 0 END""",
    "a line does not say what its booking says": """
        SELECT b.id FROM booking AS b JOIN line AS l ON l.booking_id = b.id AND l.account_id = b.account_id
        WHERE abs(l.amount_minor) <> b.amount_minor OR l.currency <> b.currency OR l.ledger_id <> b.ledger_id""",
    "a running total is not the sum of its lines": """
        SELECT ledger_id, account_id, currency, sum(minor), sum(bookings) FROM (
            SELECT ledger_id, account_id, currency, amount_minor AS minor, 1 AS bookings FROM line
            UNION ALL
            SELECT ledger_id, account_id, currency, -amount_minor, -bookings FROM total WHERE span IN ('month', 'ever'))
        GROUP BY 1, 2, 3 HAVING sum(minor) <> 0 OR sum(bookings) <> 0""",
    "days and months tell different totals": """
        SELECT account_id FROM total WHERE span <> 'ever' GROUP BY ledger_id, account_id, currency
        HAVING sum(CASE span WHEN 'day' THEN amount_minor ELSE -amount_minor END) <> 0""",
    "the file is damaged": "SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
    "a row points at nothing": "SELECT * FROM pragma_foreign_key_check",
}
UNFINISHED = {
    "a message still waits": "SELECT id, state, attempts FROM inbox WHERE state IN ('head', 'waiting')",
    "a letter still waits or was given up": "SELECT id, state, attempts, fault FROM outbox WHERE state <> 'sent'",
}


@contextmanager
def reading(database: Path) -> Generator[sqlite3.Connection]:
    """The file as it is, beside whoever has it open."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        yield connection


def findings(database: Path) -> list[str]:
    """What is wrong at any moment."""
    return _broken(database, BROKEN_BY)


def unfinished(database: Path) -> list[str]:
    """What is not done yet; nothing at the end."""
    return _broken(database, UNFINISHED)


def booked(database: Path) -> list[int]:
    """The amounts of every booking, removed ones too, the smallest first."""
    with reading(database) as connection:
        return [minor for (minor,) in connection.execute("SELECT amount_minor FROM booking ORDER BY 1")]


def removed(database: Path) -> int:
    with reading(database) as connection:
        count: int = connection.execute("SELECT count(*) FROM booking WHERE removed = 1").fetchone()[0]
        return count


def kept(database: Path) -> list[tuple[str, str]]:
    """Source and id of every message, as often as it was kept."""
    with reading(database) as connection:
        return list(connection.execute("SELECT source, external_id FROM inbox"))


def _broken(database: Path, rules: dict[str, str]) -> list[str]:
    with reading(database) as connection:
        return [
            f"{rule}: {rows[:5]}" for rule, query in rules.items() if (rows := connection.execute(query).fetchall())
        ]
