"""What a person can do at the page, as it is posted."""

from typing import Literal

import msgspec

from adapters.sandbox.faults import Vendor


class Deed(msgspec.Struct, forbid_unknown_fields=True):
    """One thing done at the page."""


class Say(Deed):
    phone: Literal["telegram", "sms"]
    text: str


class Tap(Deed):
    message_id: str
    data: str


class Break(Deed):
    vendor: Vendor
    mode: Literal["ok", "slow", "error", "down", "drop", "repeat", "limit", "mad"]


class MoveClock(Deed):
    hours: float


class Hello(Deed):
    timezone: str


class ShareContact(Deed):
    own: bool


class SendSample(Deed):
    of: Literal["receipt", "voice note"]


class StartOver(Deed):
    """``language`` is a BCP 47 tag to begin in."""

    language: str = ""
