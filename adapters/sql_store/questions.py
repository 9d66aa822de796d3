"""Open questions in SQL; the tokens under buttons are kept as keyed fingerprints only."""

from datetime import datetime, timedelta

import msgspec

from adapters.sql_store.instants import to_ms
from adapters.sql_store.session import Row, Session, Value
from bot.domain.ids import AddressId, LetterId, PersonId, QuestionId
from bot.kit.keyring import Keyring
from bot.ports.questions import Asked, OpenQuestion

# A day: long enough to answer after sleep, short enough that "2" next week is not an answer to it.
OPEN_FOR = timedelta(days=1)

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Asked).decode


class SqlQuestions:
    """Fulfils ``bot.ports.questions.Questions``."""

    def __init__(self, session: Session, keyring: Keyring) -> None:
        self._session = session
        self._keyring = keyring

    async def ask(
        self, person_id: PersonId, address_id: AddressId, letter_id: LetterId, asked: Asked, *, at: datetime
    ) -> QuestionId:
        await self.close_at(address_id)
        row = await self._session.one(
            "questions.ask",
            {
                "person_id": person_id,
                "address_id": address_id,
                "letter_id": letter_id,
                "now": to_ms(at),
                "expires_at": to_ms(at + OPEN_FOR),
                "missing": asked.slot,
                "choices": self._keyring.seal(_encode(asked)),
            },
        )
        assert row is not None
        return QuestionId(row[0])

    async def give_tokens(self, question_id: QuestionId, tokens: tuple[str, ...]) -> None:
        for position, token in enumerate(tokens):
            fingerprint = self._keyring.fingerprint("choice", token)
            values: dict[str, Value] = {"fingerprint": fingerprint, "question_id": question_id, "position": position}
            await self._session.run("questions.add_token", values)

    async def open_at(self, person_id: PersonId, address_id: AddressId, at: datetime) -> OpenQuestion | None:
        values: dict[str, Value] = {"person_id": person_id, "address_id": address_id, "now": to_ms(at)}
        row = await self._session.one("questions.open_at", values)
        return self._open(row) if row else None

    async def by_token(
        self, token: str, person_id: PersonId, address_id: AddressId, at: datetime
    ) -> OpenQuestion | None:
        for fingerprint in self._keyring.fingerprints("choice", token):
            values: dict[str, Value] = {
                "fingerprint": fingerprint,
                "person_id": person_id,
                "address_id": address_id,
                "now": to_ms(at),
            }
            row = await self._session.one("questions.by_token", values)
            if row:
                return self._open(row)
        return None

    async def close(self, question_id: QuestionId) -> bool:
        return await self._session.run("questions.close", {"id": question_id}) == 1

    async def close_at(self, address_id: AddressId) -> None:
        await self._session.run("questions.close_open", {"address_id": address_id})

    def _open(self, row: Row) -> OpenQuestion:
        row_id, person_id, sealed, position, message_ref = row
        return OpenQuestion(
            id=QuestionId(row_id),
            person_id=PersonId(person_id),
            asked=_decode(self._keyring.open(sealed)),
            position=position,
            message_ref=message_ref,
        )
