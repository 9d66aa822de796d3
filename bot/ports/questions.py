"""The need to remember what was asked, so that a tap, a number or a word can answer it."""

from datetime import datetime
from typing import Protocol

import msgspec

from bot.domain.decision import Choice, SkillCall
from bot.domain.ids import AddressId, LetterId, PersonId, QuestionId


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A question on its way out. ``missing`` are the calls that wait for a value, ``slot`` names it.

    ``then`` ask what else the same message left open, once this is answered.
    """

    choices: tuple[Choice, ...] = ()
    missing: tuple[SkillCall, ...] = ()
    slot: str = ""
    then: tuple[SkillCall, ...] = ()


class OpenQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A question that still waits; ``position`` and ``message_ref`` only when it was found by a button's token."""

    id: QuestionId
    person_id: PersonId
    asked: Asked
    position: int | None = None
    message_ref: str | None = None


class Questions(Protocol):
    """At most one open question an address: a newer one closes the older."""

    async def ask(
        self, person_id: PersonId, address_id: AddressId, letter_id: LetterId, asked: Asked, *, at: datetime
    ) -> QuestionId: ...

    async def give_tokens(self, question_id: QuestionId, tokens: tuple[str, ...]) -> None:
        """Binds one token to each choice, in order; only a keyed fingerprint is kept."""
        ...

    async def open_at(self, person_id: PersonId, address_id: AddressId, at: datetime) -> OpenQuestion | None: ...

    async def by_token(
        self, token: str, person_id: PersonId, address_id: AddressId, at: datetime
    ) -> OpenQuestion | None:
        """Only for the person and address it was asked of; answered once, it is gone."""
        ...

    async def close(self, question_id: QuestionId) -> bool:
        """True for the one that closed it."""
        ...

    async def close_at(self, address_id: AddressId) -> None: ...
