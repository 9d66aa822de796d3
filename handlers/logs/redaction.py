"""Takes out of a log line what must never stand in one: known secrets, and whatever has the shape of a secret."""

import base64
import json
import re
from collections.abc import Iterable
from urllib.parse import quote, quote_plus

from bot.kit.payment_cards import mask_cards

HIDDEN = "[hidden]"
# A shorter "secret" would blacken words that merely look like it.
SHORTEST_SECRET = 6

# Fields whose value is never shown, whatever it is.
HIDDEN_FIELDS = frozenset(
    "code otp pin cvc cvv password passwd secret token auth_token access_token refresh_token bot_token api_key "
    "authorization cookie proof signature dsn database_url".split()
)

# A glance by a literal first letter is three times faster than the shape itself.
_LONG_AFTER_COLON = re.compile(r":[A-Za-z0-9_-]{30}")
_BOT_TOKEN = re.compile(r"[0-9]{6,16}(?::|%3A)[A-Za-z0-9_-]{30,}")
_CREDENTIALS = re.compile(
    r"\b((?:authorization[\"']?\s*[:=]\s*[\"']?)?(?:bearer|basic)\s+)[\w.~+/=-]{6,}", re.IGNORECASE
)
_DSN_PASSWORD = re.compile(r"(://[^\s:/@\"]*:)[^\s@\"]+(?=@)")
_VENDOR_KEY = re.compile(r"\b(?:sk|rk|pk|whsec|sb_secret|sbp)[-_][A-Za-z0-9_-]{12,}")
_JWT = re.compile(r"eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*")
_SPOKEN_CODE = re.compile(
    r"(?<!error )(?<!status )\b((?:code|otp|passcode)\b[^0-9\"\\]{0,20})[0-9]{4,8}\b", re.IGNORECASE
)


class Redactor:
    """``clean`` is the last thing that happens to a line."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        spellings = {
            spelling for secret in secrets if len(secret) >= SHORTEST_SECRET for spelling in _spellings(secret)
        }
        # The longest first, so that no tail of a longer spelling stays.
        self._secrets = tuple(sorted(spellings, key=len, reverse=True))

    def clean(self, line: str) -> str:
        for secret in self._secrets:
            if secret in line:
                line = line.replace(secret, HIDDEN)
        if "://" in line:
            line = _DSN_PASSWORD.sub(rf"\1{HIDDEN}", line)
        if _LONG_AFTER_COLON.search(line) or "%3A" in line:
            line = _BOT_TOKEN.sub(HIDDEN, line)
        lower = line.lower()
        if "bearer" in lower or "basic" in lower:
            line = _CREDENTIALS.sub(rf"\1{HIDDEN}", line)
        if "code" in lower or "otp" in lower:
            line = _SPOKEN_CODE.sub(rf"\1{HIDDEN}", line)
        if "eyj" in lower:
            line = _JWT.sub(HIDDEN, line)
        if "_live_" in lower or "_test_" in lower or "sk-" in lower or "whsec_" in lower or "sb" in lower:
            line = _VENDOR_KEY.sub(HIDDEN, line)
        return mask_cards(line)[0]


def _spellings(secret: str) -> set[str]:
    """The secret as it may stand in a line: as it is, escaped for JSON or an address, or inside some base64."""
    raw = secret.encode()
    spellings = {secret, json.dumps(secret)[1:-1], repr(secret)[1:-1], quote(secret, safe=""), quote_plus(secret)}
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        for offset in range(3):
            # Without the letters that also depend on the bytes before and after.
            core = encode(bytes(offset) + raw)[(0, 2, 3)[offset] : (offset + len(raw)) * 8 // 6].decode()
            if len(core) > SHORTEST_SECRET:
                spellings.add(core)
    return spellings
