"""What a phone texts, as the house is told of it, and what the house may answer."""

import asyncio
from typing import Any

import pytest
from twilio.request_validator import RequestValidator
from twilio.rest import Client
from twilio.twiml.messaging_response import MessagingResponse

from adapters.sandbox.faults import Fault
from adapters.sandbox.people import ANN_NUMBER
from tests.adapters.sandbox.conftest import Served

INBOUND = frozenset(
    "ToCountry ToState SmsMessageSid NumMedia ToCity FromZip SmsSid FromState SmsStatus FromCity Body FromCountry To "
    "ToZip NumSegments MessageSid AccountSid From ApiVersion".split()
)


def is_signed(served: Served, *, nth: int = 0, path: str = "") -> bool:
    told = served.house.told[nth]
    validator = RequestValidator(served.street.keys.auth_token)
    return validator.validate(served.house_url + (path or told.path), told.form, told.headers["x-twilio-signature"])


def phone_shows(served: Served) -> list[tuple[str, str, str]]:
    return [(sms.direction, sms.body, sms.status) for sms in served.street.sms.messages()]


@pytest.mark.parametrize("text", ["coffee 4.50", "cäfé\n£3 & 50% + tip = “ok” 😀", "", "a" * 400])
async def test_twilios_own_validator_accepts_what_was_said(served: Served, text: str) -> None:
    served.point()
    sid = served.street.sms.say(text)
    await served.street.settled()
    [told] = served.house.told
    assert told.path == "/sms/inbound"
    assert told.form.keys() == INBOUND
    assert (told.form["Body"], told.form["From"], told.form["MessageSid"]) == (text, ANN_NUMBER, sid)
    assert is_signed(served)
    assert not is_signed(served, path="/sms/status")


async def test_a_text_is_repeated_after_5xx_and_not_after_4xx(served: Served) -> None:
    served.house.statuses.extend([503, 500, 200, 403])
    served.point()
    served.street.sms.say("coffee 4.50")
    await served.street.settled()
    served.street.sms.say("tea 3")
    await served.street.settled()
    assert [told.form["Body"] for told in served.house.told] == ["coffee 4.50"] * 3 + ["tea 3"]
    assert served.street.sms.webhook_errors == ["11200"]


async def test_a_house_that_is_not_there_is_tried_a_bounded_number_of_times(served: Served) -> None:
    served.street.point_at("http://127.0.0.1:9")
    served.street.sms.say("anybody there?")
    await served.street.settled()
    assert [entry.status for entry in served.street.journal.webhooks("Twilio")] == [0] * 5


async def test_repeat_tells_the_same_text_twice_at_once(served: Served) -> None:
    served.point()
    served.street.faults.add("Twilio", Fault("repeat"))
    served.street.sms.say("coffee 4.50")
    await served.street.settled()
    first, second = served.house.told
    assert first.form == second.form
    assert served.house.most_at_once == 2


@pytest.mark.parametrize("statuses", [[200, 503], [503, 200]])
async def test_of_two_deliveries_the_worse_answer_counts(served: Served, statuses: list[int]) -> None:
    served.house.statuses.extend(statuses)
    served.point()
    served.street.faults.add("Twilio", Fault("repeat", times=1))
    served.street.sms.say("coffee 4.50")
    await served.street.settled()
    assert len(served.house.told) == 3


@pytest.mark.parametrize("word", ["STOP", "unsubscribe", "End", "QUIT", "STOPALL", "revoke", "OptOut", " cancel "])
async def test_the_carriers_stop_words_opt_out_and_are_told(served: Served, word: str) -> None:
    served.point()
    served.street.sms.say(word)
    await served.street.settled()
    assert served.street.sms.opted_out()
    assert served.house.told[0].form["OptOutType"] == "STOP"
    assert is_signed(served)
    [_, answer] = phone_shows(served)
    assert answer[1].startswith("You have successfully been unsubscribed.")


@pytest.mark.parametrize("word", ["START", "Yes", "unstop"])
async def test_start_words_opt_in_again(served: Served, word: str) -> None:
    served.street.sms.say("STOP")
    served.point()
    served.street.sms.say(word)
    await served.street.settled()
    assert not served.street.sms.opted_out()
    assert served.house.told[0].form["OptOutType"] == "START"


