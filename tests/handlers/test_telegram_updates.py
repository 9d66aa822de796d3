"""Only a person's own words in a private chat come in; the rest is heard without effect."""

from typing import Any

import pytest

from bot.domain.attachment import Attachment
from bot.domain.letter import Address
from bot.domain.messages import Contact, IncomingMessage, Tap
from handlers.telegram_updates import NotUnderstood, message_from, update_from

Tree = dict[str, Any]

ANN: Tree = {"id": 42, "is_bot": False, "first_name": "Ann", "last_name": "Lee", "language_code": "en"}
CHAT: Tree = {"id": 42, "first_name": "Ann", "type": "private"}
GROUP: Tree = {"id": -100, "title": "Trip", "type": "group"}


def said(**changes: object) -> Tree:
    message = {"message_id": 7, "from": ANN, "chat": CHAT, "date": 1_700_000_000, "text": "coffee 4.50", **changes}
    return {"update_id": 1, "message": {name: value for name, value in message.items() if value is not None}}


def tapped(**changes: object) -> Tree:
    tap = {"id": "99", "from": ANN, "chat_instance": "1", "message": said()["message"], "data": "tok_en-1", **changes}
    return {"update_id": 2, "callback_query": {name: value for name, value in tap.items() if value is not None}}


def heard(tree: Tree) -> IncomingMessage | None:
    return message_from(update_from(tree))


def text_of(tree: Tree) -> str:
    message = heard(tree)
    assert message is not None
    return message.text


def test_words_in_a_private_chat_come_in() -> None:
    assert heard(said()) == IncomingMessage(
        source="telegram",
        external_id="1",
        sender=Address("telegram", "42"),
        text="coffee 4.50",
        ref="7",
        sender_name="Ann Lee",
        language="en",
    )


def test_a_tap_comes_in_with_its_token() -> None:
    message = heard(tapped())
    assert message is not None
    assert message.tap == Tap(token="tok_en-1", message_ref="7", tap_id="99")
    assert (message.external_id, message.text) == ("2", "")


def test_a_tap_under_a_message_too_old_to_show_comes_in() -> None:
    message = heard(tapped(message={"message_id": 3, "chat": CHAT, "date": 0}))
    assert message is not None
    assert message.tap == Tap(token="tok_en-1", message_ref="3", tap_id="99")


BOT = {**ANN, "is_bot": True}
WITHOUT_EFFECT = {
    "a group": said(chat=GROUP),
    "a group with the person's id": said(chat={**GROUP, "id": 42}),
    "a channel": said(chat={"id": -5, "type": "channel"}),
    "somebody else's chat": said(chat={**CHAT, "id": 43}),
    "nobody": said(**{"from": None}),
    "a bot": said(**{"from": BOT}),
    "said through a bot": said(via_bot=BOT),
    "said for a chat": said(sender_chat=GROUP),
    "a forwarded command": said(text="/undo", forward_origin={"type": "user"}),
    "a forwarded command of old": said(text="/undo", forward_date=5),
    "an edit": {"update_id": 1, "edited_message": said()["message"]},
    "a post": {"update_id": 1, "channel_post": said()["message"]},
    "an edited post": {"update_id": 1, "edited_channel_post": {"date": "bad"}},
    "a member": {"update_id": 1, "my_chat_member": {"chat": CHAT}},
    "nothing": {"update_id": 1},
    "a tap in a group": tapped(message=said(chat=GROUP)["message"]),
    "a tap in somebody else's chat": tapped(**{"from": {**ANN, "id": 43}}),
    "a tap by a bot": tapped(**{"from": BOT}),
    "a tap under an inline message": tapped(message=None, inline_message_id="x"),
    "a tap without a token": tapped(data=None, game_short_name="g"),
}


@pytest.mark.parametrize("kind", WITHOUT_EFFECT)
def test_the_rest_is_without_effect(kind: str) -> None:
    assert heard(WITHOUT_EFFECT[kind]) is None


NOT_UNDERSTOOD = {
    "no id": {"message": said()["message"]},
    "an id in letters": {**said(), "update_id": "5"},
    "an id that is a yes": {**said(), "update_id": True},
    "a bad date": said(date="bad"),
    "a text that is a list": said(text=["a"]),
    "a chat without id": said(chat={"type": "private"}),
    "a message that is a word": {"update_id": 1, "message": "hi"},
    "a sender with a float": said(**{"from": {**ANN, "id": 42.5}}),
    "a tap with a number for an id": tapped(id=99),
    "a contact without a number": said(contact={"user_id": 42}),
}


