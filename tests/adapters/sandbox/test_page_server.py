"""The two-phone page's own routes, driven as its browser drives them."""

import asyncio

import msgspec
import pytest
from telegram import Bot

from adapters.sandbox.faults import Fault, Mode
from adapters.sandbox.people import ANN
from tests.adapters.sandbox.conftest import Served
from tests.adapters.sandbox.hands import Hands
from tests.adapters.sandbox.house import until
from tests.adapters.sandbox.page import Browser, Event, Pam


def messages(events: list[Event]) -> list[tuple[object, object, object]]:
    return [
        (e["phone"], e["from"], e["html"] if e["phone"] == "telegram" else e["text"])
        for e in events
        if e["kind"] == "message"
    ]


async def test_what_is_said_on_the_page_reaches_pam_and_is_shown(browser: Browser, served: Served) -> None:
    assert await browser.post("say", {"phone": "telegram", "text": "<b>tea</b> 3"}) == (204, "")
    assert await browser.post("say", {"phone": "sms", "text": "<b>tea</b> 4"}) == (204, "")
    await served.street.settled()
    assert {told.path for told in served.house.told} == {"/telegram/webhook", "/sms/inbound"}
    assert messages(await browser.events_until("ready")) == [
        ("telegram", "person", "&lt;b&gt;tea&lt;/b&gt; 3"),
        ("sms", "person", "<b>tea</b> 4"),
    ]


async def test_the_past_comes_first_then_the_time_then_ready(browser: Browser, served: Served, hands: Hands) -> None:
    served.street.telegram.say("early")
    events = await browser.events_until("ready")
    assert [event["kind"] for event in events] == ["message", "clock", "ready"]
    assert events[1]["now"] == hands.now().isoformat(timespec="milliseconds")


async def test_others_are_not_shown_on_anns_phones(browser: Browser, served: Served) -> None:
    served.street.sms.say("not Ann", "+14155550199")
    assert messages(await browser.events_until("ready")) == []


async def test_a_message_event_has_what_the_page_needs(browser: Browser, served: Served) -> None:
    url = f"{served.url}/bot{served.street.keys.bot_token}/sendMessage"
    keyboard = {
        "inline_keyboard": [[{"text": "Undo", "callback_data": "t1"}], [{"text": "More", "url": "https://a.b"}]]
    }
    asked = {"chat_id": ANN.id, "text": "<b>$3</b> tea", "parse_mode": "HTML", "reply_markup": keyboard}
    async with browser.session.post(url, json=asked) as response:
        sent = (await response.json())["result"]
    event, *_ = await browser.events_until("ready")
    assert event == {
        "kind": "message",
        "phone": "telegram",
        "id": str(sent["message_id"]),
        "from": "pam",
        "html": "<b>$3</b> tea",
        "buttons": [[{"label": "Undo", "data": "t1"}], []],
        "status": "sent",
        "at": "2026-03-04T05:06:07.000+00:00",
    }
    assert await browser.post("tap", {"message_id": event["id"], "data": "t1"}) == (204, "")
    await served.street.settled()
    assert "callback_query" in served.house.told[-1].update


async def test_a_tap_on_a_message_that_is_gone_is_refused(browser: Browser) -> None:
    assert await browser.post("tap", {"message_id": "7", "data": "x"}) == (404, "That message is gone.")
    assert (await browser.post("tap", {"message_id": "x", "data": "x"}))[0] == 404


async def test_a_switch_breaks_the_vendor_and_is_replayed(browser: Browser, served: Served) -> None:
    assert await browser.post("break", {"vendor": "Twilio", "mode": "down"}) == (204, "")
    assert served.street.faults.modes("Twilio") == ("down",)
    assert await browser.post("break", {"vendor": "Twilio", "mode": "ok"}) == (204, "")
    assert served.street.faults.modes("Twilio") == ()
    events = await browser.events_until("ready")
    assert [(e["vendor"], e["mode"]) for e in events if e["kind"] == "fault"] == [("Twilio", "down"), ("Twilio", "ok")]


