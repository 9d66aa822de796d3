"""Not hearing of a thing for a while: an alert that is put off, a subject left alone, or everything."""

from datetime import datetime

from bot.domain.act import Snoozed
from bot.domain.alert import Alert, KeptAlert
from bot.domain.visit import Visit
from bot.ports.alerts import Mute
from bot.ports.store import Tx
from bot.services.bookkeeping import write_deed
from bot.services.unasked.planning import put
from bot.services.unasked.rule import Planned

EVERYTHING = ""


async def put_off(tx: Tx, visit: Visit, kept: KeptAlert, until: datetime) -> None:
    """Nothing about its subject until then; then it is said once more, as things stand."""
    await silence(tx, visit, [kept.alert.subject], until, again=kept)


async def silence(tx: Tx, visit: Visit, about: list[str], until: datetime, *, again: KeptAlert | None = None) -> None:
    """Nothing about these subjects until then, or about anything; the alert that was put off with it comes again."""
    for each in about:
        await tx.alerts.mute(visit.person_id, Mute(each, until))
    if again:
        await put(tx, visit, f"again:{again.id}", Planned(visit.person.today(until), until))
    await write_deed(tx, visit, Snoozed(about=tuple(about), until=until, again=again.id if again else None))


async def is_silent(tx: Tx, visit: Visit, alert: Alert) -> bool:
    """Whether the person does not want to hear of it now: of its subject, its kind or anything.

    A reminder they set themselves: only what names it keeps it silent.
    """
    about = {alert.kind, alert.subject} if alert.kind == "reminder" else {EVERYTHING, alert.kind, alert.subject}
    return any(mute.about in about for mute in await tx.alerts.mutes(visit.person_id, visit.now))


async def wake(tx: Tx, visit: Visit, deed: Snoozed) -> bool:
    """Takes it back; False when it is over, or another word ended it."""
    silent = {mute.about for mute in await tx.alerts.mutes(visit.person_id, visit.now)}
    if not silent.issuperset(deed.about):
        return False
    for each in deed.about:
        await tx.alerts.mute(visit.person_id, Mute(each, visit.now))
    if deed.again is not None:
        await tx.dues.cancel(visit.person_id, f"again:{deed.again}")
    return True
