"""Twilio's variables, which go together."""

import re

import msgspec

from bot.kit.secret import Secret
from handlers.settings.reader import Reader

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")


class TwilioSettings(msgspec.Struct, frozen=True, kw_only=True):
    """``number`` or ``messaging_service_sid``, or both."""

    account_sid: str
    auth_token: Secret
    number: str | None
    messaging_service_sid: str | None
    verify_service_sid: str | None
    api_url: str | None


def read_twilio(reader: Reader) -> TwilioSettings | None:
    names = ("ACCOUNT_SID", "AUTH_TOKEN", "PHONE_NUMBER", "MESSAGING_SERVICE_SID", "VERIFY_SERVICE_SID")
    if not any(reader.text(f"TWILIO_{name}") for name in names):
        return None
    account = _sid(reader, "TWILIO_ACCOUNT_SID", "AC")
    token = reader.secret("TWILIO_AUTH_TOKEN", re.compile("[!-~]{8,}"), "must be the account's auth token")
    number = reader.shaped("TWILIO_PHONE_NUMBER", _E164, "must be a number like +14155550123")
    service = _sid(reader, "TWILIO_MESSAGING_SERVICE_SID", "MG")
    verify = _sid(reader, "TWILIO_VERIFY_SERVICE_SID", "VA")
    for name in names[:2]:
        if not reader.text(f"TWILIO_{name}"):
            reader.fault(f"TWILIO_{name}", "must be set: Twilio's variables go together")
    if not (reader.text("TWILIO_PHONE_NUMBER") or reader.text("TWILIO_MESSAGING_SERVICE_SID")):
        reader.fault("TWILIO_PHONE_NUMBER", "or TWILIO_MESSAGING_SERVICE_SID must be set: who sends?")
    if reader.answers_the_street and not reader.text("PUBLIC_URL"):
        reader.fault("PUBLIC_URL", "must be set for SMS: signatures are checked against it")
    return TwilioSettings(
        account_sid=account,
        auth_token=token or Secret(""),
        number=number or None,
        messaging_service_sid=service or None,
        verify_service_sid=verify or None,
        api_url=reader.street("TWILIO_API_URL"),
    )


def _sid(reader: Reader, name: str, prefix: str) -> str:
    return reader.shaped(name, re.compile(f"{prefix}[0-9a-fA-F]{{32}}"), f"must be {prefix} and 32 hex digits")
