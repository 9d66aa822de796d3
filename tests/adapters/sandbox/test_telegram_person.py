"""What a person does in Telegram, as the bot is told of it."""

from collections import Counter

import pytest
from telegram import Bot, Update

from adapters.sandbox.faults import Fault
from adapters.sandbox.people import ANN, Person
from adapters.sandbox.telegram_person import TooLong
from tests.adapters.sandbox.conftest import Served
from tests.adapters.sandbox.house import until

BEN = Person(id=2002, first_name="Ben", language_code="de")


def heard(served: Served, bot: Bot) -> list[Update]:
    """The updates the house was told, as the real library reads them."""
    return [Update.de_json(told.update, bot) for told in served.house.told]


def texts(served: Served, bot: Bot) -> list[str | None]:
    messages = [update.effective_message for update in heard(served, bot)]
    return [message.text if message else None for message in messages]


async def test_what_is_said_arrives_with_the_secret(served: Served, bot: Bot) -> None:
    served.point()
    update_id = served.street.telegram.say("coffee 4.50")
    await served.street.settled()
    [told] = served.house.told
    assert told.path == "/telegram/webhook"
    assert told.headers["x-telegram-bot-api-secret-token"] == served.street.keys.webhook_secret
    assert told.headers["content-type"] == "application/json"
    [update] = heard(served, bot)
    assert update.message is not None
    assert (update.update_id, update.message.text) == (update_id, "coffee 4.50")
    assert update.message.from_user == update.effective_user
    assert update.message.chat.id == ANN.id


async def test_the_bots_own_webhook_and_kinds_win(served: Served, bot: Bot) -> None:
    served.point()
    await bot.set_webhook(f"{served.house_url}/hook", secret_token="mine", allowed_updates=["message"])
    served.street.telegram.say("one")
    [message] = served.street.telegram.messages()
    served.street.telegram.edit(message.id, "two")
    await served.street.settled()
    assert [(told.path, told.headers["x-telegram-bot-api-secret-token"]) for told in served.house.told] == [
        ("/hook", "mine")
    ]


async def test_an_update_is_repeated_until_it_is_taken(served: Served, bot: Bot) -> None:
    served.house.statuses.extend([503, 500, 404])
    served.point()
    served.street.telegram.say("one")
    served.street.telegram.say("two")
    await served.street.settled()
    assert texts(served, bot) == ["one", "one", "one", "one", "two"]
    info = await bot.get_webhook_info()
    assert (info.last_error_message, info.pending_update_count) == (
        "Wrong response from the webhook: 404 Not Found",
        0,
    )


async def test_updates_wait_for_a_house_that_is_not_there_yet(served: Served, bot: Bot) -> None:
    served.street.point_at("http://127.0.0.1:9")
    served.street.telegram.say("early")
    await until(lambda: bool(served.street.journal.webhooks("Telegram")))
    assert (await bot.get_webhook_info()).pending_update_count == 1
    served.point()
    await served.street.settled()
    assert texts(served, bot) == ["early"]


async def test_what_waited_for_a_poller_goes_to_the_webhook(served: Served, bot: Bot) -> None:
    served.street.telegram.say("one")
    served.street.telegram.say("two")
    served.point()
    await served.street.settled()
    assert texts(served, bot) == ["one", "two"]


async def test_waiting_updates_can_be_dropped(served: Served, bot: Bot) -> None:
    served.street.telegram.say("old")
    await bot.set_webhook(f"{served.house_url}/hook", drop_pending_updates=True)
    await served.street.settled()
    assert served.house.told == []


async def test_one_chat_is_in_order_while_others_go_on(served: Served, bot: Bot) -> None:
    served.point()
    for number in range(5):
        served.street.telegram.say(f"ann {number}", ANN)
        served.street.telegram.say(f"ben {number}", BEN)
    await served.street.settled()
    said = texts(served, bot)
    assert [text for text in said if text and "ann" in text] == [f"ann {n}" for n in range(5)]
    assert [text for text in said if text and "ben" in text] == [f"ben {n}" for n in range(5)]
    assert served.house.most_at_once == 2


