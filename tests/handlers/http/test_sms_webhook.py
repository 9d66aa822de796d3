"""What Twilio signs comes in once it is kept; everything else is refused and changes nothing."""

from collections.abc import Callable, Iterator

import pytest

from bot.domain.letter import Address
from bot.domain.messages import DeliveryReport, IncomingMessage
from handlers.http.sms_webhook import INBOUND_PATH, STATUS_PATH, SmsSettings, SmsWebhook
from tests.handlers.chance import Chance
from tests.handlers.http.sms import (
    FORM_TYPE,
    MESSAGE,
    PUBLIC_URL,
    SID,
    STATUS,
    TOKEN,
    Pairs,
    posted,
    posted_as,
    signature,
    sms_doors,
)
from tests.handlers.http.standing import Ask, Notebook, not_kept, standing

REFUSALS = {400, 403, 405, 413, 415}


async def test_a_signed_message_is_handed_in_and_answered_with_empty_twiml() -> None:
    notebook = Notebook()
    async with standing(sms_doors(notebook).doors()) as house:
        heard = await house.ask(posted(MESSAGE))
    assert heard.status == 200
    assert heard.headers["content-type"] == "text/xml"
    assert heard.body.endswith(b"<Response/>")
    assert notebook.messages == [
        IncomingMessage(
            source="twilio",
            external_id=SID,
            sender=Address("sms", "+14155550101"),
            text="spent 45.30 on groceries",
            proof=signature(MESSAGE),
        )
    ]


async def test_a_card_number_never_comes_in() -> None:
    notebook = Notebook()
    async with standing(sms_doors(notebook).doors()) as house:
        await house.ask(posted({**MESSAGE, "Body": "pay with \uff14111 1111 1111\u200b 1111 cvc 123"}))
    assert [(said.text, said.card_masked) for said in notebook.messages] == [
        ("pay with [card ending 1111] cvc [code]", True)
    ]


async def test_what_cannot_be_kept_is_asked_for_again() -> None:
    notebook = Notebook(fault=not_kept())
    async with standing(sms_doors(notebook).doors()) as house:
        heard = await house.ask(posted(MESSAGE))
    assert (heard.status, heard.headers["retry-after"]) == (503, "7")


async def test_a_bug_is_answered_without_a_word() -> None:
    notebook = Notebook(fault=KeyError("the secret"))
    async with standing(sms_doors(notebook).doors()) as house:
        heard = await house.ask(posted(MESSAGE))
    assert (heard.status, heard.body) == (500, b"")


@pytest.mark.parametrize("sender", ["12345", "AMAZON", "whatsapp:+14155550101"])
async def test_a_sender_without_a_phone_is_heard_without_effect(sender: str) -> None:
    notebook = Notebook()
    async with standing(sms_doors(notebook).doors()) as house:
        heard = await house.ask(posted({**MESSAGE, "From": sender, "ProfileName": "Ann"}))
    assert heard.status == 200
    assert notebook.is_empty


ILL_FORMED = {
    "another account": {**MESSAGE, "AccountSid": "AC" + "f" * 32},
    "a sid of another kind": {**MESSAGE, "MessageSid": "CA" + SID[2:]},
    "a sid with a line end": {**MESSAGE, "MessageSid": SID + "\n"},
    "sids that differ": {**MESSAGE, "SmsSid": "SM" + "0" * 32},
    "a sender that is no number": {**MESSAGE, "From": "+1415555010x"},
    "Arabic digits in the sender": {**MESSAGE, "From": "+1415555010\u0661"},
    "an unknown name": {**MESSAGE, "Bodyguard": "1"},
    "no body": {name: value for name, value in MESSAGE.items() if name != "Body"},
    "no sender": {name: value for name, value in MESSAGE.items() if name != "From"},
    "a town that hides a name": {**MESSAGE, "FromCity": "OaklandFromCountryUS"},
    "add-ons that are not JSON": {**MESSAGE, "AddOns": '{"a":1}ApiVersion'},
    "another number's message": {**MESSAGE, "To": "+14155559999"},
    "nothing": {},
}


