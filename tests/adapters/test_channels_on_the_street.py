"""The channels against the pretend vendors: what a person's phones show, and what happens when a vendor breaks."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from msgspec.structs import replace

from adapters.sandbox.faults import Fault, Vendor
from adapters.sandbox.keys import sandbox_keys
from adapters.sandbox.people import ANN, ANN_NUMBER, Person
from adapters.sandbox.street import Street
from adapters.system_clock import SystemClock
from adapters.telegram_channel import TelegramChannel
from adapters.twilio_channel import TwilioAccount, TwilioChannel
from bot.domain.answer import Answer, Button, Span
from bot.domain.errors import Rejected, Unavailable
from bot.domain.letter import Address, Letter, Receipt
from tests.adapters.letters import ANNS_NUMBER, letter, sms

ANNS_CHAT = Address("telegram", str(ANN.id))
BOOKED = Answer(
    lines=((Span("$4.50", strong=True), Span(" café & cake.")),),
    buttons=(Button("undo", "t0ken"),),
    how_to_choose="Reply 1.",
)


@dataclass
class Outside:
    """The street, and PAM's two channels to it."""

    street: Street
    telegram: TelegramChannel
    sms: TwilioChannel

    def seen_in_telegram(self) -> list[str]:
        return [message.content.text for message in self.street.telegram.messages()]

    def seen_by_sms(self) -> list[str]:
        return [message.body for message in self.street.sms.messages()]


@pytest.fixture
async def outside() -> AsyncGenerator[Outside]:
    keys = sandbox_keys()
    street = Street(keys, SystemClock().now)
    street.telegram.open(ANN)
    async with street.serve() as url:
        account = TwilioAccount(keys.account_sid, keys.auth_token, keys.phone_number, api_url=url)
        telegram, sms_channel = TelegramChannel(keys.bot_token, url, deadline_s=2), TwilioChannel(account, deadline_s=2)
        await sms_channel.warm_up()
        yield Outside(street, telegram, sms_channel)
        await telegram.close()
        await sms_channel.close()


def to_ann(words: Answer | str) -> Letter:
    return letter(words, to=ANNS_CHAT)


async def test_a_telegram_message_shows_its_words_and_buttons(outside: Outside) -> None:
    receipt = await outside.telegram.send(to_ann(BOOKED))

    (message,) = outside.street.telegram.messages()
    assert receipt == Receipt(str(message.id))
    assert message.content.text == "$4.50 café & cake."
    assert message.keyboard is not None


async def test_an_edit_shows_in_place_and_the_same_edit_again_is_done(outside: Outside) -> None:
    said = await outside.telegram.send(to_ann(BOOKED))
    undo = letter("Undone.", "edit", said.external_id, ANNS_CHAT)

    assert await outside.telegram.send(undo) == said
    assert await outside.telegram.send(undo) == said
    assert outside.seen_in_telegram() == ["Undone."]
    assert outside.street.telegram.messages()[0].keyboard is None


async def test_a_deleted_message_is_gone_and_deleting_it_again_is_done(outside: Outside) -> None:
    outside.street.telegram.say("my code is 123456")
    (message,) = outside.street.telegram.messages()
    remove = letter("", "delete", str(message.id), ANNS_CHAT)

    await outside.telegram.send(remove)
    await outside.telegram.send(remove)

    assert outside.seen_in_telegram() == []


async def test_who_blocked_the_bot_is_blocked_and_so_is_a_chat_that_never_was(outside: Outside) -> None:
    outside.street.telegram.block(ANN)

    for address in (ANNS_CHAT, Address("telegram", "99")):
        with pytest.raises(Rejected) as no:
            await outside.telegram.send(letter(to=address))
        assert no.value.reason == "blocked"


async def test_the_bot_tells_its_name_and_typing_is_taken(outside: Outside) -> None:
    assert await outside.telegram.username() == "pam_sandbox_bot"
    await outside.telegram.show_typing(ANNS_CHAT)


