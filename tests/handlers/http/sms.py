"""Requests as Twilio makes them, signed by its own SDK."""

from collections.abc import Iterable
from urllib.parse import urlencode

from twilio.request_validator import RequestValidator

from handlers.http.sms_webhook import INBOUND_PATH, SmsSettings, SmsWebhook
from tests.handlers.http.standing import Ask, Notebook

ACCOUNT = "AC" + "0123456789abcdef" * 2
TOKEN = "a" * 31 + "b"
PUBLIC_URL = "https://pam.example.com"
SID = "SM" + "fedcba9876543210" * 2
FORM_TYPE = "application/x-www-form-urlencoded; charset=UTF-8"

MESSAGE = {
    "ToCountry": "US",
    "ToState": "CA",
    "SmsMessageSid": SID,
    "NumMedia": "0",
    "ToCity": "SAN FRANCISCO",
    "FromZip": "94103",
    "SmsSid": SID,
    "FromState": "CA",
    "SmsStatus": "received",
    "FromCity": "OAKLAND",
    "Body": "spent 45.30 on groceries",
    "FromCountry": "US",
    "To": "+14155550100",
    "ToZip": "",
    "NumSegments": "1",
    "MessageSid": SID,
    "AccountSid": ACCOUNT,
    "From": "+14155550101",
    "ApiVersion": "2010-04-01",
}
STATUS = {
    "MessageSid": SID,
    "MessageStatus": "delivered",
    "SmsSid": SID,
    "SmsStatus": "delivered",
    "AccountSid": ACCOUNT,
    "From": "+14155550100",
    "To": "+14155550101",
    "ApiVersion": "2010-04-01",
    "RawDlrDoneDate": "2611251010",
}

Pairs = Iterable[tuple[str, str]]


def sms_doors(notebook: Notebook, number: str | None = None) -> SmsWebhook:
    told = SmsSettings(ACCOUNT, TOKEN, PUBLIC_URL, number)
    return SmsWebhook(told, accept=notebook.accept, report=notebook.report)


def signature(form: dict[str, str], path: str = INBOUND_PATH, token: str = TOKEN) -> str:
    return RequestValidator(token).compute_signature(PUBLIC_URL + path, form)


def posted(form: dict[str, str], path: str = INBOUND_PATH) -> Ask:
    """The form, rightly signed."""
    return posted_as(form.items(), signature(form, path), path)


def posted_as(pairs: Pairs, signed: str, path: str = INBOUND_PATH) -> Ask:
    headers = (("Content-Type", FORM_TYPE), ("X-Twilio-Signature", signed))
    return Ask(path, urlencode(list(pairs)).encode(), headers)
