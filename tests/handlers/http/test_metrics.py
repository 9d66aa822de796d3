"""``/metrics`` is there for this machine and for the token, and for nobody else."""

import re

import pytest
from starlette.types import Message

from bot.brain.tally import Tally
from bot.kit.breaker import Snapshot
from bot.kit.secret import Secret
from bot.ports.costs import HouseMonth
from handlers.http.app import build_app
from handlers.http.metrics import Metrics, exposition, metrics_door
from tests.handlers.http.standing import Ask, Heard, always_ready, standing

TOKEN = "ops-token-of-24-letters-x"
# https://prometheus.io/docs/instrumenting/exposition_formats
SAMPLE = re.compile(r'[a-z_:]+(?:\{[a-z_]+="(?:[^"\\\n]|\\["\\n])*"(?:,[a-z_]+="(?:[^"\\\n]|\\["\\n])*")*\})? [0-9.]+')


def breaker(name: str) -> Snapshot:
    return Snapshot(name=name, state="half_open", calls=7, failures=5, slow=1, turned_away=40, opened=2)


def metrics(*breakers: Snapshot) -> Metrics:
    tally = Tally()
    tally.decisions.count("fast", by=90)
    tally.tokens.count("in", by=1200)
    return Metrics(
        counted=tally.all,
        breakers=breakers,
        month=HouseMonth(micro_usd=1_234_567, reserved_micro_usd=5, sms_segments=88),
        inbox_waiting=2,
        outbox_waiting=3,
    )


async def read() -> Metrics:
    return metrics(breaker("OpenAI"))


async def asked(client: str, *headers: tuple[str, str], token: str | None = TOKEN, method: str = "GET") -> int:
    """The status for a caller at this address."""
    heard: list[Message] = []

    async def send(message: Message) -> None:
        heard.append(message)

    async def nothing_more() -> Message:
        return {"type": "http.disconnect"}

    app = build_app({"/metrics": metrics_door(read, Secret(token) if token else None)}, ready=always_ready)
    raw = [(name.encode(), value.encode()) for name, value in headers]
    scope = {"type": "http", "path": "/metrics", "method": method, "headers": raw, "client": (client, 1)}
    await app(scope, nothing_more, send)
    return heard[0]["status"]


@pytest.mark.parametrize(
    ("client", "headers", "status"),
    [
        ("127.0.0.1", [], 200),
        ("127.9.9.9", [], 200),
        ("::1", [], 200),
        ("10.0.0.7", [], 404),
        ("", [], 404),
        ("127.0.0.1", [("x-forwarded-for", "127.0.0.1")], 404),
        ("127.0.0.1", [("forwarded", "for=127.0.0.1")], 404),
        ("127.0.0.1", [("x-real-ip", "::1")], 404),
        ("10.0.0.7", [("authorization", f"Bearer {TOKEN}")], 200),
        ("127.0.0.1", [("x-forwarded-for", "10.0.0.7"), ("authorization", f"bearer {TOKEN}")], 200),
        ("10.0.0.7", [("authorization", f"Bearer {TOKEN}x")], 404),
        ("10.0.0.7", [("authorization", f"Bearer {TOKEN[:-1]}")], 404),
        ("10.0.0.7", [("authorization", f"Basic {TOKEN}")], 404),
        ("10.0.0.7", [("authorization", TOKEN)], 404),
        ("10.0.0.7", [("authorization", "Bearer ")], 404),
        ("10.0.0.7", [("authorization", "Bearer Ünicode")], 404),
        ("10.0.0.7", [("authorization", f"Bearer {TOKEN}"), ("authorization", f"Bearer {TOKEN}")], 404),
    ],
)
async def test_who_may_look(client: str, headers: list[tuple[str, str]], status: int) -> None:
    assert await asked(client, *headers) == status


async def test_without_a_token_there_is_none_to_guess() -> None:
    for guess in ("", "None", "secret"):
        assert await asked("10.0.0.7", ("authorization", f"Bearer {guess}"), token=None) == 404


async def test_nothing_is_changed_there() -> None:
    assert await asked("127.0.0.1", method="POST") == 405
    assert await asked("10.0.0.7", method="POST") == 404


async def test_to_a_stranger_it_looks_like_any_path_there_is_not() -> None:
    async with standing({"/metrics": metrics_door(read, None)}) as house:
        away = [("x-forwarded-for", "10.0.0.7")]
        here, nowhere = [await house.ask(Ask(path, b"", away, "GET")) for path in ("/metrics", "/nowhere")]
        told = await house.ask(Ask("/metrics", method="GET"))
    assert (here.status, here.body, shown(here)) == (404, b"", shown(nowhere))
    assert told.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert b'pam_decisions_total{lane="fast"} 90\n' in told.body


def shown(heard: Heard) -> dict[str, str]:
    return {name.lower(): value for name, value in heard.headers.items() if name.lower() != "date"}


def test_every_line_is_help_type_or_a_sample() -> None:
    lines = exposition(metrics(breaker("OpenAI"), breaker('odd "name"\n\\'))).split("\n")
    assert lines.pop() == ""
    samples = [line for line in lines if not line.startswith(("# HELP pam_", "# TYPE pam_"))]
    assert [line for line in samples if not SAMPLE.fullmatch(line)] == []
    assert 'pam_breaker_state{vendor="OpenAI",state="half_open"} 1' in samples
    assert 'pam_breaker_state{vendor="OpenAI",state="open"} 0' in samples
    assert "pam_month_spent_usd 1.234567" in samples
    assert "pam_month_reserved_usd 0.000005" in samples
    assert len(set(samples)) == len(samples)


def test_where_no_vendor_is_called_nothing_is_told_of_vendors() -> None:
    told = exposition(metrics())
    assert "pam_vendor" not in told
    assert "pam_inbox_waiting 2\n" in told