async def test_the_model_can_be_switched_off_slow_and_mad(browser: Browser, served: Served) -> None:
    modes: tuple[Mode, ...] = ("down", "slow", "mad")
    for mode in modes:
        assert await browser.post("break", {"vendor": "OpenAI", "mode": mode}) == (204, "")
        assert served.street.faults.modes("OpenAI") == (mode,)
    assert await browser.post("break", {"vendor": "OpenAI", "mode": "slow"}) == (204, "")
    assert served.street.faults.take("OpenAI", "slow") == Fault("slow", seconds=30)


async def test_moving_the_clock_is_told_as_it_happens(browser: Browser, served: Served, hands: Hands) -> None:
    before = hands.now()
    listening = asyncio.create_task(browser.events_until("notice"))
    await until(lambda: bool(served.street.feed._listeners))
    assert await browser.post("clock", {"hours": 24}) == (204, "")
    served.street.feed.publish({"kind": "notice", "phone": "telegram", "text": "the end"})
    clocks = [event["now"] for event in await listening if event["kind"] == "clock"]
    assert (hands.now() - before).days == 1
    assert clocks == [before.isoformat(timespec="milliseconds"), hands.now().isoformat()]
    for hours in (0, -1, 24 * 367):
        assert (await browser.post("clock", {"hours": hours}))[0] == 400


async def test_the_browsers_time_zone_is_taken_if_there_is_one(browser: Browser, pam: Pam) -> None:
    assert await browser.post("hello", {"timezone": "Europe/Berlin"}) == (204, "")
    assert await browser.post("hello", {"timezone": "../../etc/passwd"}) == (400, "No such time zone.")
    assert pam.timezones == ["Europe/Berlin"]


async def test_contacts_are_shared_own_or_not(browser: Browser, served: Served) -> None:
    assert await browser.post("contact", {"own": True}) == (204, "")
    assert await browser.post("contact", {"own": False}) == (204, "")
    contacts = [message.extra["contact"] for message in served.street.telegram.messages()]
    assert [isinstance(c, dict) and c.get("user_id") for c in contacts] == [ANN.id, None]


async def test_steps_are_shown_also_to_who_comes_later(browser: Browser, pam: Pam) -> None:
    step = {"trace": "a1", "stage": "skill", "text": "record_expense", "at": "2026-03-04T05:06:07Z"}
    pam.steps.put_nowait(step)
    first = await browser.events_until("step")
    again = await browser.events_until("ready")
    assert first[-1] == {"kind": "step", **step}
    assert again[0] == {"kind": "step", **step}


async def test_the_books_are_shown_as_pam_tells_them(browser: Browser) -> None:
    async with browser.session.get(f"{browser.url}/sandbox/books") as response:
        assert (response.status, await response.json()) == (200, {"bookings": []})


async def test_a_chart_is_an_svg_and_one_that_cannot_be_drawn_is_not_there(browser: Browser) -> None:
    async with browser.session.get(f"{browser.url}/sandbox/chart/month.svg") as response:
        assert (response.status, response.content_type, await response.read()) == (200, "image/svg+xml", b"<svg/>")
    async with browser.session.get(f"{browser.url}/sandbox/chart/trend.svg") as response:
        assert response.status == 204


async def test_a_picture_in_the_chat_is_shown_and_one_that_is_not_kept_is_not_there(
    browser: Browser, served: Served, bot: Bot
) -> None:
    await bot.send_photo(ANN.id, b"\xff\xd8\xff\xe0")
    shown = f"{browser.url}{served.street.feed.history[-1]['photo']}"
    async with browser.session.get(shown) as response:
        assert (response.status, response.content_type) == (200, "image/jpeg")
        assert await response.read() == b"\xff\xd8\xff\xe0"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
    async with browser.session.get(shown + "x") as response:
        assert response.status == 404


