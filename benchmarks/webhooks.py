"""The requests a vendor would post, ready as bytes: Twilio's with all its parameters and signed, Telegram's updates."""

import secrets
from collections.abc import Iterator
from itertools import count, islice
from urllib.parse import urlencode

import msgspec
from twilio.request_validator import RequestValidator

ACCOUNT_SID = "AC" + "0123456789abcdef" * 2
AUTH_TOKEN = "fedcba98765432100123456789abcdef"
PUBLIC_URL = "https://pam.example.com"
INBOUND_URL = f"{PUBLIC_URL}/sms/inbound"
PAM_NUMBER = "+14155550100"
BOT_TOKEN = "123456:benchmark-token-of-nobody-at-all-000"
WEBHOOK_SECRET = "only-telegram-and-pam-know"

PEOPLE = 200
WORDS = (
    "spent {} on groceries",
    "coffee {}",
    "{} taxi",
    "paid {} for petrol",
    "lunch {}",
    "{} at starbucks",
    "bought milk for {}",
    "groceries {}",
)

_numbers = count(1)


def sentences() -> Iterator[str]:
    """Bookings without end, no amount like the one before."""
    for number in count():
        words = WORDS[number % len(WORDS)]
        yield words.format(f"{3 + number * 7 % 90}.{number * 13 % 100:02}")


def bookings_by_sms(how_many: int) -> list[bytes]:
    return [sms(person, text) for person, text in enumerate(islice(sentences(), how_many))]


def bookings_by_telegram(how_many: int) -> list[bytes]:
    return [update(person, text) for person, text in enumerate(islice(sentences(), how_many))]


def number_of(person: int) -> str:
    return f"+1415555{2000 + person % PEOPLE}"


def sms(person: int, text: str) -> bytes:
    sid = f"SM{secrets.token_hex(16)}"
    parameters = {
        "ToCountry": "US",
        "ToState": "CA",
        "SmsMessageSid": sid,
        "NumMedia": "0",
        "ToCity": "SAN FRANCISCO",
        "FromZip": "94105",
        "SmsSid": sid,
        "FromState": "CA",
        "SmsStatus": "received",
        "FromCity": "SAN FRANCISCO",
        "Body": text,
        "FromCountry": "US",
        "To": PAM_NUMBER,
        "ToZip": "94105",
        "NumSegments": "1",
        "MessageSid": sid,
        "AccountSid": ACCOUNT_SID,
        "From": number_of(person),
        "ApiVersion": "2010-04-01",
    }
    return _posted(
        "/sms/inbound",
        urlencode(parameters).encode(),
        {
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
            "X-Twilio-Signature": RequestValidator(AUTH_TOKEN).compute_signature(INBOUND_URL, parameters),
            "I-Twilio-Idempotency-Token": secrets.token_hex(16),
            "User-Agent": "TwilioProxy/1.1",
            "Accept": "*/*",
            "X-Home-Region": "us1",
        },
    )


def update(person: int, text: str) -> bytes:
    number, user_id = next(_numbers), 5_000_000 + person % PEOPLE
    sender = {"id": user_id, "is_bot": False, "first_name": "Ann", "last_name": "Lee", "language_code": "en"}
    chat = {"id": user_id, "first_name": "Ann", "last_name": "Lee", "type": "private"}
    message = {"message_id": number, "from": sender, "chat": chat, "date": 1_790_000_000, "text": text}
    return _posted(
        "/telegram/webhook",
        msgspec.json.encode({"update_id": number, "message": message}),
        {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": WEBHOOK_SECRET},
    )


def _posted(path: str, body: bytes, headers: dict[str, str]) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    head = f"POST {path} HTTP/1.1\r\nHost: pam.example.com\r\n{lines}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body
