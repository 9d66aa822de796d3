"""People and addresses in SQL: an address is sealed, and found by its keyed fingerprint."""

from datetime import datetime

from adapters.sql_store.instants import from_ms, to_ms
from adapters.sql_store.session import Row, Session
from bot.domain.errors import Conflict
from bot.domain.ids import AddressId, LedgerId, PersonId
from bot.domain.letter import Address
from bot.domain.person import DEFAULT_THRESHOLDS, KnownAddress, Person
from bot.kit.keyring import Keyring
from bot.ports.people import Caller, Newcomer


class SqlPeople:
    """Fulfils ``bot.ports.people.People``."""

    def __init__(self, session: Session, keyring: Keyring) -> None:
        self._session = session
        self._keyring = keyring

    async def meet(self, address: Address, at: datetime) -> KnownAddress:
        purpose = f"address {address.channel}"
        prints = self._keyring.fingerprints(purpose, address.value)
        for fingerprint in prints:
            row = await self._session.one("people.address", {"channel": address.channel, "fingerprint": fingerprint})
            if row:
                if fingerprint != prints[0]:
                    await self._reseal(AddressId(row[0]), address, prints[0])
                return self._known(row)
        sealed = self._keyring.seal(address.value.encode())
        values = {"channel": address.channel, "fingerprint": prints[0], "sealed": sealed, "now": to_ms(at)}
        row = await self._session.one("people.meet", values) or await self._session.one("people.address", values)
        assert row is not None
        return self._known_as(address, row)

    async def caller(self, address: Address, at: datetime) -> Caller:
        fingerprint = self._keyring.fingerprint(f"address {address.channel}", address.value)
        values = {"channel": address.channel, "fingerprint": fingerprint}
        row = await self._session.one("people.caller", values)
        if row is None:
            # Never met, or met under an older key.
            await self.meet(address, at)
            row = await self._session.one("people.caller", values)
            assert row is not None
        known = self._known_as(address, row[:6])
        person = _person((known.person_id, *row[6:-1])) if known.person_id is not None else None
        return Caller(known, person, is_asked=bool(row[-1]))

    async def _reseal(self, address_id: AddressId, address: Address, fingerprint: bytes) -> None:
        sealed = self._keyring.seal(address.value.encode())
        await self._session.run(
            "people.refingerprint", {"id": address_id, "fingerprint": fingerprint, "sealed": sealed}
        )

    async def who(self, address_id: AddressId) -> tuple[KnownAddress, Person | None]:
        row = await self._session.one("people.address_by_id", {"id": address_id})
        if row is None:
            raise Conflict("the address is gone")
        known = self._known(row[:6])
        return known, _person((known.person_id, *row[6:])) if known.person_id is not None else None

    async def hold(self, lane: int) -> None:
        await self._session.one("people.hold", {"lane": lane})

    async def person(self, person_id: PersonId) -> Person:
        row = await self._session.one("people.person", {"id": person_id})
        if row is None:
            raise Conflict("the person is gone")
        return _person(row)

    async def everyone(self) -> list[Person]:
        return [_person(row) for row in await self._session.all("people.everyone", {})]

    async def of_ledger(self, ledger_id: LedgerId) -> list[Person]:
        return [_person(row) for row in await self._session.all("people.of_ledger", {"ledger_id": ledger_id})]

    async def addresses_of(self, person_id: PersonId) -> list[KnownAddress]:
        return [self._known(row) for row in await self._session.all("people.addresses_of", {"person_id": person_id})]

    async def add(self, newcomer: Newcomer, at: datetime) -> Person:
        ledger = await self._session.one("people.open_ledger", {"now": to_ms(at)})
        assert ledger is not None
        person = Person(
            id=PersonId(0),
            ledger_id=LedgerId(ledger[0]),
            name=newcomer.name,
            timezone=newcomer.timezone,
            locale=newcomer.locale,
            currency=newcomer.currency,
            language=newcomer.language,
            alert_thresholds=DEFAULT_THRESHOLDS,
        )
        values = {**_columns(person), "ledger_id": person.ledger_id, "now": to_ms(at)}
        row = await self._session.one("people.add_person", values)
        assert row is not None
        return await self.person(PersonId(row[0]))

    async def change(self, person: Person) -> None:
        await self._session.run("people.update_person", {**_columns(person), "id": person.id})

    async def give_address(self, address_id: AddressId, person_id: PersonId) -> None:
        await self._session.run("people.give_address", {"id": address_id, "person_id": person_id})
        await self._change_lanes(-address_id, person_id)

    async def rehome(self, from_person: PersonId, to_person: PersonId) -> None:
        people = {"from_person": from_person, "to_person": to_person}
        await self._session.run("people.rehome", people)
        await self._session.run("codes.change_hands", people)
        await self._change_lanes(from_person, to_person)

    async def _change_lanes(self, from_lane: int, to_lane: int) -> None:
        """A head stays where it is: somebody may be at work on it."""
        await self._session.run("inbox.change_lanes", {"from_lane": from_lane, "to_lane": to_lane})
        await self._session.run("inbox.promote_if_headless", {"lane": to_lane})

    async def set_state(self, address_id: AddressId, state: str) -> None:
        await self._session.run("people.set_state", {"id": address_id, "state": state})

    async def welcomed(self, address_id: AddressId, at: datetime) -> None:
        await self._session.run("people.welcomed", {"id": address_id, "now": to_ms(at)})

    def _known(self, row: Row) -> KnownAddress:
        return self._known_as(Address(row[1], self._keyring.open(row[2]).decode()), row)

    @staticmethod
    def _known_as(address: Address, row: Row) -> KnownAddress:
        row_id, _, _, person_id, state, welcomed_at = row
        return KnownAddress(
            id=AddressId(row_id),
            address=address,
            person_id=None if person_id is None else PersonId(person_id),
            state=state,
            welcomed_at=None if welcomed_at is None else from_ms(welcomed_at),
        )


def _person(row: Row) -> Person:
    row_id, ledger_id, name, timezone, locale, currency, language, quiet_hours, thresholds, payday, *unasked = row
    digest, review, daily_alerts, preferred_channel, sms_fallback = unasked
    return Person(
        id=PersonId(row_id),
        ledger_id=LedgerId(ledger_id),
        name=name,
        timezone=timezone,
        locale=locale,
        currency=currency,
        language=language,
        quiet_hours=quiet_hours,
        alert_thresholds=tuple(int(mark) for mark in thresholds.split()),
        payday=payday,
        digest=digest,
        review=review,
        daily_alerts=daily_alerts,
        preferred_channel=preferred_channel,
        sms_fallback=bool(sms_fallback),
    )


def _columns(person: Person) -> dict[str, str | int | bytes | None]:
    return {
        "name": person.name,
        "timezone": person.timezone,
        "locale": person.locale,
        "currency": person.currency,
        "language": person.language,
        "quiet_hours": person.quiet_hours,
        "alert_thresholds": " ".join(map(str, person.alert_thresholds)),
        "payday": person.payday,
        "digest": person.digest,
        "review": person.review,
        "daily_alerts": person.daily_alerts,
        "preferred_channel": person.preferred_channel,
        "sms_fallback": int(person.sms_fallback),
    }
