"""A record's fields as one line: JSON for machines, words for eyes; nothing in it that a terminal would obey."""

import json
import re

import msgspec

Fields = dict[str, object]

# Controls, other line ends, format characters and orders of writing direction: shown, never obeyed.
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_encode = msgspec.json.Encoder(enc_hook=repr).encode
_FIRST = ("at", "level", "message", "exception")


def json_line(fields: Fields) -> str:
    try:
        line = _encode(fields).decode()
    except UnicodeEncodeError:
        # A lone surrogate somewhere: the standard library escapes it.
        return json.dumps(fields, default=repr)
    if line.isascii() and "\x7f" not in line:
        return line
    return _OBEYED.sub(_escaped, line)


def text_line(fields: Fields) -> str:
    """The time, the level, the words, then the rest as name=value; a traceback below, set in."""
    rest = " ".join(f"{name}={_shown(value)}" for name, value in fields.items() if name not in _FIRST)
    line = f"{str(fields['at'])[11:23]} {fields['level']:<8} {_harmless(str(fields['message']))}  {rest}"
    trace = str(fields.get("exception", "")).splitlines()
    return "\n    | ".join([line, *map(_harmless, trace)])


def _shown(value: object) -> str:
    text = str(value)
    if text and text.isprintable() and " " not in text:
        return _harmless(text)
    return json_line({"": value})[len('{"":') : -1]


def _harmless(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return _OBEYED.sub(_escaped, text.encode("utf-8", "backslashreplace").decode())


def _escaped(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"