@pytest.mark.parametrize("fault", ILL_FORMED)
async def test_a_signed_form_of_the_wrong_shape_changes_nothing(fault: str) -> None:
    notebook = Notebook()
    async with standing(sms_doors(notebook, number="+14155550100").doors()) as house:
        heard = await house.ask(posted(ILL_FORMED[fault]))
    assert heard.status == 400
    assert notebook.is_empty


@pytest.mark.parametrize(
    "extra",
    [
        {
            "MediaUrl0": "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1",
            "MediaContentType0": "image/jpeg",
        },
        {"OptOutType": "STOP", "Body": "STOP"},
        {"MessagingServiceSid": "MG" + "a" * 32},
        {"AddOns": '{"status":"successful","results":{"Body":"From"}}'},
        {"FromCity": "Kansas City", "ToCity": "Toronto"},
        {"Body": "", "NumMedia": "1"},
        {"Body": "hi\x00 &=+%\n\u20ac \U0001f600"},
    ],
)
async def test_what_twilio_may_add_is_accepted(extra: dict[str, str]) -> None:
    notebook = Notebook()
    async with standing(sms_doors(notebook).doors()) as house:
        heard = await house.ask(posted({**MESSAGE, **extra}))
    assert heard.status == 200
    assert len(notebook.messages) == 1


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ({"NumMedia": "1", "MediaContentType0": "image/jpeg"}, "picture"),
        ({"NumMedia": "2", "MediaContentType0": "audio/amr; rate=8000"}, "voice"),
        ({"NumMedia": "1"}, "picture"),
        ({"NumMedia": "0"}, None),
        ({}, None),
    ],
)
async def test_a_picture_by_mms_is_told_and_cannot_be_fetched(form: dict[str, str], kind: str | None) -> None:
    notebook = Notebook()
    without = {name: value for name, value in MESSAGE.items() if name != "NumMedia"}
    async with standing(sms_doors(notebook).doors()) as house:
        await house.ask(posted({**without, **form}))
    attachment = notebook.messages[0].attachment
    assert (attachment and (attachment.kind, attachment.ref)) == (kind and (kind, ""))


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("sent", "sent"),
        ("delivered", "delivered"),
        ("read", "delivered"),
        ("undelivered", "undelivered"),
        ("failed", "failed"),
    ],
)
async def test_a_status_callback_becomes_a_report(told: str, outcome: str) -> None:
    notebook = Notebook()
    async with standing(sms_doors(notebook).doors()) as house:
        heard = await house.ask(posted({**STATUS, "MessageStatus": told, "ErrorCode": "30007"}, STATUS_PATH))
    assert heard.status == 200
    assert notebook.reports == [DeliveryReport(source="twilio", external_id=SID, status=outcome, error_code="30007")]


async def test_steps_before_sending_tell_nothing() -> None:
    notebook = Notebook()
    async with standing(sms_doors(notebook).doors()) as house:
        heard = await house.ask(posted({**STATUS, "MessageStatus": "queued"}, STATUS_PATH))
    assert heard.status == 200
    assert notebook.is_empty


def test_an_empty_auth_token_is_refused() -> None:
    notebook = Notebook()
    with pytest.raises(ValueError, match="empty auth token"):
        SmsWebhook(SmsSettings("AC", "", PUBLIC_URL), accept=notebook.accept, report=notebook.report)


def changed_letter(chance: Chance) -> Ask:
    name = chance.one_of([name for name, value in MESSAGE.items() if value])
    value = MESSAGE[name]
    place = chance.below(len(value))
    changed = {**MESSAGE, name: f"{value[:place]}{chr(33 + (ord(value[place]) - 32) % 94)}{value[place + 1 :]}"}
    return posted_as(changed.items(), signature(MESSAGE))


def left_out(chance: Chance) -> Ask:
    missing = chance.one_of([name for name in MESSAGE if name != "ToZip"])
    return posted_as([pair for pair in MESSAGE.items() if pair[0] != missing], signature(MESSAGE))


def said_twice(chance: Chance) -> Ask:
    name = chance.one_of(list(MESSAGE))
    return posted_as([*MESSAGE.items(), (name, chance.one_of(["", MESSAGE[name], "x"]))], signature(MESSAGE))


