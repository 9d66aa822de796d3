"""The alphabet of SMS: what a text costs in segments, and how to say it in GSM-7 where that loses no meaning.

Alphabet and segment sizes from 3GPP TS 23.038 and TS 23.040: 160 septets alone, 153 when joined; one character
outside the alphabet turns the whole text into UCS-2, 70 units alone and 67 joined.
"""

import functools
import re
import unicodedata

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = frozenset("\f^{}\\[~]|€")
ALPHABET = BASIC | EXTENSION
ALONE = 160

_ALL_GSM7 = re.compile("[" + re.escape("".join(sorted(ALPHABET))) + "]*")
_EXTENDED = re.compile("[" + re.escape("".join(sorted(EXTENSION))) + "]")

_SPELLED = {
    **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−•", "-"),
    "⁄": "/", "÷": "/", "×": "x", "·": ".", "≤": "<=", "≥": ">=", "≠": "not ", "≈": "about ", "±": "+/-",
    "→": "->", "←": "<-", "°": " deg", "✓": "ok", "✔": "ok", "✅": "ok", "\t": " ", "\u2028": "\n", "\u2029": "\n",
    "µ": "u", "©": "(c)", "®": "(r)", "™": "TM", "№": "No.",
    "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ħ": "h", "Ħ": "H",
    "ı": "i", "ĸ": "k", "ŋ": "n", "Ŋ": "N", "œ": "oe", "Œ": "OE", "ŧ": "t", "Ŧ": "T", "ẞ": "SS", "ƒ": "f", "ə": "e",
    "₹": "Rs", "₨": "Rs", "¢": "c", "₿": "BTC", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₴": "UAH", "₦": "NGN",
    "₫": "VND", "₱": "PHP", "฿": "THB", "₪": "ILS", "₡": "CRC", "₲": "PYG", "₵": "GHS", "₸": "KZT", "₾": "GEL",
    "₼": "AZN", "₮": "MNT", "₭": "LAK", "৳": "BDT", "៛": "KHR", "﷼": "IRR", "֏": "AMD", "؋": "AFN",
}  # fmt: skip


def is_gsm7(text: str) -> bool:
    return _ALL_GSM7.fullmatch(text) is not None


def septets(text: str) -> int:
    """Septets of a GSM-7 text; characters of the extension table count two."""
    return len(text) + len(_EXTENDED.findall(text))


def segments(text: str) -> int:
    """How many messages a text is billed as; no character is torn between two, and an empty text still counts one."""
    if is_gsm7(text):
        # Most texts are one: they are not looked at letter by letter.
        return 1 if septets(text) <= ALONE else _joined(_septet_widths(text), alone=ALONE, joined=153)
    return _joined([2 if char > "\uffff" else 1 for char in text], alone=70, joined=67)


def transliterate(text: str) -> str:
    """The same words in GSM-7, or the text as it is where letters of another script have no other spelling.

    Pictures and invisible characters are dropped: they decorate, and one of them would more than double the cost.
    """
    if is_gsm7(text):
        return text
    spelled = "".join(map(_spelling, unicodedata.normalize("NFC", text)))
    if not is_gsm7(spelled):
        return text
    return re.sub(" {2,}", " ", spelled) if "  " not in text else spelled


def _septet_widths(text: str) -> list[int]:
    return [2 if char in EXTENSION else 1 for char in text]


def _joined(widths: list[int], *, alone: int, joined: int) -> int:
    if sum(widths) <= alone:
        return 1
    count, room = 1, joined
    for width in widths:
        if width > room:
            count, room = count + 1, joined
        room -= width
    return count


@functools.lru_cache(maxsize=1024)
def _spelling(char: str) -> str:
    """GSM-7 for one character; empty for decoration; the character itself where only its own script can say it."""
    if char in ALPHABET:
        return char
    if char in _SPELLED:
        return _SPELLED[char]
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    taken_apart = unicodedata.normalize("NFKD", char)
    if taken_apart != char:
        return "".join(map(_spelling, taken_apart))
    return char if unicodedata.category(char)[0] == "L" else " " if char.isspace() else ""
