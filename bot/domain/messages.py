"""What arrives from a person, in PAM's words, whatever door it came through."""

import msgspec

from bot.domain.attachment import Attachment
from bot.domain.letter import Address


class Tap(msgspec.Struct, frozen=True):
    """A button was pressed: its token, the channel's id of the message it stood under, and the tap's own id."""

    token: str
    message_ref: str
    tap_id: str


class Contact(msgspec.Struct, frozen=True):
    """A shared contact; ``own`` only when the channel vouches that it is the sender's own number."""

    phone: str
    own: bool


class IncomingMessage(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One message from one person.

    source, external_id   who delivered it and the deliverer's id: the pair is kept once
    proof                 the delivery's signature, kept once too (a captured request cannot be re-split)
    sender                where it came from and where the answer goes
    text                  as written, at most 4,096 characters, card numbers already masked
    is_forwarded          somebody else wrote it: what it would change is asked about first
    attachment            a picture or a voice note that ``text`` stands under
    """

    source: str
    external_id: str
    sender: Address
    text: str = ""
    proof: str | None = None
    tap: Tap | None = None
    contact: Contact | None = None
    ref: str | None = None
    sender_name: str = ""
    language: str = ""
    card_masked: bool = False
    is_forwarded: bool = False
    attachment: Attachment | None = None


class DeliveryReport(msgspec.Struct, frozen=True, kw_only=True):
    """What a channel says later of a message it took. ``status``: sent, delivered, undelivered or failed."""

    source: str
    external_id: str
    status: str
    error_code: str | None = None
