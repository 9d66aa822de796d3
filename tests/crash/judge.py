"""What must be true of PAM's database whatever happened to her: told as findings, none when all is well."""

from collections.abc import Mapping

from tests.crash.evidence import Evidence

# Every rule is a query for what breaks it.
BROKEN_BY = {
    "a message is neither done nor waiting its turn": "SELECT id, state FROM inbox WHERE state NOT IN ('head', 'waiting', 'done')",
    # What follows from a booking, as a bill that costs more, is an act of another kind.
    "a message was done twice": """
        SELECT message_id, count(*) FROM act WHERE message_id IS NOT NULL
        GROUP BY message_id, substr(deed, 1, 16) HAVING count(*) > 1""",
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
}
UNFINISHED = {
    "a message still waits": "SELECT id, state, attempts FROM inbox WHERE state IN ('head', 'waiting')",
    "an event is not minded yet, or was given up": "SELECT event_id, handler, state, attempts, fault FROM delivery",
    "a letter still waits or was given up": "SELECT id, state, attempts, fault FROM outbox WHERE state <> 'sent'",
}


def findings(evidence: Evidence) -> list[str]:
    """What is wrong at any moment."""
    return _broken(evidence, {**BROKEN_BY, **evidence.damage})


def unfinished(evidence: Evidence) -> list[str]:
    """What is not done yet; nothing at the end."""
    return _broken(evidence, UNFINISHED)


def booked(evidence: Evidence) -> list[int]:
    """The amounts of every booking, removed ones too, the smallest first."""
    return [minor for (minor,) in evidence.rows("SELECT amount_minor FROM booking ORDER BY 1")]


def removed(evidence: Evidence) -> int:
    return len(evidence.rows("SELECT id FROM booking WHERE removed = 1"))


def kept(evidence: Evidence) -> list[tuple[str, str]]:
    """Source and id of every message, as often as it was kept."""
    return [(source, external_id) for source, external_id in evidence.rows("SELECT source, external_id FROM inbox")]


def _broken(evidence: Evidence, rules: Mapping[str, str]) -> list[str]:
    return [f"{rule}: {rows[:5]}" for rule, query in rules.items() if (rows := evidence.rows(query))]
