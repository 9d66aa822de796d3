"""What a person may say about themselves, checked and written the one way it is kept."""

import re
from collections.abc import Callable
from functools import cache
from zoneinfo import available_timezones

from bot.domain.errors import Refused
from bot.domain.languages import language_of
from bot.domain.money import is_currency
from bot.domain.money_words import locale_of

HOURS = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)-([01]?\d|2[0-3]):([0-5]\d)")
TIMES = re.compile(r"(daily|weekly)(:(?:MO|TU|WE|TH|FR|SA|SU))?(?: ([01]?\d|2[0-3]):([0-5]\d))?")
ON, OFF = "on", "off"
LONGEST_NAME = 60
# Of any month: in a shorter one it is that month's last day.
LAST_DAY = 31
MOST_ALERTS = 50


def checked(key: str, value: str) -> str:
    """As it is kept; "" is off. Raises Refused when the key or the value is not one PAM knows."""
    check = CHECKS.get(key)
    if check is None:
        raise Refused("unknown_preference")
    return check(value.strip())


def _currency(value: str) -> str:
    if not is_currency(value.upper()):
        raise Refused("not_a_currency", value=value)
    return value.upper()


def _locale(value: str) -> str:
    return str(locale_of(_named(value))).replace("_", "-")


def _named(value: str) -> str:
    if not value:
        raise Refused("unknown_preference")
    return value[:LONGEST_NAME]


def _language(value: str) -> str:
    language = language_of(value)
    if not language:
        raise Refused("not_a_language", value=value)
    return language


def _zone(value: str) -> str:
    if value not in _zones():
        raise Refused("not_a_zone", value=value)
    return value


@cache
def _zones() -> frozenset[str]:
    """Kept: reading them from disk takes milliseconds."""
    return frozenset(available_timezones())


def _hours(value: str) -> str:
    if value == OFF:
        return ""
    found = HOURS.fullmatch(value)
    if not found:
        raise Refused("not_hours")
    first_hour, first_minute, last_hour, last_minute = found.groups()
    return f"{int(first_hour):02}:{first_minute}-{int(last_hour):02}:{last_minute}"


def _marks(value: str) -> str:
    marks = sorted({int(mark) for mark in re.findall(r"\d+", value)})
    if not marks or not all(0 < mark <= 200 for mark in marks):
        raise Refused("not_marks")
    return " ".join(map(str, marks))


def _payday(value: str) -> str:
    if not (value.isdecimal() and 1 <= int(value) <= LAST_DAY):
        raise Refused("not_payday")
    return str(int(value))


def _digest(value: str) -> str:
    """With the day and the time that are usual where none are said."""
    found = TIMES.fullmatch(value)
    if value == OFF:
        return ""
    if not found or (found[1] == "daily" and found[2]):
        raise Refused("not_digest")
    rhythm, day, hour, minute = found.groups()
    day = day or ":MO" if rhythm == "weekly" else ""
    return f"{rhythm}{day} {int(hour or 9):02}:{minute or '00'}"


def _review(value: str) -> str:
    if value != OFF and not value.startswith("weekly"):
        raise Refused("not_review")
    try:
        return _digest(value)
    except Refused as refused:
        raise Refused("not_review") from refused


def _daily_alerts(value: str) -> str:
    """0 is no end."""
    if value != OFF and not (value.isdecimal() and int(value) <= MOST_ALERTS):
        raise Refused("not_daily_alerts")
    return "" if value in (OFF, "0") else str(int(value))


def _channel(value: str) -> str:
    if value not in ("telegram", "sms"):
        raise Refused("not_channel")
    return value


def _switch(value: str) -> str:
    if value not in (ON, OFF):
        raise Refused("not_switch")
    return ON if value == ON else ""


CHECKS: dict[str, Callable[[str], str]] = {
    "timezone": _zone,
    "currency": _currency,
    "language": _language,
    "locale": _locale,
    "name": _named,
    "quiet_hours": _hours,
    "alert_thresholds": _marks,
    "payday": _payday,
    "digest": _digest,
    "review": _review,
    "daily_alerts": _daily_alerts,
    "preferred_channel": _channel,
    "sms_fallback": _switch,
}
