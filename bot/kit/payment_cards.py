"""Finds payment card numbers in a text and masks them, so that no layer below ever sees one."""

import re
import unicodedata

# What people put between digits: blanks, dashes, dots, a line, or something nobody sees.
_GAP = (
    r"[\s\-._/\u00ad\u00b7\u2010-\u2015\u2022\u2024\u2212\ufe58\ufe63\uff0d\uff0e"
    r"\u200b-\u200f\u2060-\u2064\ufe0f\u20e3\ufeff]"
)
# The same in ASCII, for a glance: without the gaps, twelve digits in a row.
_ASCII_GAPS = b" \t\n\r\v\f-._/"
_DIGITS_AS_ZERO = bytes(ord("0") if 48 <= byte <= 57 else byte for byte in range(256))
_TWELVE = b"0" * 12
_RUN = re.compile(rf"[0-9](?:{_GAP}{{0,4}}[0-9]){{11,}}")
_EXPIRY_AND_CODE = re.compile(
    r"[\s,;:|]*(?:(?:exp\w*|valid\w*)?\W{0,3}[01]?[0-9]\s?[/\-. ]\s?(?:20)?[0-9]{2})?"
    r"(?:\W{0,3}(?:cvc|cvv|cvn|cid|csc|security code|code|pin)2?(?: is)?)?\W{1,4}"
    r"(?P<code>[0-9]{3,4})(?![0-9.,]?[0-9])",
    re.IGNORECASE,
)
_NAMED_CODE = re.compile(r"((?:cvc|cvv|cvn|cid|csc|security code)2?(?: is)?\W{0,3})[0-9]{3,4}(?![0-9])", re.IGNORECASE)
_IBAN_HEAD = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2} ?[0-9]{2}")
_SHORTEST, _LONGEST = 12, 19

_ANY_LENGTH = tuple(range(_SHORTEST, _LONGEST + 1))
# First and last prefix of the issuer, and the lengths its numbers have (ISO/IEC 7812 ranges as the networks publish).
_ISSUERS = (
    ("4", "4", (13, 16, 19)),  # Visa
    ("51", "55", (16,)),  # Mastercard
    ("2221", "2720", (16,)),
    ("34", "34", (15,)),  # American Express
    ("37", "37", (15,)),
    ("6011", "6011", (16, 19)),  # Discover
    ("644", "659", (16, 19)),
    ("3528", "3589", (16, 19)),  # JCB
    ("300", "305", (14, 16, 19)),  # Diners Club
    ("3095", "3095", (14, 16, 19)),
    ("36", "36", (14, 16, 19)),
    ("38", "39", (14, 16, 19)),
    ("62", "62", (16, 17, 18, 19)),  # UnionPay
    ("5018", "5018", _ANY_LENGTH),  # Maestro
    ("5020", "5020", _ANY_LENGTH),
    ("5038", "5038", _ANY_LENGTH),
    ("5893", "5893", _ANY_LENGTH),
    ("6304", "6304", _ANY_LENGTH),
    ("6759", "6763", _ANY_LENGTH),
)
_DOUBLED = dict(zip("0123456789", (0, 2, 4, 6, 8, 1, 3, 5, 7, 9), strict=True))


def mask_cards(text: str) -> tuple[str, bool]:
    """The text with every card number as ``[card ending 1111]`` and its security code as ``[code]``; True if any."""
    if len(text) < _SHORTEST:
        return text, False
    if text.isascii():
        if _TWELVE not in text.encode().translate(_DIGITS_AS_ZERO, _ASCII_GAPS):
            return text, False
        digits = text
    else:
        digits = _with_ascii_digits(text)
    cards = [card for run in _RUN.finditer(digits) for card in _cards_in(digits, run)]
    if not cards:
        return text, False
    pieces: list[str] = []
    end = len(text)
    for start, stop, last_four in reversed(cards):
        pieces += [_without_code(text[stop:end], digits[stop:end]), f"[card ending {last_four}]"]
        end = start
    pieces.append(text[:end])
    return _NAMED_CODE.sub(r"\1[code]", "".join(reversed(pieces))), True


def _is_card_number(digits: str) -> bool:
    """ASCII digits without gaps: a length and prefix some network issues, and a right check digit."""
    if digits[0] not in "234568":
        return False
    return _passes_luhn(digits) and any(
        len(digits) in lengths and first <= digits[: len(first)] <= last for first, last, lengths in _ISSUERS
    )


def _with_ascii_digits(text: str) -> str:
    """The text, character by character, every digit of whatever script or shape as its ASCII digit."""
    if sum(map(str.isdigit, text)) < _SHORTEST:
        return ""
    return "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text)


def _cards_in(text: str, run: re.Match[str]) -> list[tuple[int, int, str]]:
    """Start, stop and last four digits of the cards in one run; a card begins and ends where a group does."""
    places = [index for index in range(run.start(), run.end()) if "0" <= text[index] <= "9"]
    digits = "".join([text[index] for index in places])
    cards: list[tuple[int, int, str]] = []
    for first in range(len(places) - _SHORTEST + 1):
        if first and places[first] - places[first - 1] == 1:
            continue
        last = first + _length_of_card_at(first, digits, places) - 1
        start, stop = places[first], places[last] + 1
        if last < first or _is_phone(text, start, len(places)) or _is_iban(text, start, stop):
            continue
        if cards and start < cards[-1][1]:
            # Two readings overlap: both are hidden.
            start, stop = cards[-1][0], max(stop, cards.pop()[1])
            last = places.index(stop - 1)
        cards.append((start, stop, digits[last - 3 : last + 1]))
    return cards


def _length_of_card_at(first: int, digits: str, places: list[int]) -> int:
    """How many digits the card beginning here has, 0 if none does."""
    count = len(digits)
    for length in range(min(_LONGEST, count - first), _SHORTEST - 1, -1):
        stop = first + length
        group_ends = stop == count or places[stop] - places[stop - 1] > 1
        if group_ends and _is_card_number(digits[first:stop]):
            return length
    return 0


def _passes_luhn(digits: str) -> bool:
    return (sum(map(int, digits[-1::-2])) + sum(map(_DOUBLED.__getitem__, digits[-2::-2]))) % 10 == 0


def _is_phone(text: str, start: int, count: int) -> bool:
    """A number after a plus, of at most the 15 digits that E.164 allows."""
    return count <= 15 and start > 0 and text[start - 1] == "+"


def _is_iban(text: str, start: int, stop: int) -> bool:
    """Two letters before these digits, and an account number whose remainder is right covers them all."""
    begin = start
    while begin > 0 and start - begin < 30 and (text[begin - 1].isalnum() or text[begin - 1] == " "):
        begin -= 1
        if not _IBAN_HEAD.match(text, begin):
            continue
        signs = [(place, sign) for place, sign in enumerate(text[begin : begin + 44]) if sign != " "]
        for length in range(15, min(34, len(signs)) + 1):
            last = begin + signs[length - 1][0]
            if last >= stop - 1 and _remainder_is_one("".join(sign for _, sign in signs[:length])):
                return True
    return False


def _remainder_is_one(iban: str) -> bool:
    if not (iban.isascii() and iban.isalnum()):
        return False
    return int("".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4])) % 97 == 1


def _without_code(text: str, digits: str) -> str:
    """What follows a card, its security code hidden."""
    code = _EXPIRY_AND_CODE.match(digits)
    if code is None:
        return text
    return f"{text[: code.start('code')]}[code]{text[code.end('code') :]}"
