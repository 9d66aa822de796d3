"""What a person may set about themselves."""

import re
from functools import cache
from zoneinfo import available_timezones

import msgspec

from bot.domain.act import PreferenceSet
from bot.domain.errors import Refused
from bot.domain.languages import language_of, locale_for
from bot.domain.money import is_currency
from bot.domain.money_words import locale_of
from bot.domain.person import Person
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.bookkeeping import write_deed

HOURS = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)-([01]?\d|2[0-3]):([0-5]\d)")
LONGEST_NAME = 60
# Of any month: in a shorter one it is that month's last day.
LAST_DAY = 31


async def set_preference(tx: Tx, visit: Visit, key: str, value: str) -> Person:
    """Raises Refused when the key or the value is not one PAM knows; a language brings its way of writing with it."""
    clean = _checked(key, value)
    before = await tx.people.person(visit.person_id)
    after = with_preference(before, key, clean)
    changed = [key]
    if key == "language" and language_of(before.locale) != clean:
        after = with_preference(after, "locale", locale_for(value.strip(), visit.house.locale))
        changed.append("locale")
    await tx.people.change(after)
    for name in changed:
        deed = PreferenceSet(key=name, before=preference(before, name), after=preference(after, name))
        await write_deed(tx, visit, deed)
    return after


def preference(person: Person, key: str) -> str:
    """As it is written; "" where it was never set."""
    value = getattr(person, key)
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")


def with_preference(person: Person, key: str, value: str) -> Person:
    if key == "alert_thresholds":
        return msgspec.structs.replace(person, alert_thresholds=tuple(int(mark) for mark in value.split()))
    if key == "payday":
        return msgspec.structs.replace(person, payday=int(value or 0))
    return msgspec.structs.replace(person, **{key: value})


def _checked(key: str, value: str) -> str:
    value = value.strip()
    if key == "timezone":
        return _zone(value)
    if key == "currency":
        if not is_currency(value.upper()):
            raise Refused("not_a_currency", value=value)
        return value.upper()
    if key == "quiet_hours":
        return _hours(value)
    if key == "alert_thresholds":
        return _marks(value)
    if key == "payday":
        return _payday(value)
    if key == "language":
        return _language(value)
    if key in ("locale", "name") and value:
        return str(locale_of(value)).replace("_", "-") if key == "locale" else value[:LONGEST_NAME]
    raise Refused("unknown_preference")


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
