"""verify_code: a one-time code typed back."""

import msgspec

from bot.domain.decision import Slots
from bot.domain.errors import Refused
from bot.domain.ids import PersonId
from bot.domain.visit import Visit
from bot.ports.outbox import Draft
from bot.ports.store import Tx
from bot.services.governing import count_sms
from bot.services.linking import link_address
from bot.skills.link_account import REFUSALS
from bot.skills.skill import Outcome, read_slots


class CodeSlots(msgspec.Struct, frozen=True):
    """Digits as they were typed."""

    code: str = ""


class VerifyCode:
    """A right code links; every wrong one gets the same words, whatever is wrong with it."""

    name = "verify_code"
    takes = CodeSlots

    async def perform(self, tx: Tx, visit: Visit, slots: Slots) -> Outcome:
        code = read_slots(slots, CodeSlots).code
        grant = await tx.codes.redeem("link", code, visit.address.id, visit.now)
        if grant is None:
            return Outcome((visit.voice.line("link.wrong"),))
        try:
            person, moved = await link_address(tx, visit, grant)
        except Refused as refusal:
            return Outcome((visit.voice.line(REFUSALS[refusal.reason]),))
        await tell_other_phones(tx, visit, person.id)
        if moved == 1:
            return Outcome((visit.voice.line("link.merged_one"),))
        if moved:
            return Outcome((visit.voice.line("link.merged", count=moved),))
        return Outcome((visit.voice.line("link.linked"),))


async def tell_other_phones(tx: Tx, visit: Visit, person_id: PersonId) -> None:
    """A change of who may speak for a person is told on all their other phones."""
    channel = visit.voice.text(f"link.{visit.address.address.channel}")
    for known in await tx.people.addresses_of(person_id):
        if known.id != visit.address.id and known.state == "open":
            answer = visit.voice.answer("link.told_other", channel=channel)
            draft = Draft(address_id=known.id, channel=known.address.channel, answer=answer, trace_id=visit.trace_id)
            if draft.channel == "sms":
                await count_sms(tx, visit, answer, None)
            await tx.outbox.post(draft, at=visit.now)