@pytest.mark.parametrize("word", ["yes", "stop it", "ending", "S T O P"])
async def test_other_words_are_only_words(served: Served, word: str) -> None:
    served.point()
    served.street.sms.say(word)
    await served.street.settled()
    assert "OptOutType" not in served.house.told[0].form
    assert phone_shows(served) == [("inbound", word, "received")]


async def test_help_is_answered_by_the_carrier(served: Served) -> None:
    served.point()
    served.street.sms.say("info")
    await served.street.settled()
    assert served.house.told[0].form["OptOutType"] == "HELP"
    assert phone_shows(served)[1][1] == "Reply STOP to unsubscribe. Msg&Data Rates May Apply."


async def test_the_answers_messages_are_sent(served: Served) -> None:
    response = MessagingResponse()
    response.message("one & two")
    response.message().body("three")
    served.house.twiml = str(response)
    served.point()
    served.street.sms.say("coffee 4.50")
    await served.street.settled()
    assert phone_shows(served)[1:] == [
        ("outbound-reply", "one & two", "delivered"),
        ("outbound-reply", "three", "delivered"),
    ]


async def test_no_answer_reaches_who_just_opted_out(served: Served) -> None:
    response = MessagingResponse()
    response.message("Please stay!")
    served.house.twiml = str(response)
    served.point()
    served.street.sms.say("STOP")
    await served.street.settled()
    assert "Please stay!" not in [body for _, body, _ in phone_shows(served)]


async def test_an_empty_response_sends_nothing(served: Served) -> None:
    served.house.twiml = str(MessagingResponse())
    served.point()
    served.street.sms.say("coffee 4.50")
    await served.street.settled()
    assert phone_shows(served) == [("inbound", "coffee 4.50", "received")]
    assert served.street.sms.webhook_errors == []


@pytest.mark.parametrize(
    ("body", "media_type", "error"),
    [("<Response><Message>", "text/xml", "12100"), ("<a/>", "text/xml", "12100"), ("{}", "application/json", "12300")],
)
async def test_an_answer_twilio_cannot_read_is_an_error(served: Served, body: str, media_type: str, error: str) -> None:
    served.house.twiml, served.house.media_type = body, media_type
    served.point()
    served.street.sms.say("coffee 4.50")
    await served.street.settled()
    assert served.street.sms.webhook_errors == [error]


async def test_every_step_of_a_message_is_told_signed_and_in_order(served: Served, twilio: Client) -> None:
    await send(served, twilio)
    assert [(told.path, told.form["MessageStatus"]) for told in served.house.told] == [
        ("/sms/status", "queued"),
        ("/sms/status", "sent"),
        ("/sms/status", "delivered"),
    ]
    assert all(is_signed(served, nth=nth) for nth in range(3))


async def test_a_failure_is_told_with_its_code(served: Served, twilio: Client) -> None:
    served.street.sms.trouble(ANN_NUMBER, 30007)
    await send(served, twilio)
    assert [told.form.get("ErrorCode") for told in served.house.told] == [None, None, "30007"]
    assert served.house.told[-1].form["MessageStatus"] == "undelivered"


async def test_reorder_tells_the_last_step_first(served: Served, twilio: Client) -> None:
    served.street.faults.add("Twilio", Fault("reorder", times=1))
    await send(served, twilio)
    assert [told.form["MessageStatus"] for told in served.house.told] == ["delivered", "sent", "queued"]


async def test_a_query_in_the_address_is_signed_too(served: Served, twilio: Client) -> None:
    await send(served, twilio, path="/sms/status?trace=a%20b")
    assert is_signed(served, path="/sms/status?trace=a%20b")
    assert not is_signed(served, path="/sms/status")


async def send(served: Served, twilio: Client, path: str = "/sms/status") -> None:
    asked: dict[str, Any] = {
        "to": ANN_NUMBER,
        "from_": served.street.keys.phone_number,
        "body": "$45.30 groceries.",
        "status_callback": served.house_url + path,
    }
    await asyncio.to_thread(twilio.messages.create, **asked)
    await served.street.settled()