async def test_starting_over_empties_both_phones_for_those_here_and_those_who_come(
    browser: Browser, served: Served, pam: Pam
) -> None:
    await browser.post("say", {"phone": "telegram", "text": "tea 3"})
    await browser.post("say", {"phone": "sms", "text": "tea 4"})
    pam.steps.put_nowait({"trace": "a1", "stage": "skill", "text": "x", "at": "2026-03-04T05:06:07Z"})
    await until(lambda: any(event["kind"] == "step" for event in served.street.feed.history))
    listening = asyncio.create_task(browser.events_until("reset"))
    await until(lambda: bool(served.street.feed._listeners))
    assert await browser.post("reset", {"language": "de"}) == (204, "")
    await listening
    assert pam.beginnings == ["de"]
    assert [event["kind"] for event in await browser.events_until("ready")] == ["clock", "ready"]
    assert served.street.telegram.messages() == []


async def test_a_foreign_page_drives_nothing(browser: Browser, served: Served) -> None:
    deed = {"phone": "telegram", "text": "pay 50 to campsite"}
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": browser.url + "0"}):
        assert (await browser.post("say", deed, **headers))[0] == 403
    rebound = {"Origin": "http://evil.example:80", "Host": "evil.example:80"}
    assert (await browser.post("say", deed, **rebound))[0] == 421
    for path in (
        "/",
        "/sandbox/events",
        "/page/app.js",
        "/sandbox/books",
        "/sandbox/chart/month.svg",
        "/sandbox/photo/x",
    ):
        async with browser.session.get(browser.url + path, headers={"Host": "evil.example"}) as response:
            assert response.status == 421
    async with browser.session.post(f"{browser.url}/sandbox/say", json=deed) as response:
        assert response.status == 403
    async with browser.session.post(
        f"{browser.url}/sandbox/say", data=msgspec.json.encode(deed), headers={"Origin": browser.url}
    ) as response:
        assert response.status == 415
    assert served.street.telegram.messages() == []


@pytest.mark.parametrize(
    ("deed", "details", "status"),
    [
        ("say", {"phone": "fax", "text": "x"}, 400),
        ("say", {"phone": "sms"}, 400),
        ("say", {"phone": "sms", "text": " "}, 400),
        ("say", {"phone": "sms", "text": "x" * 1601}, 400),
        ("say", {"phone": "telegram", "text": "x" * 4097}, 400),
        ("say", {"phone": "telegram", "text": "x" * 66_000}, 413),
        ("break", {"vendor": "Twilio", "mode": "reorder"}, 400),
        ("break", {"vendor": "Nobody", "mode": "down"}, 400),
        ("clock", {"hours": "soon"}, 400),
        ("contact", {"own": "yes"}, 400),
        ("hello", [], 400),
        ("reset", {"language": 7}, 400),
    ],
)
async def test_a_deed_that_makes_no_sense_is_refused_with_a_reason(
    browser: Browser, deed: str, details: object, status: int
) -> None:
    answer, reason = await browser.post(deed, details)
    assert (answer, bool(reason)) == (status, True)


async def test_the_page_is_served_so_that_only_itself_can_run(browser: Browser) -> None:
    async with browser.session.get(browser.url) as response:
        assert (response.status, response.content_type) == (200, "text/html")
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]
        assert "unsafe-inline" not in response.headers["Content-Security-Policy"]
        page = await response.text()
    assert "<script>" not in page
    for name, media_type in (("app.js", "text/javascript"), ("style.css", "text/css")):
        async with browser.session.get(f"{browser.url}/page/{name}") as response:
            assert (response.status, response.content_type) == (200, media_type)


@pytest.mark.parametrize("name", ["nothing.js", "..%2Fpage_server.py", "..%2Fpage%2Fapp.js", "app.py"])
async def test_nothing_else_is_served(browser: Browser, name: str) -> None:
    async with browser.session.get(f"{browser.url}/page/{name}") as response:
        assert response.status == 404
