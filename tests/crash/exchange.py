"""PAM in this process, talking through her real channels to the pretend vendors; only the clock is in our hands."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from adapters.sandbox.people import ANN, ANN_NUMBER
from adapters.sandbox.street import Street
from adapters.telegram_channel import TelegramChannel
from adapters.twilio_channel import TwilioAccount, TwilioChannel
from bot.domain.letter import Address
from bot.domain.messages import IncomingMessage
from bot.domain.visit import House
from bot.pam import Pam, build_pam
from bot.ports.clock import Clock
from tests.crash.town import Town
from tests.kept import fresh_store

ANN_TELEGRAM = Address("telegram", str(ANN.id))
ANN_SMS = Address("sms", ANN_NUMBER)

# A vendor's answer is waited for as long; the street's are there at once, but for those it holds back.
DEADLINE_S = 1.0


@dataclass
class Exchange:
    """What is said is kept; ``settle`` has it answered as far as the vendors let her."""

    pam: Pam
    street: Street
    _said: int = field(default=0)

    async def say(self, sender: Address, text: str) -> None:
        self._said += 1
        await self.pam.messages.accept(
            IncomingMessage(source=sender.channel, external_id=str(self._said), sender=sender, text=text)
        )

    async def settle(self) -> None:
        await self.pam.settle()

    def calls(self, sender: Address) -> list[int]:
        """How each try to answer there was taken by the vendor; 0 is no answer at all. Twilio is asked and told."""
        vendor, what = ("Telegram", "sendMessage") if sender.channel == "telegram" else ("Twilio", "")
        return [entry.status for entry in self.street.journal.calls(vendor, what)]

    def shown(self, address: Address) -> list[str]:
        """PAM's words on the phone there."""
        if address.channel == "telegram":
            return [message.content.text for message in self.street.telegram.messages(ANN) if message.from_bot]
        return [sms.body for sms in self.street.sms.messages(address.value) if sms.direction != "inbound"]


@asynccontextmanager
async def an_exchange(folder: Path, town: Town, clock: Clock) -> AsyncGenerator[Exchange]:
    keys = town.street.keys
    account = TwilioAccount(keys.account_sid, keys.auth_token, keys.phone_number, api_url=town.url)
    sms = TwilioChannel(account, DEADLINE_S)
    await sms.warm_up()
    channels = {"telegram": TelegramChannel(keys.bot_token, town.url, deadline_s=DEADLINE_S), "sms": sms}
    town.street.telegram.open(ANN)
    store = fresh_store(folder)
    pam = build_pam(store, clock, channels, House(signup="open", sms=True, telegram=True, daily_sms=0))
    try:
        yield Exchange(pam, town.street)
    finally:
        await store.close()
        for channel in channels.values():
            await channel.close()
