"""What a person may set about themselves."""

import msgspec

from bot.domain.act import PreferenceSet
from bot.domain.errors import Refused
from bot.domain.languages import language_of, locale_for
from bot.domain.person import Person
from bot.domain.preference_values import ON, checked
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.bookkeeping import write_deed
from bot.services.unasked.planning import look_again, plan, plan_anew


async def set_preference(tx: Tx, visit: Visit, key: str, value: str) -> Person:
    """Raises Refused when the key or the value is not one PAM knows; a language brings its way of writing with it."""
    clean = checked(key, value)
    await _check_phones(tx, visit, key, clean)
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
    await follow_preference(tx, visit.of(after), key)
    return after


async def follow_preference(tx: Tx, visit: Visit, key: str) -> None:
    """What the clock has planned follows what is set now, or set back; ``visit`` is by the person as they are."""
    if key in ("digest", "review"):
        await plan(tx, visit, key)
    elif key == "timezone":
        await plan_anew(tx, visit)
    elif key == "quiet_hours":
        await look_again(tx, visit)


def preference(person: Person, key: str) -> str:
    """As it is written; "" where it was never set, or is off."""
    value = getattr(person, key)
    if key == "sms_fallback":
        return ON if value else ""
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")


def with_preference(person: Person, key: str, value: str) -> Person:
    if key == "alert_thresholds":
        return msgspec.structs.replace(person, alert_thresholds=tuple(int(mark) for mark in value.split()))
    if key in ("payday", "daily_alerts"):
        return msgspec.structs.replace(person, **{key: int(value or 0)})
    if key == "sms_fallback":
        return msgspec.structs.replace(person, sms_fallback=value == ON)
    return msgspec.structs.replace(person, **{key: value})


async def _check_phones(tx: Tx, visit: Visit, key: str, value: str) -> None:
    """Nobody is sent anything to a phone that is not theirs yet."""
    wanted = value if key == "preferred_channel" else "sms" if key == "sms_fallback" and value == ON else ""
    if wanted and all(known.address.channel != wanted for known in await tx.people.addresses_of(visit.person_id)):
        raise Refused("no_phone", channel=wanted)
