"""A file picked on the page is sent as what it is."""

import msgspec
import pytest

from adapters.sandbox.photographed_receipt import Receipt, photographed
from adapters.sandbox.spoken_note import spoken
from tests.adapters.sandbox.conftest import Served
from tests.adapters.sandbox.page import Browser, Event


@pytest.mark.parametrize(
    ("content", "media_type", "kind"),
    [
        (photographed(Receipt()), "image/png", "photo"),
        (spoken("coffee 4.50"), "audio/ogg", "voice"),
        (b"%PDF", "application/pdf", "document"),
    ],
)
async def test_a_file_the_person_picks_is_sent(
    browser: Browser, served: Served, content: bytes, media_type: str, kind: str
) -> None:
    assert await browser.attach(content, media_type) == (204, "")
    [message] = served.street.telegram.messages()
    sent = msgspec.convert(message.as_json()[kind], type=list[Event] | Event)
    file = sent[-1] if isinstance(sent, list) else sent
    assert file["file_size"] == len(content)
    if kind == "document":
        assert file["file_name"] == "<b>.x"


@pytest.mark.parametrize(
    ("content", "media_type", "origin", "status"),
    [
        (b"", "image/png", None, 400),
        (b"no picture", "image/png", None, 400),
        (photographed(Receipt()), "image/png", "http://evil.example", 403),
        (b"x" * (20 * 2**20 + 1), "audio/ogg", None, 413),
    ],
)
async def test_a_file_that_makes_no_sense_is_refused(
    browser: Browser, content: bytes, media_type: str, origin: str | None, status: int
) -> None:
    answer, reason = await browser.attach(content, media_type, **({"Origin": origin} if origin else {}))
    assert (answer, bool(reason)) == (status, True)


@pytest.mark.parametrize(("of", "kind"), [("receipt", "photo"), ("voice note", "voice")])
async def test_who_has_no_file_at_hand_sends_a_sample(browser: Browser, served: Served, of: str, kind: str) -> None:
    assert await browser.post("sample", {"of": of}) == (204, "")
    [message] = served.street.telegram.messages()
    assert kind in message.as_json()
