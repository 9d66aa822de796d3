"""What leaves the house: a letter to one address, kept in the outbox until a channel took it."""

from typing import Literal

import msgspec

from bot.domain.answer import Answer

LetterKind = Literal["message", "edit", "tap_answer", "delete"]


class Address(msgspec.Struct, frozen=True):
    """Where a person can be reached: ``sms`` with an E.164 number, ``telegram`` with a chat id, ``console``."""

    channel: str
    value: str


class Taken(msgspec.Struct, frozen=True):
    """Words that a channel took, under its own id."""

    external_id: str
    text: str


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """One thing for one channel to do.

    message     say ``answer``
    edit        replace the message ``ref`` (the channel's own message id) by ``answer``
    tap_answer  close the waiting state of the button tap ``ref`` (a callback id), with ``answer`` as a short notice
    delete      remove the message ``ref`` that the person sent, where the channel allows it

    ``taken``: what the channel took for this address by an earlier try and nobody noted; its words are not sent again.
    """

    id: int
    address: Address
    kind: LetterKind
    answer: Answer
    ref: str | None = None
    attempt: int = 1
    trace_id: str = ""
    taken: tuple[Taken, ...] = ()


class Receipt(msgspec.Struct, frozen=True):
    """The channel took it. ``external_id`` is the channel's id of the message, None where there is none."""

    external_id: str | None = None
