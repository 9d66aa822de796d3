"""No secret stays in a line, however it was written."""

import base64
from urllib.parse import quote, quote_plus

import pytest

from handlers.logs.redaction import Redactor
from tests.bot.kit.test_payment_cards import NUMBERS, SPELLINGS

SECRET = 'pa/ss w+ord"\\=\u00e9x'
CANARIES = (SECRET, "0123456789abcdef0123456789abcdef", "hook_secret-1", "k" * 33)


@pytest.mark.parametrize("canary", CANARIES)
@pytest.mark.parametrize("frame", ["{}", "url=https://x/{}?y", '{{"a":"{}"}}', "x{}y"])
def test_a_known_secret_is_hidden_in_every_spelling(canary: str, frame: str) -> None:
    redactor = Redactor(CANARIES)
    encoded = base64.b64encode(canary.encode()).decode()
    for written in (
        canary,
        quote(canary, safe=""),
        quote_plus(canary),
        encoded,
        encoded.rstrip("="),
        repr(canary)[1:-1],
    ):
        cleaned = redactor.clean(frame.format(written))
        assert written not in cleaned
        assert "[hidden]" in cleaned


@pytest.mark.parametrize("before", ["", "a", "ab", "user:"])
@pytest.mark.parametrize("after", ["", "z", "zz"])
def test_a_secret_inside_base64_is_hidden(before: str, after: str) -> None:
    canary = CANARIES[1]
    encoded = base64.b64encode(f"{before}{canary}{after}".encode()).decode()
    cleaned = Redactor([canary]).clean(f"x {encoded} y")
    assert encoded[4:-6] not in cleaned
    assert len(cleaned) < 25


TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"


@pytest.mark.parametrize(
    ("line", "cleaned"),
    [
        (f"POST https://api.telegram.org/bot{TOKEN}/getMe", "POST https://api.telegram.org/bot[hidden]/getMe"),
        (f"to {quote(TOKEN)}!", "to [hidden]!"),
        ("Authorization: Bearer abcdef0123456", "Authorization: Bearer [hidden]"),
        ("authorization=basic dXNlcjpwYXNz", "authorization=basic [hidden]"),
        ("postgresql://pam:hunter2@db:5432/pam", "postgresql://pam:[hidden]@db:5432/pam"),
        ("postgresql://pam:hun/ter2@db/pam", "postgresql://pam:[hidden]@db/pam"),
        ("redis://:hunter2@cache", "redis://:[hidden]@cache"),
        ("key sk_live_abcdefghijklmnop", "key [hidden]"),
        ("key sk-proj-abcdefghijklmnop", "key [hidden]"),
        ("whsec_abcdefghijklmnop!", "[hidden]!"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefghijk", "[hidden]"),
        ("Your code is 123456.", "Your code is [hidden]."),
        ("OTP: 9876", "OTP: [hidden]"),
    ],
)
def test_what_has_the_shape_of_a_secret_is_hidden(line: str, cleaned: str) -> None:
    assert Redactor().clean(line) == cleaned


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_card_number_is_hidden(number: str, spelling: str) -> None:
    assert "[card ending" in Redactor().clean(f'{{"text":"{SPELLINGS[spelling](number)}"}}')


@pytest.mark.parametrize(
    "line",
    [
        '{"at":"2026-11-25T09:57:05.615Z","trace_id":"0af7651916cd43dd8448eb211c80319c","took_ms":3.25}',
        "error code 21211: bad address",
        "https://pam.example.com/sms/inbound",
        "basic mode, task_id=12345678901",
    ],
)
def test_an_ordinary_line_stays(line: str) -> None:
    assert Redactor(CANARIES).clean(line) == line
