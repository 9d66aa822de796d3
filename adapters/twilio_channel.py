"""The door out to SMS: letters become messages of Twilio's REST API."""

import asyncio
import importlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from adapters.guard import Guard, part_way
from adapters.twilio_rendering import sms_texts
from bot.domain.letter import Address, Letter, Receipt, Taken

TWILIO = "https://api.twilio.com"


@dataclass(frozen=True, slots=True)
class TwilioAccount:
    """``sender`` is a number in E.164 or a messaging service (MG…); without ``public_url`` no status is reported.

    ``api_url`` is scheme, host and port; Twilio's own paths follow.
    """

    account_sid: str
    auth_token: str = field(repr=False)
    sender: str
    public_url: str = ""
    api_url: str = TWILIO

    @property
    def sender_fields(self) -> dict[str, str]:
        return {"messaging_service_sid" if self.sender.startswith("MG") else "from_": self.sender}


class Messages(Protocol):
    """What the channel asks of the SDK."""

    async def create(self, to: str, body: str) -> str | None: ...

    async def sent_to(self, to: str, since: datetime) -> list[Taken]: ...

    async def close(self) -> None: ...


class TwilioChannel:
    """Fulfils ``bot.ports.channel.RecallingChannel``.

    The SDK is imported by the first message, or before it by ``warm_up``. An SMS cannot be edited, so an edit is said
    anew; there is no tap to answer and nothing to delete. A long answer goes in several messages, and the receipt is of
    the last.
    """

    name = "sms"

    def __init__(self, account: TwilioAccount, deadline_s: float = 10.0) -> None:
        self._account = account
        self._deadline_s = deadline_s
        self.guard = Guard("Twilio", deadline_s)
        self._messages: Messages | None = None

    async def send(self, letter: Letter) -> Receipt:
        if letter.kind in ("tap_answer", "delete"):
            return Receipt()
        messages = self._messages or self._built()
        taken = list(letter.taken)
        sid = None
        for text in sms_texts(letter.answer):
            before = next((each for each in taken if each.text == text), None)
            if before:
                taken.remove(before)
                sid = before.external_id
            else:
                with part_way(begun=sid is not None):
                    sid = await self.guard.call(lambda body=text: messages.create(letter.address.value, body))
        return Receipt(sid)

    async def recall(self, address: Address, since: datetime) -> list[Taken]:
        messages = self._messages or self._built()
        return await self.guard.call(lambda: messages.sent_to(address.value, since))

    async def show_typing(self, address: Address) -> None:
        """SMS knows no such sign."""

    async def warm_up(self) -> None:
        """Imports the SDK in a thread, so that no message waits for it."""
        await asyncio.to_thread(importlib.import_module, "adapters.twilio_http")
        self._built()

    async def close(self) -> None:
        if self._messages is not None:
            await self._messages.close()
            self._messages = None

    def _built(self) -> Messages:
        from adapters.twilio_http import TwilioMessages

        account = self._account
        fields = account.sender_fields
        if account.public_url:
            fields["status_callback"] = f"{account.public_url}/sms/status"
        if self._messages is None:
            self._messages = TwilioMessages(
                (account.account_sid, account.auth_token), fields, account.api_url, self._deadline_s
            )
        return self._messages
