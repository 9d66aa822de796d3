"""link_account: one person, two phones; a code told on one and typed on the other."""

import msgspec

from bot.domain.decision import Slots
from bot.domain.errors import Refused
from bot.domain.visit import Visit
from bot.ports.store import Tx
from bot.services.linking import code_to_type_elsewhere, send_code_to_number
from bot.skills.skill import Outcome, read_slots

REFUSALS = {
    "not_a_number": "link.not_a_number",
    "sms_country": "link.country",
    "codes_too_often": "link.too_often",
    "already_linked": "link.already",
    "asker_gone": "link.wrong",
}


class LinkSlots(msgspec.Struct, frozen=True):
    """A phone number to link, or what else somebody may want to link."""

    phone: str | None = None
    email: str | None = None
    provider: str | None = None


class LinkAccount:
    """From Telegram a number gets a code by SMS; by SMS a code is told to be typed in Telegram."""

    name = "link_account"
    takes = LinkSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        wanted = read_slots(slots, LinkSlots)
        if wanted.email:
            return _say(visit, "link.supabase_later")
        if wanted.provider:
            return _say(visit, "link.bank_later")
        try:
            if visit.address.address.channel == "sms":
                return await _from_sms(tx, visit)
            return await _from_elsewhere(tx, visit, wanted.phone)
        except Refused as refusal:
            if refusal.reason not in REFUSALS:
                raise
            return Outcome((visit.voice.line(REFUSALS[refusal.reason], number=(wanted.phone or "")[:20]),))


async def _from_sms(tx: Tx, visit: Visit) -> Outcome:
    if not visit.house.telegram:
        return _say(visit, "link.no_telegram")
    code = await code_to_type_elsewhere(tx, visit)
    name = visit.house.bot_username
    where = f" (https://t.me/{name}?start={code})" if name else ""
    return Outcome(visit.voice.lines("link.type_in_telegram", code=code, bot=where), urgent=True)


async def _from_elsewhere(tx: Tx, visit: Visit, phone: str | None) -> Outcome:
    if not visit.house.sms:
        return _say(visit, "link.no_sms")
    if phone is None:
        return _say(visit, "link.ask_number")
    number = await send_code_to_number(tx, visit, phone)
    return Outcome(visit.voice.lines("link.by_sms", number=number))


def _say(visit: Visit, key: str) -> Outcome:
    return Outcome(visit.voice.lines(key))