def split_elsewhere(chance: Chance) -> Ask:
    """Letters moved over the border between a value and the name after it, or between a name and its value."""
    pairs = sorted(MESSAGE.items())
    at = chance.below(len(pairs) - 1)
    (name, value), (following, rest) = pairs[at], pairs[at + 1]
    moved: Pairs = [(name, value + following + rest)]
    if chance.below(2):
        letters = 1 + chance.below(len(following) - 1)
        moved = [(name, value + following[:letters]), (following[letters:], rest)]
    elif value and chance.below(2):
        moved = [(name + value[0], value[1:]), (following, rest)]
    return posted_as([*pairs[:at], *moved, *pairs[at + 2 :]], signature(MESSAGE))


def other_signature(chance: Chance) -> Ask:
    right = signature(MESSAGE)
    place = chance.below(27)
    wrong = (
        right[:place] + chance.one_of([c for c in "abcXYZ019+/" if c != right[place]]) + right[place + 1 :],
        right[:place],
        right + right,
        "",
        "\u00e9" * 28,
        signature(MESSAGE, STATUS_PATH),
        signature(MESSAGE, INBOUND_PATH + "/"),
        signature(MESSAGE, token=TOKEN[::-1]),
        signature(MESSAGE, token=""),
        right.lower(),
        "x" * 9000,
    )
    return posted_as(MESSAGE.items(), chance.one_of(wrong))


def other_headers(chance: Chance) -> Ask:
    body = posted(MESSAGE).body
    kind, signed = ("Content-Type", FORM_TYPE), ("X-Twilio-Signature", signature(MESSAGE))
    other = chance.one_of(("multipart/form-data; boundary=x", "application/json", "text/plain", "", "x/y;" * 500))
    return Ask(
        INBOUND_PATH,
        body,
        chance.one_of(
            (
                (kind,),
                (signed,),
                (kind, signed, signed),
                (("Content-Type", other), signed),
                (kind, signed, ("Content-Encoding", chance.one_of(("gzip", "br", "deflate", "identity, gzip")))),
                (kind, signed, ("X-Twilio-Webhooks-Signature-Settings", "algorithm=HMAC_SHA256")),
                (kind, signed, ("X-Twilio-Webhooks-Signature-Settings", "key=k,algorithm=HMAC_SHA1")),
            )
        ),
    )


def other_request(chance: Chance) -> Ask:
    right = posted(MESSAGE)
    method = chance.one_of(("GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"))
    path = INBOUND_PATH + chance.one_of(("?bodySHA256=abc", "?x=1", "?" + "a" * 2000))
    return chance.one_of(
        (Ask(right.path, right.body, right.headers, method), Ask(path, right.body, right.headers), spoilt_body(chance))
    )


def spoilt_body(chance: Chance) -> Ask:
    right = posted(MESSAGE)
    body = chance.one_of(
        (
            b'{"Body":"pay"}',
            right.body + b"&" + b"a=1&" * 200,
            right.body + b"&x=%ff%fe",
            right.body + b"&x=%zz",
            right.body + b"&x=%ed%a0%80",
            right.body + b"&x=\x00",
            right.body + b"&novalue",
            right.body.replace(b"&", b";"),
            b"--x\r\nContent-Disposition: form-data; name=Body\r\n\r\nhi\r\n--x--",
            b"\xff" * 300,
            b"a=" + b"b" * 300_000,
        )
    )
    return Ask(right.path, body, right.headers)


KINDS: tuple[Callable[[Chance], Ask], ...] = (
    changed_letter, left_out, said_twice, split_elsewhere, other_signature, other_headers, other_request,
)  # fmt: skip


def mutations(count: int) -> Iterator[Ask]:
    chance = Chance("sms")
    for number in range(count):
        yield KINDS[number % len(KINDS)](chance)


async def test_two_thousand_forgeries_change_nothing() -> None:
    notebook = Notebook()
    async with standing(sms_doors(notebook).doors()) as house:
        heard = await house.ask_all(mutations(2000))
        assert {answer.status for answer in heard} <= REFUSALS
        assert notebook.is_empty
        # The same house still takes the true one: none of the refusals was for another reason.
        assert (await house.ask(posted(MESSAGE))).status == 200
    assert len(notebook.messages) == 1
