"""Recognises a one-time code: six digits alone, or digits told to be a code."""

import re

_BARE = re.compile(
    r"\s*(?:(?:it'?s|it is|here you go|here it is|here|this is|got it|use)[\s:,-]{1,4})?"
    r"(?:[A-Za-z]-)?(\d{6}|\d{3}[ -]\d{3})[\s.!]*",
    re.IGNORECASE,
)
_LONGEST = 120
_DIGITS = re.compile(r"[0-9][0-9 -][0-9]{2}")
"""What every code has somewhere; few sums have it."""
_NAMES = re.compile(r"code|\b(?:pin|otp)\b", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:code|pin|otp|passcode)\b[^\d\n]{0,24}(\d{3}[ -]\d{3,5}|\d{4,8})(?!\d)", re.IGNORECASE)
_BEFORE = re.compile(r"\s*(\d{3}[ -]\d{3}|\d{4,8}) is (?:my|the|your)[^\d\n]{0,20}\b(?:code|pin|otp)\b", re.IGNORECASE)
_OTHER_TALK = re.compile(
    r"\b(?:zip|change|swap|switch|set|new|want|make|reset|update|forgot|post|area|promo|discount|door|wifi|wi-fi|gate|alarm|locker|hotel|room|coupon|gift|dress|country|postal|postale|barras|barre|porte|puerta|spent|paid|pay|send|budget|remind|not|qr|bar|voucher)\b",
    re.IGNORECASE,
)


def read_code(text: str) -> str | None:
    """The digits of a code, or None when the text gives none."""
    if len(text) > _LONGEST or not _DIGITS.search(text):
        return None
    found = _BARE.fullmatch(text)
    if found:
        return _digits(found[1])
    if not _NAMES.search(text):
        return None
    if _OTHER_TALK.search(text):
        return None
    found = _NAMED.search(text) or _BEFORE.match(text)
    return _digits(found[1]) if found else None


def _digits(text: str) -> str:
    return "".join(mark for mark in text if mark.isdigit())
