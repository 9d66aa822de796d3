"""The real Bot of python-telegram-bot against the pretend Bot API."""

import asyncio
import re

import aiohttp
import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    Update,
)
from telegram.constants import ChatAction, MessageEntityType, ParseMode
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken

from adapters.sandbox.people import ANN
from tests.adapters.sandbox.conftest import Served
from tests.adapters.sandbox.hands import Hands
from tests.adapters.sandbox.house import until

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (640).to_bytes(4) + (320).to_bytes(4) + b"\r\n--\r\n\x00\xff"
UNDO = InlineKeyboardMarkup([[InlineKeyboardButton("Undo", callback_data="t1")]])


@pytest.fixture(autouse=True)
def ann_has_said_hello(served: Served) -> None:
    served.street.telegram.open(ANN)


async def test_the_bot_knows_itself(bot: Bot) -> None:
    assert bot.username == "pam_sandbox_bot"
    assert bot.bot.is_bot


async def test_a_message_comes_back_as_it_stands_in_the_chat(bot: Bot, hands: Hands) -> None:
    message = await bot.send_message(ANN.id, "<b>$45.30</b> a &lt; b", parse_mode=ParseMode.HTML, reply_markup=UNDO)
    assert message.text == "$45.30 a < b"
    assert [(e.type, e.offset, e.length) for e in message.entities] == [(MessageEntityType.BOLD, 0, 6)]
    assert message.reply_markup == UNDO
    assert message.date == hands.now()
    assert (message.chat.id, message.chat.type, message.from_user and message.from_user.is_bot) == (
        1001,
        "private",
        True,
    )


async def test_message_ids_grow(bot: Bot) -> None:
    first, second = await bot.send_message(ANN.id, "1"), await bot.send_message(ANN.id, "2")
    assert second.message_id == first.message_id + 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "message text is empty"),
        (" \n ", "message text is empty"),
        ("x" * 4097, "message is too long"),
        ("\U0001f600" * 2049, "message is too long"),
        ("<font>x</font>", "can't parse entities: unsupported start tag"),
        ("<b>x", "can't parse entities: can't find end tag"),
        ("<b><i>x</b></i>", "can't parse entities: unmatched end tag"),
        ("x</b>", "can't parse entities: unexpected end tag"),
        ("1 < 2", "can't parse entities: unclosed start tag"),
    ],
)
async def test_words_telegram_would_not_take_are_refused(bot: Bot, text: str, why: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){re.escape(why)}"):
        await bot.send_message(ANN.id, text, parse_mode=ParseMode.HTML)


async def test_length_is_counted_after_the_tags_are_read(bot: Bot) -> None:
    message = await bot.send_message(ANN.id, f"<b>{'x' * 4096}</b>", parse_mode=ParseMode.HTML)
    assert message.text == "x" * 4096


async def test_a_chat_nobody_opened_is_not_found(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(4242, "hello")


async def test_a_person_who_blocked_the_bot_is_not_reached_until_they_unblock(bot: Bot, served: Served) -> None:
    served.street.telegram.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ANN.id, "hello")
    served.street.telegram.block(blocked=False)
    assert (await bot.send_message(ANN.id, "hello")).text == "hello"


@pytest.mark.parametrize(("data", "fits"), [("x" * 64, True), ("x" * 65, False), ("é" * 33, False)])
async def test_a_button_carries_at_most_64_bytes(bot: Bot, data: str, fits: bool) -> None:  # noqa: FBT001
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Undo", callback_data=data)]])
    if fits:
        assert (await bot.send_message(ANN.id, "x", reply_markup=markup)).reply_markup == markup
        return
    with pytest.raises(BadRequest, match=r"(?i)button_data_invalid"):
        await bot.send_message(ANN.id, "x", reply_markup=markup)


async def test_a_reply_keyboard_is_taken_and_not_repeated(bot: Bot) -> None:
    ask = ReplyKeyboardMarkup([[KeyboardButton("Share my number", request_contact=True)]], one_time_keyboard=True)
    assert (await bot.send_message(ANN.id, "Who are you?", reply_markup=ask)).reply_markup is None


