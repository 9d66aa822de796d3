"""What can be wrong with an answer of OpenAI's, in PAM's words: its own never get into a message or a log."""

import math
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import TypeVar

import msgspec

from adapters.guard import KeyRefused
from bot.domain.errors import PamError, Rejected, Unavailable

# A pause that is asked for without a time.
PAUSE_S = 1.0

Shape = TypeVar("Shape")


class Stumbled(Unavailable):
    """Out of order, or the connection broke off: asked once more it may well answer."""


def in_pams_words(status: int, code: str | None, headers: Mapping[str, str]) -> PamError:
    """``code`` is the error's own, https://platform.openai.com/docs/guides/error-codes."""
    if code == "insufficient_quota":
        return KeyRefused("OpenAI: the quota is used up")
    if status in {401, 403}:
        return KeyRefused(f"OpenAI does not take the key ({status})")
    if status == 404 or code == "model_not_found":
        return KeyRefused("OpenAI: no such model, or no such address")
    if status == 429:
        return Unavailable("OpenAI asked for a pause", retry_after_s=_pause_s(headers))
    if status >= 500 or status in {408, 409}:
        return Stumbled(f"OpenAI is out of order ({status})")
    if status < 400:
        return Unavailable(f"OpenAI points elsewhere ({status})")
    return Rejected("refused", str(status))


def read(decoder: msgspec.json.Decoder[Shape], body: bytes | msgspec.Raw) -> Shape:
    """Raises Unavailable for what is not the answer's shape, HTML among it."""
    try:
        return decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as failure:
        raise Unavailable("OpenAI's answer cannot be read") from failure


def _pause_s(headers: Mapping[str, str]) -> float:
    """Of ``retry-after-ms``, OpenAI's own, or ``retry-after``: seconds, or a date, read by the server's clock."""
    milliseconds = _number(headers.get("retry-after-ms", ""))
    if milliseconds is not None:
        return milliseconds / 1000
    named = headers.get("retry-after", "")
    seconds = _number(named)
    if seconds is None:
        seconds = _seconds_to(named, headers.get("date", ""))
    return PAUSE_S if seconds is None else seconds


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _seconds_to(later: str, now: str) -> float | None:
    try:
        return max(0.0, (parsedate_to_datetime(later) - parsedate_to_datetime(now)).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None
