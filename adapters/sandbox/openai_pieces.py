"""Server-sent events, and words cut as a model sends them."""

import re

import msgspec

# A word with the space before it: about a token.
WORD = re.compile(r"\s*\S+|\s+\Z")


def event(content: object, name: str = "") -> bytes:
    head = f"event: {name}\n".encode() if name else b""
    return head + b"data: " + msgspec.json.encode(content) + b"\n\n"


def pieces_of(text: str) -> list[str]:
    """Joined they are the text."""
    return WORD.findall(text)