async def test_an_unknown_parameter_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="unknown field `colour`"):
        await bot.send_message(ANN.id, "x", api_kwargs={"colour": "red"})


async def test_an_edit_replaces_words_and_buttons(bot: Bot, served: Served) -> None:
    message = await bot.send_message(ANN.id, "before", reply_markup=UNDO)
    edited = await bot.edit_message_text("after", ANN.id, message.message_id)
    assert not isinstance(edited, bool)
    assert (edited.text, edited.reply_markup, edited.edit_date is not None) == ("after", None, True)
    assert [m.content.text for m in served.street.telegram.messages()] == ["after"]


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot) -> None:
    message = await bot.send_message(ANN.id, "same", reply_markup=UNDO)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("same", ANN.id, message.message_id, reply_markup=UNDO)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(ANN.id, message.message_id, reply_markup=UNDO)


async def test_buttons_can_be_taken_away_alone(bot: Bot) -> None:
    message = await bot.send_message(ANN.id, "same", reply_markup=UNDO)
    edited = await bot.edit_message_reply_markup(ANN.id, message.message_id)
    assert not isinstance(edited, bool)
    assert (edited.text, edited.reply_markup) == ("same", None)


async def test_a_bot_edits_only_its_own_messages(bot: Bot, served: Served) -> None:
    served.street.telegram.say("mine")
    [mine] = served.street.telegram.messages()
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("yours", ANN.id, mine.id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", ANN.id, 1)


async def test_a_bot_takes_away_the_persons_message_too(bot: Bot, served: Served) -> None:
    served.street.telegram.say("4242 4242 4242 4242")
    [secret] = served.street.telegram.messages()
    assert await bot.delete_message(ANN.id, secret.id)
    assert served.street.telegram.messages() == []
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(ANN.id, secret.id)


async def test_a_tap_is_answered_once(bot: Bot, served: Served) -> None:
    message = await bot.send_message(ANN.id, "x", reply_markup=UNDO)
    served.street.telegram.tap(message.message_id, "t1")
    [update] = await bot.get_updates()
    assert update.callback_query is not None
    assert (update.callback_query.data, update.callback_query.from_user.id) == ("t1", ANN.id)
    assert update.callback_query.message is not None
    assert update.callback_query.message.message_id == message.message_id
    assert await update.callback_query.answer("Undone")
    with pytest.raises(BadRequest, match="Query is too old"):
        await update.callback_query.answer()


async def test_typing_and_drafts_are_taken_and_passed_on(bot: Bot, served: Served) -> None:
    with served.street.feed.listening() as (past, live):
        assert await bot.send_chat_action(ANN.id, ChatAction.TYPING)
        for words in ("", "<i>Thin"):
            assert await bot.send_message_draft(ANN.id, 7, words, parse_mode=None)
        passed = [live.get_nowait() or {} for _ in range(3)]
    assert past == list(served.street.feed.history)
    assert [(event["kind"], event.get("id"), event.get("html")) for event in passed] == [
        ("typing", None, None),
        ("draft", "draft-7", "Thinking…"),
        ("draft", "draft-7", "&lt;i&gt;Thin"),
    ]
    with pytest.raises(BadRequest, match=r"(?i)wrong parameter action"):
        await bot.send_chat_action(ANN.id, "dancing")


async def test_a_picture_is_measured_and_can_be_fetched_again(bot: Bot) -> None:
    message = await bot.send_photo(ANN.id, PNG, caption="<b>March</b>", parse_mode=ParseMode.HTML, reply_markup=UNDO)
    [photo] = message.photo
    assert (photo.width, photo.height, message.caption, message.text) == (640, 320, "March", None)
    file = await bot.get_file(photo.file_id)
    assert bytes(await file.download_as_bytearray()) == PNG
    with pytest.raises(BadRequest, match=r"(?i)image_process_failed"):
        await bot.send_photo(ANN.id, b"%PDF-1.7")


async def test_a_wrong_token_is_unauthorized_and_an_unknown_method_not_found(bot: Bot, served: Served) -> None:
    stranger = Bot("1234:abc", base_url=f"{served.url}/bot")
    async with aiohttp.ClientSession() as session:
        for url, status in (("/bot1234:abc/getMe", 401), ("/botnonsense/getMe", 404), (f"/bot{bot.token}/fly", 404)):
            async with session.get(served.url + url) as response:
                assert (response.status, (await response.json())["ok"]) == (status, False)
    with pytest.raises(InvalidToken):
        async with stranger:
            pass


async def test_json_form_and_query_mean_the_same(bot: Bot, served: Served) -> None:
    url = f"{served.url}/bot{bot.token}/sendMessage"
    asked = {"chat_id": ANN.id, "text": "a+b & c"}
    async with aiohttp.ClientSession() as session:
        answers = [
            await session.post(url, json={**asked, "reply_markup": UNDO.to_dict()}),
            await session.post(url, data={**asked, "reply_markup": UNDO.to_json()}),
            await session.get(url, params={**asked, "reply_markup": UNDO.to_json()}),
        ]
        messages = [(await answer.json())["result"] for answer in answers]
    assert [(m["text"], m["reply_markup"]) for m in messages] == [("a+b & c", UNDO.to_dict())] * 3


async def test_updates_are_given_again_until_confirmed(bot: Bot, served: Served) -> None:
    first = served.street.telegram.say("one")
    served.street.telegram.say("two")
    assert [u.update_id for u in await bot.get_updates()] == [first, first + 1]
    assert [u.update_id for u in await bot.get_updates(offset=first + 1)] == [first + 1]
    assert await bot.get_updates(offset=first + 2) == ()


async def test_a_negative_offset_counts_from_the_end(bot: Bot, served: Served) -> None:
    for text in ("one", "two", "three"):
        last = served.street.telegram.say(text)
    assert [u.update_id for u in await bot.get_updates(offset=-1)] == [last]
    assert [u.update_id for u in await bot.get_updates()] == [last]


async def start_polling(bot: Bot, served: Served, offset: int = 0) -> "asyncio.Task[tuple[Update, ...]]":
    """A long poll that is under way."""
    polling = asyncio.create_task(bot.get_updates(offset=offset, timeout=60))
    await until(lambda: served.street._updates._poll is not None)
    return polling


async def test_a_long_poll_ends_as_soon_as_something_is_said(bot: Bot, served: Served) -> None:
    polling = await start_polling(bot, served, offset=served.street.telegram.say("before") + 1)
    served.street.telegram.say("after")
    assert [update.message and update.message.text for update in await polling] == ["after"]


async def test_a_second_poller_ends_the_first(bot: Bot, served: Served) -> None:
    polling = await start_polling(bot, served)
    async with Bot(bot.token, base_url=f"{served.url}/bot") as second:
        assert await second.get_updates() == ()
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await polling


async def test_polling_and_a_webhook_exclude_each_other(bot: Bot, served: Served) -> None:
    await bot.set_webhook(f"{served.house_url}/hook", secret_token="s-1")
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_the_webhook_is_remembered_with_its_kinds(bot: Bot, served: Served) -> None:
    url = f"{served.house_url}/hook"
    await bot.set_webhook(url, max_connections=7, allowed_updates=["message", "callback_query"])
    info = await bot.get_webhook_info()
    assert (info.url, info.max_connections, info.allowed_updates) == (url, 7, ("message", "callback_query"))


@pytest.mark.parametrize("secret", ["white space", "a.b", "ä", "x" * 257])
async def test_a_secret_telegram_would_not_carry_is_refused(bot: Bot, served: Served, secret: str) -> None:
    with pytest.raises(BadRequest, match=r"(?i)secret token"):
        await bot.set_webhook(f"{served.house_url}/hook", secret_token=secret)


async def test_a_webhook_off_this_machine_needs_https(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"(?i)HTTPS URL must be provided"):
        await bot.set_webhook("http://example.com/hook")
    assert await bot.set_webhook("https://example.com/hook")
