"""Cuts a text into words, numbers and marks, in one pass that never looks back far."""

import re

import msgspec

SYMBOLS = "$€£₹¥₩₽₺₴₦₱฿₪₫₡₲₵₸₿¢﷼"


class Token(msgspec.Struct, gc=False):
    """One piece of the text. ``word`` is lower case; ``gap`` tells whether a space stood before it."""

    kind: str
    word: str
    raw: str
    gap: bool
    at: int


# Most words are plain: told first, they are spared the search for addresses and figures (a third of the time).
# Every repetition is bounded or runs over one class of characters: the time grows with the length of the text.
_TOKEN = re.compile(
    rf"""
      (?P<plain>(?!(?:rs|inr|usd|eur|gbp|chf|aud|cad|rm)\b)[a-z]{{1,60}}(?=\ |$))
    | (?P<link>https?://|www\.)
    | (?P<email>[\w.+-]{{1,64}}@[\w-]{{1,63}}\.[\w.-]{{1,63}})
    | (?P<phone>(?<!\w)\+[1-9][\d ()-]{{6,18}}\d(?!\w))
    | (?P<tag>(?<!\w)\#[^\W\d_][\w-]{{0,40}})
    | (?P<number>
        (?:(?<![\w.,])[-+])?
        (?:(?:(?<!\w)[A-Za-z]{{1,2}}\$|[{SYMBOLS}])\ ?-?)?
        (?:(?<![\d.,])[.,])?\d(?:[\d.,:/'-]{{0,40}}\d)?
        (?:[.,]-{{1,2}}(?!\d))?
        (?:x(?=\d)|[^\W_]\w{{0,20}}|%)?
        (?:\ ?[{SYMBOLS}](?!\ ?\d))?
      )
    | (?P<unit>
        (?<!\w)(?:[Rr][Ss]|INR|USD|EUR|GBP|CHF|AUD|CAD|NZD|SGD|JPY|RM|inr|usd|eur|gbp|chf|aud|cad|rm)\.?(?=\ ?\d)
      )
    | (?P<word>[^\W\d_](?:\w|['&-](?=\w)|\.(?=[^\W\d_])){{0,60}})
    | (?P<mark>\n|\S)
    """,
    re.VERBOSE,
)


def tokenise(text: str) -> list[Token]:
    """The tokens of a tidied text, in order."""
    tokens = []
    ended = -1
    for found in _TOKEN.finditer(text):
        raw = found.group()
        first = found.start()
        kind = found.lastgroup or "mark"
        if kind == "plain":
            tokens.append(Token("word", raw, raw, first != ended, first))
        else:
            tokens.append(Token(kind, raw.lower(), raw, first != ended, first))
        ended = found.end()
    return tokens