async def test_a_burst_of_messages_keeps_every_limit_of_telegram(outside: Outside) -> None:
    outside.street.limits.enforced = True
    chats = [Person(number, "Somebody") for number in range(1, 13)]
    for person in chats:
        outside.street.telegram.open(person)
    sent = [letter(f"alert {n}", to=Address("telegram", str(person.id))) for n in range(4) for person in chats]

    await asyncio.gather(*map(outside.telegram.send, sent))

    assert outside.street.limits.violations == 0
    for person in chats:
        texts = [message.content.text for message in outside.street.telegram.messages(person)]
        assert texts == [f"alert {n}" for n in range(4)]


async def test_nothing_goes_out_during_a_halt_and_all_is_delivered_after_it(outside: Outside) -> None:
    outside.street.limits.enforced = True
    outside.street.limits.halt(1)
    with pytest.raises(Unavailable) as later:
        await outside.telegram.send(to_ann("refused"))
    assert outside.street.limits.violations == 1

    await asyncio.gather(*[outside.telegram.send(to_ann(f"after {number}")) for number in range(3)])

    assert later.value.retry_after_s == 1
    assert outside.street.limits.violations == 1
    assert outside.seen_in_telegram() == ["after 0", "after 1", "after 2"]


async def test_an_sms_arrives_in_one_segment(outside: Outside) -> None:
    receipt = await outside.sms.send(sms(BOOKED))

    (message,) = outside.street.sms.messages()
    assert (receipt.external_id, message.segments) == (message.sid, 1)
    assert outside.seen_by_sms() == ["$4.50 café & cake.\n1 undo. Reply 1."]


async def test_a_number_that_said_stop_is_opted_out(outside: Outside) -> None:
    outside.street.sms.say("STOP")

    with pytest.raises(Rejected) as no:
        await outside.sms.send(sms())
    assert no.value.reason == "opted_out"


async def test_an_sms_whose_answer_was_lost_is_recalled_and_not_sent_again(outside: Outside) -> None:
    since = SystemClock().now() - timedelta(seconds=1)
    outside.street.faults.add("Twilio", Fault("drop", times=1))
    with pytest.raises(Unavailable):
        await outside.sms.send(sms("x"))
    taken = tuple(await outside.sms.recall(ANNS_NUMBER, since))

    receipt = await outside.sms.send(replace(sms("x"), attempt=2, taken=taken))

    (message,) = outside.street.sms.messages()
    assert (receipt.external_id, message.body) == (message.sid, "x")


@pytest.mark.parametrize("code", [21211, 21614, 21408])
async def test_a_number_that_cannot_get_sms_is_a_bad_address(outside: Outside, code: int) -> None:
    outside.street.sms.trouble(ANN_NUMBER, code)

    with pytest.raises(Rejected) as no:
        await outside.sms.send(sms())
    assert no.value.reason == "bad_address"


@pytest.mark.parametrize("vendor", ["Telegram", "Twilio"])
@pytest.mark.parametrize(
    ("fault", "retry_after_s"),
    [
        (Fault("error", times=1, status=500), None),
        (Fault("limit", times=1, retry_after_s=1), 1),
        (Fault("drop", times=1), None),
        (Fault("down", times=1), None),
        (Fault("slow", times=1, seconds=60), None),
    ],
)
async def test_a_broken_vendor_is_unavailable_and_the_next_letter_passes(
    outside: Outside, vendor: Vendor, fault: Fault, retry_after_s: float | None
) -> None:
    outside.street.faults.add(vendor, fault)
    channel, sent = (outside.telegram, to_ann("x")) if vendor == "Telegram" else (outside.sms, sms("x"))

    with pytest.raises(Unavailable) as later:
        await channel.send(sent)
    await channel.send(sent)

    assert later.value.retry_after_s == retry_after_s
