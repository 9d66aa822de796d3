"""Somebody PAM does not know: one polite answer, or the way in."""

from datetime import timedelta

import msgspec

from bot.brain.offline.tongues import language_told
from bot.domain.errors import Refused
from bot.domain.languages import language_of, locale_for, spoken_in
from bot.domain.messages import IncomingMessage
from bot.domain.person import KnownAddress, Person
from bot.domain.visit import House, Visit
from bot.ports.codes import Grant
from bot.ports.people import Newcomer
from bot.ports.store import Tx
from bot.services.linking import link_address
from bot.skills.verify_code import tell_other_phones
from bot.turns.replying import draft_to
from bot.turns.situation import INVITE, CodeTyped, Reading, Situation

# One answer a day is polite; more would let a stranger make PAM talk at the host's cost.
ANSWER_AGAIN_AFTER = timedelta(days=1)


class LetIn(msgspec.Struct, frozen=True):
    """Who a stranger is from now on, and the wording that greets them."""

    person: Person
    greeting: str


async def let_in(tx: Tx, visit: Visit, situation: Situation, reading: Reading) -> LetIn | None:
    """By open sign-up, an invitation or a link code; None when they stay out."""
    if isinstance(reading, CodeTyped):
        code = reading.code.upper().replace("-", "").replace(" ", "")
        came = await _by_code(tx, visit, situation, code)
        if came:
            return came
    if visit.house.signup == "open":
        return LetIn(await welcome(tx, visit, situation), "welcome.hello")
    return None


async def welcome(tx: Tx, visit: Visit, situation: Situation) -> Person:
    person = await tx.people.add(newcomer(visit.house, situation.message), visit.now)
    await tx.people.give_address(situation.known.id, person.id)
    return person


def newcomer(house: House, message: IncomingMessage) -> Newcomer:
    """What a first message tells of somebody: their language by its words, else by their phone, else the house's."""
    told = _language_tag(message)
    return Newcomer(
        timezone=house.timezone,
        locale=locale_for(told, house.locale) if told else house.locale,
        currency=house.currency,
        name=message.sender_name[:60],
        language=language_of(told) or spoken_in(house.locale),
    )


def _language_tag(message: IncomingMessage) -> str:
    told, of_phone = language_told(message.text), language_of(message.language)
    return message.language if of_phone and told in ("", of_phone) else told


async def _by_code(tx: Tx, visit: Visit, situation: Situation, code: str) -> LetIn | None:
    if code.isdigit():
        grant = await tx.codes.redeem("link", code, situation.known.id, visit.now)
        person = await _linked(tx, visit, grant) if grant else None
        return LetIn(person, "link.linked") if person else None
    if visit.house.signup == "closed" or not INVITE.fullmatch(code):
        return None
    invited = await tx.codes.redeem("invite", code, situation.known.id, visit.now)
    return LetIn(await welcome(tx, visit, situation), "welcome.hello") if invited else None


async def _linked(tx: Tx, visit: Visit, grant: Grant) -> Person | None:
    try:
        person, _ = await link_address(tx, visit, grant)
    except Refused:
        return None
    await tell_other_phones(tx, visit, person.id)
    return person


async def answer_stranger(tx: Tx, visit: Visit, known: KnownAddress) -> None:
    """One polite answer with the way in, then silence for a day."""
    if known.state == "stopped" or (known.welcomed_at and visit.now - known.welcomed_at < ANSWER_AGAIN_AFTER):
        return
    key = "welcome.stranger_closed" if visit.house.signup == "closed" else "welcome.stranger_invite"
    await tx.people.welcomed(known.id, visit.now)
    await tx.outbox.post(draft_to(visit, visit.voice.answer(key)), at=visit.now)
