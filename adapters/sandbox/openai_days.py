"""Days the pretend model understands: today, yesterday, and the month or the week before."""

import re
from datetime import date, timedelta

from adapters.sandbox.openai_asked import Asked, Json

TODAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
LAST_MONTH = re.compile(r"\b(?:last month|letzten monat|mes pasado|mois dernier)\b", re.IGNORECASE)
LAST_WEEK = re.compile(r"\b(?:last week|letzte woche|semana pasada|semaine derni[eè]re)\b", re.IGNORECASE)


def today_in(asked: Asked) -> date | None:
    """As the system prompt says it."""
    told = TODAY.search(asked.system)
    return date.fromisoformat(told[0]) if told else None


def days_in(asked: Asked) -> Json:
    """The days asked for, as a tool's period; {} for none."""
    today = today_in(asked)
    if today is None:
        return {}
    if LAST_MONTH.search(asked.words):
        end = today.replace(day=1) - timedelta(days=1)
        return {"period": _days(end.replace(day=1), end)}
    if LAST_WEEK.search(asked.words):
        monday = today - timedelta(days=today.weekday() + 7)
        return {"period": _days(monday, monday + timedelta(days=6))}
    return {}


def _days(first: date, last: date) -> Json:
    return {"from": first.isoformat(), "to": last.isoformat()}