async def test_no_more_at_once_than_the_bot_asked_for(served: Served, bot: Bot) -> None:
    await bot.set_webhook(f"{served.house_url}/hook", max_connections=2)
    for number in range(8):
        served.street.telegram.say("hello", Person(id=3000 + number, first_name="Somebody"))
    await served.street.settled()
    assert (len(served.house.told), served.house.most_at_once) == (8, 2)


async def test_repeat_delivers_everything_twice_at_the_same_moment(served: Served) -> None:
    served.point()
    served.street.faults.add("Telegram", Fault("repeat"))
    served.street.telegram.say("one")
    served.street.telegram.say("two")
    await served.street.settled()
    counts = Counter(str(told.update["update_id"]) for told in served.house.told)
    assert list(counts.values()) == [2, 2]
    assert served.house.most_at_once == 2


async def test_reorder_brings_the_newest_first(served: Served, bot: Bot) -> None:
    served.street.faults.add("Telegram", Fault("reorder", times=1))
    for text in ("one", "two", "three"):
        served.street.telegram.say(text)
    served.point()
    await served.street.settled()
    assert texts(served, bot) == ["three", "one", "two"]


async def test_only_an_own_contact_carries_the_senders_id(served: Served, bot: Bot) -> None:
    served.point()
    served.street.telegram.share_contact("+14155550123", own=True)
    served.street.telegram.share_contact("+14155550199", own=False)
    await served.street.settled()
    contacts = [update.message.contact for update in heard(served, bot) if update.message]
    assert [contact and (contact.phone_number, contact.user_id) for contact in contacts] == [
        ("14155550123", ANN.id),
        ("14155550199", None),
    ]


async def test_an_edit_is_an_edited_message(served: Served, bot: Bot) -> None:
    served.point()
    served.street.telegram.say("coffee 4.50")
    [message] = served.street.telegram.messages()
    served.street.telegram.edit(message.id, "coffee 5.40")
    await served.street.settled()
    edited = heard(served, bot)[-1].edited_message
    assert edited is not None
    assert (edited.message_id, edited.text) == (message.id, "coffee 5.40")


async def test_a_command_is_marked_as_one(served: Served, bot: Bot) -> None:
    served.point()
    served.street.telegram.say("/start CODE-1")
    await served.street.settled()
    [update] = heard(served, bot)
    assert update.message is not None
    assert list(update.message.parse_entities().values()) == ["/start"]


async def test_blocking_tells_the_bot(served: Served, bot: Bot) -> None:
    served.point()
    served.street.telegram.block()
    await served.street.settled()
    [update] = heard(served, bot)
    assert update.my_chat_member is not None
    assert update.my_chat_member.new_chat_member.status == "kicked"


async def test_a_group_is_a_chat_of_its_own(served: Served, bot: Bot) -> None:
    served.point()
    served.street.telegram.open_group(-77, "Household")
    served.street.telegram.say("milk 2.10", ANN, chat_id=-77)
    await served.street.settled()
    [update] = heard(served, bot)
    assert update.effective_chat is not None
    assert (update.effective_chat.id, update.effective_chat.type) == (-77, "group")


async def test_a_crafted_update_is_sent_as_it_is(served: Served) -> None:
    served.point()
    served.street.telegram.send_crafted("message", {"message_id": "x"}, chat_id=5)
    await served.street.settled()
    assert served.house.told[0].update["message"] == {"message_id": "x"}


async def test_a_new_street_never_repeats_an_id(served: Served) -> None:
    assert served.street.telegram.say("one") > served.street.now()


@pytest.mark.parametrize("text", ["", "  ", "x" * 4097])
async def test_the_app_does_not_send_nothing_or_too_much(served: Served, text: str) -> None:
    with pytest.raises(TooLong):
        served.street.telegram.say(text)


async def test_nobody_taps_a_message_that_is_gone(served: Served) -> None:
    with pytest.raises(LookupError):
        served.street.telegram.tap(1, "t1")
