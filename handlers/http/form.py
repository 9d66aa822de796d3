"""Reads application/x-www-form-urlencoded exactly: what is not well-formed is not guessed at."""

from urllib.parse import unquote_to_bytes

MOST_PARAMETERS = 100
_HEX = frozenset("0123456789abcdefABCDEF")

Parameters = list[tuple[str, str]]


class IllFormed(Exception):
    """What arrived is not what its sender's rules say; the message never quotes it."""


def parse_form(body: bytes) -> Parameters:
    """Names and values in the order they came, repeats included. Raises IllFormed."""
    if not body:
        return []
    if not body.isascii():
        raise IllFormed("bytes that should have been escaped")
    text = body.decode("ascii")
    if not text.isprintable() or " " in text:
        raise IllFormed("blanks or control characters that should have been escaped")
    if text.count("&") >= MOST_PARAMETERS:
        raise IllFormed("too many parameters")
    parameters: Parameters = []
    for part in text.split("&"):
        name, equals, value = part.partition("=")
        if not (name and equals):
            raise IllFormed("a parameter without a name or a value")
        parameters.append((_decoded(name), _decoded(value)))
    return parameters


def _decoded(written: str) -> str:
    if "+" in written:
        written = written.replace("+", " ")
    if "%" not in written:
        return written
    escapes = written.split("%")[1:]
    if not all(len(escape) >= 2 and escape[0] in _HEX and escape[1] in _HEX for escape in escapes):
        raise IllFormed("a broken escape")
    try:
        return unquote_to_bytes(written).decode()
    except UnicodeDecodeError:
        raise IllFormed("escaped bytes that are not UTF-8") from None
