"""Makes any text plain to read: one form for every letter, digit, space and dash, and nothing that hides."""

import re
import unicodedata

LONGEST = 4096

UNREADABLE = "\u0294"
"""Stands for a mark whose number could be misread (a superscript, a struck-out digit, a turned direction)."""

_SPACES_AND_DASHES = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\u2002\u2003\u2005\t", " "),
        "\u066b": ".",
        "\u066c": ",",
        "\u2044": UNREADABLE,
    }
)
_TURNED = re.compile("[\u202d\u202e\u2067\u2068]")
_PILED_MARKS = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{3,}")
_STRUCK = re.compile("[\u0334-\u0338\u20d2\u20d3\u20e5]")


def tidy(text: str) -> str:
    """The text in lower-level order: composed, format characters gone, digits of every script as 0-9. Case is kept."""
    text = text[:LONGEST]
    if text.isascii():
        return text.replace("\t", " ")
    text = _TURNED.sub(UNREADABLE, _STRUCK.sub(UNREADABLE, text))
    text = _PILED_MARKS.sub("", text)
    text = "".join(map(_plain, text))
    text = unicodedata.normalize("NFKC", text)[:LONGEST]
    return "".join(map(_plain, text)).translate(_SPACES_AND_DASHES)


def _plain(mark: str) -> str:
    if mark.isascii():
        return mark
    match unicodedata.category(mark):
        case "Nd":
            return str(unicodedata.decimal(mark))
        case "No":
            return UNREADABLE
        case "Cf" | "Cs" | "Me":
            return ""
    return "" if mark == "\ufe0f" else mark