@pytest.mark.parametrize("kind", NOT_UNDERSTOOD)
def test_what_is_not_as_described_is_not_understood(kind: str) -> None:
    with pytest.raises(NotUnderstood) as fault:
        update_from(NOT_UNDERSTOOD[kind])
    assert "bad" not in str(fault.value).replace("$.message", "")


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ({"phone_number": "14155550101", "user_id": 42, "first_name": "Ann"}, Contact("+14155550101", own=True)),
        ({"phone_number": "+1 (415) 555-0101", "user_id": 42}, Contact("+14155550101", own=True)),
        ({"phone_number": "14155550101", "user_id": 43}, Contact("+14155550101", own=False)),
        ({"phone_number": "14155550101"}, Contact("+14155550101", own=False)),
    ],
)
def test_a_contact_is_ones_own_only_when_telegram_says_so(contact: Tree, expected: Contact) -> None:
    message = heard(said(contact=contact, text=None))
    assert message is not None
    assert message.contact == expected


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("/start ABC-123", "/start ABC-123"),
        ("/start@PamBot ABC", "/start ABC"),
        ("/start", "/start"),
        ("/undo", "undo"),
        ("/undo@PamBot", "undo"),
        ("/Undo 2", "undo 2"),
        ("/budget_status food", "budget status food"),
        ("/\u00fcber", "/\u00fcber"),
        ("1/2 pizza 5", "1/2 pizza 5"),
    ],
)
def test_a_command_is_words(written: str, text: str) -> None:
    assert text_of(said(text=written)) == text


def test_forwarded_words_are_read_as_words() -> None:
    assert text_of(said(forward_origin={"type": "user"})) == "coffee 4.50"


def test_a_caption_counts_as_text_and_a_picture_alone_as_none() -> None:
    assert text_of(said(text=None, photo=[{"file_id": "x"}], caption="lunch 12")) == "lunch 12"
    assert text_of(said(text=None, photo=[{"file_id": "x"}])) == ""


def test_a_card_in_a_caption_never_comes_in() -> None:
    message = heard(said(text=None, caption="4111-1111-1111-1111"))
    assert message is not None
    assert (message.text, message.card_masked) == ("[card ending 1111]", True)


def attached(**changes: object) -> Attachment | None:
    message = heard(said(text=None, **changes))
    assert message is not None
    return message.attachment


SIZES = [
    {"file_id": "s", "file_unique_id": "1", "width": 90, "height": 60, "file_size": 1_000},
    {"file_id": "l", "file_unique_id": "2", "width": 1280, "height": 853, "file_size": 200_000},
    {"file_id": "xl", "file_unique_id": "3", "width": 9000, "height": 6000, "file_size": 900_000},
    {"file_id": "m", "file_unique_id": "4", "width": 320, "height": 213, "file_size": 9_000},
]


def picture(ref: str, media_type: str = "image/jpeg", **more: int) -> Attachment:
    return Attachment(kind="picture", ref=ref, media_type=media_type, **more)


def test_of_a_photo_the_largest_size_that_is_taken_comes_in() -> None:
    assert attached(photo=SIZES) == picture("l", bytes=200_000, width=1280, height=853)
    assert attached(photo=SIZES[2:3]) == picture("xl", bytes=900_000, width=9000, height=6000)


def test_a_picture_sent_as_a_file_comes_in_and_other_files_do_not() -> None:
    document = {"file_id": "d", "mime_type": "Image/PNG", "file_name": "a.png", "file_size": 7}
    assert attached(document=document) == picture("d", "image/png", bytes=7)
    assert attached(document={**document, "mime_type": "application/pdf"}) is None
    assert attached(document={"file_id": "d"}) is None


@pytest.mark.parametrize(
    ("kind", "mime_type", "media_type"),
    [("voice", None, "audio/ogg"), ("voice", "audio/ogg", "audio/ogg"), ("audio", "audio/mpeg", "audio/mpeg")],
)
def test_a_voice_note_comes_in(kind: str, mime_type: str | None, media_type: str) -> None:
    sound = {"file_id": "v", "duration": 3, "file_size": 9_000, **({"mime_type": mime_type} if mime_type else {})}
    expected = Attachment(kind="voice", ref="v", media_type=media_type, bytes=9_000, seconds=3)
    assert attached(**{kind: sound}) == expected


@pytest.mark.parametrize(
    "message",
    [
        {"sticker": {"file_id": "s", "width": 512, "height": 512}},
        {"video": {"file_id": "v", "duration": 3}},
        {"video_note": {"file_id": "v", "duration": 3, "length": 240}},
        {"photo": SIZES, "forward_origin": {"type": "user"}},
        {"voice": {"file_id": "v", "duration": 3}, "forward_date": 5},
        {},
    ],
)
def test_what_is_not_the_persons_own_picture_or_voice_is_not_attached(message: Tree) -> None:
    assert attached(**message) is None


def test_names_lose_what_nobody_sees() -> None:
    message = heard(said(**{"from": {**ANN, "first_name": "An\u202en\nX", "last_name": "\u200b"}}))
    assert message is not None
    assert message.sender_name == "Ann X"
