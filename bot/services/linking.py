"""One person, two phones: a one-time code told on one of them and typed on the other."""

import secrets
from datetime import timedelta

import msgspec

from bot.domain.act import Merged
from bot.domain.errors import Conflict, Refused
from bot.domain.ids import AddressId, PersonId
from bot.domain.letter import Address
from bot.domain.person import KnownAddress, Person
from bot.domain.phone_number import country_of, e164
from bot.domain.visit import House, Visit
from bot.ports.codes import Grant, NewCode
from bot.ports.outbox import Draft
from bot.ports.people import lane_of
from bot.ports.store import Tx
from bot.services.bookkeeping import write_deed
from bot.services.governing import count_sms
from bot.services.unasked.planning import plan_anew

CODE_LIVES = timedelta(minutes=5)
LATELY, CODES_LATELY = timedelta(minutes=15), 3
A_DAY, CODES_A_DAY = timedelta(days=1), 10


async def send_code_to_number(tx: Tx, visit: Visit, written: str) -> str:
    """Sends a code by SMS to a number; it links when typed at the address it was asked from. Returns the number.

    Whether somebody has that number already is not told. Raises Refused when it may not be sent to.
    """
    number = e164(written)
    _check_country(visit.house, number)
    await _check_rate(tx, visit)
    target = await tx.people.meet(Address("sms", number), visit.now)
    if target.person_id == visit.person_id:
        raise Refused("already_linked")
    await _check_rate_to(tx, visit, target.id)
    code = new_code()
    await tx.codes.issue(
        NewCode(
            purpose="link",
            code=code,
            expires_at=visit.now + CODE_LIVES,
            person_id=visit.person_id,
            typed_at=visit.address.id,
            links=target.id,
        ),
        visit.now,
    )
    if target.state == "open":
        answer = visit.voice.answer("link.code_sms", code=code)
        draft = Draft(address_id=target.id, channel="sms", answer=answer, trace_id=visit.trace_id)
        await count_sms(tx, visit, answer, None)
        await tx.outbox.post(draft, at=visit.now)
    return number


async def code_to_type_elsewhere(tx: Tx, visit: Visit) -> str:
    """A code that links whichever Telegram chat it is typed in to this person."""
    await _check_rate(tx, visit)
    code = new_code()
    expires_at = visit.now + CODE_LIVES
    await tx.codes.issue(
        NewCode(purpose="link", code=code, expires_at=expires_at, person_id=visit.person_id), visit.now
    )
    return code


async def link_address(tx: Tx, visit: Visit, grant: Grant) -> tuple[Person, int]:
    """Makes two addresses one person's, by a right code: the person they are now, and how many bookings came along.

    The one who asked for the code keeps their ledger; the other's comes into it. Raises Refused when they are one
    already, or when nobody can be reached any more as whoever asked.
    """
    asker_id = grant.person_id or visit.person_id
    await tx.people.hold(asker_id)
    other = await _held_other_side(tx, visit, grant)
    asker = await tx.people.person(asker_id)
    if not await tx.people.addresses_of(asker_id):
        raise Refused("asker_gone")
    if other.person_id is None:
        await tx.people.give_address(other.id, asker.id)
        return asker, 0
    if other.person_id == asker.id:
        raise Refused("already_linked")
    moved = await _merge(tx, visit, other.person_id, asker)
    return asker, moved


async def _held_other_side(tx: Tx, visit: Visit, grant: Grant) -> KnownAddress:
    """Neither of the two may act while their ledgers become one."""
    other = await _other_side(tx, visit, grant)
    await tx.people.hold(lane_of(other))
    if await _other_side(tx, visit, grant) != other:
        raise Conflict("the other side changed hands meanwhile")
    return other


async def _other_side(tx: Tx, visit: Visit, grant: Grant) -> KnownAddress:
    if grant.links is None:
        return visit.address
    known, _ = await tx.people.who(grant.links)
    return known


async def _merge(tx: Tx, visit: Visit, leaving_id: PersonId, staying: Person) -> int:
    leaving = await tx.people.person(leaving_id)
    moved = await tx.books.move(leaving.ledger_id, staying.ledger_id)
    await tx.meanings.move(leaving.ledger_id, staying.ledger_id)
    left = await tx.budgets.move(leaving.ledger_id, staying.ledger_id)
    await tx.alerts.move(leaving.id, staying.id)
    await tx.dues.move(leaving.id, staying.id)
    await tx.reminders.move(leaving.id, staying.id)
    await tx.memories.move(leaving.id, staying.id)
    await tx.conversations.forget_of(leaving.id)
    await tx.bills.move(leaving.ledger_id, staying.ledger_id, staying.id)
    await tx.goals.move(leaving.ledger_id, staying.ledger_id, staying.id)
    await tx.people.rehome(leaving.id, staying.id)
    await tx.journal.move(leaving.ledger_id, staying.ledger_id, staying.id)
    stay = msgspec.structs.replace(visit, person=staying)
    await plan_anew(tx, stay)
    deed = Merged(
        ledger_id=leaving.ledger_id,
        budgets_left=tuple(budget.id for budget in left),
        spent_on=tuple(await tx.books.words(staying.ledger_id, "expense")),
        earned_by=tuple(await tx.books.words(staying.ledger_id, "income")),
        meanings=tuple(await tx.meanings.all(staying.ledger_id)),
    )
    await write_deed(tx, stay, deed)
    return moved


def _check_country(house: House, number: str) -> None:
    allowed = house.sms_countries or ((country_of(house.sms_number),) if house.sms_number else ())
    if allowed and country_of(number) not in allowed:
        raise Refused("sms_country")


def new_code() -> str:
    """Six digits, all equally likely."""
    return f"{secrets.randbelow(10**6):06}"


async def _check_rate(tx: Tx, visit: Visit) -> None:
    lately = await tx.codes.issued_since(visit.person_id, visit.now - LATELY)
    today = await tx.codes.issued_since(visit.person_id, visit.now - A_DAY)
    if lately >= CODES_LATELY or today >= CODES_A_DAY:
        raise Refused("codes_too_often")


async def _check_rate_to(tx: Tx, visit: Visit, target: AddressId) -> None:
    """Counted by number too: many askers together must not flood one phone."""
    lately = await tx.codes.sent_to_since(target, visit.now - LATELY)
    today = await tx.codes.sent_to_since(target, visit.now - A_DAY)
    if lately >= CODES_LATELY or today >= CODES_A_DAY:
        raise Refused("codes_too_often")
