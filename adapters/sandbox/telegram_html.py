"""Telegram's own small HTML: text, entities and a safe copy for the page, or the refusal Telegram would give."""

import html
import re
from dataclasses import dataclass, field

ENTITY_OF = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
}
SHOWN_AS = {"bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre"}

TAG = re.compile(
    r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[a-zA-Z-]+(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))?)*)\s*>"
)
HREF = re.compile(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(\S+))")
CHARACTER = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
SAFE_LINK = re.compile(r"(?:https?|tg|mailto):", re.IGNORECASE)


class CannotParse(Exception):
    """The description after "can't parse entities: "."""


@dataclass(frozen=True)
class Formatted:
    """``html`` holds only b, i, u, s, code, pre and a with a harmless address."""

    text: str
    entities: list[dict[str, object]]
    html: str


@dataclass
class _Open:
    tag: str
    offset: int
    byte_offset: int
    url: str = ""


@dataclass
class _Reading:
    source: str
    text: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    entities: list[dict[str, object]] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    length: int = 0

    def add_text(self, raw: str) -> None:
        text = CHARACTER.sub(lambda found: html.unescape(found[0]), raw)
        self.text.append(text)
        self.shown.append(html.escape(text))
        self.length += utf16_length(text)

    def open(self, tag: str, attributes: str, at: int) -> None:
        if tag not in ENTITY_OF:
            raise CannotParse(f'Unsupported start tag "{tag}" at byte offset {at}')
        found = HREF.search(attributes)
        url = html.unescape(found[1] or found[2] or found[3] or "") if found else ""
        opened = _Open(tag, self.length, at, url)
        self.stack.append(opened)
        self.shown.append(_shown_start(opened))

    def close(self, tag: str, at: int) -> None:
        if not self.stack:
            raise CannotParse(f"Unexpected end tag at byte offset {at}")
        opened = self.stack.pop()
        if opened.tag != tag:
            raise CannotParse(f'Unmatched end tag at byte offset {at}, expected "</{opened.tag}>", found "</{tag}>"')
        self.shown.append(_shown_end(opened))
        kind = ENTITY_OF[tag]
        if self.length == opened.offset or (kind == "text_link" and not opened.url):
            return
        entity: dict[str, object] = {"type": kind, "offset": opened.offset, "length": self.length - opened.offset}
        if kind == "text_link":
            entity["url"] = opened.url
        self.entities.append(entity)


def parse_html(source: str) -> Formatted:
    """Raises CannotParse for an unknown, unclosed or crossed tag and for a bare ``<``."""
    reading = _Reading(source)
    position = 0
    while (start := source.find("<", position)) >= 0:
        reading.add_text(source[position:start])
        at = len(source[:start].encode())
        tag = TAG.match(source, start)
        if tag is None:
            raise CannotParse(_why_no_tag(source, start, at))
        if tag[1]:
            reading.close(tag[2].lower(), at)
        else:
            reading.open(tag[2].lower(), tag[3], at)
        position = tag.end()
    reading.add_text(source[position:])
    if reading.stack:
        opened = reading.stack[-1]
        raise CannotParse(
            f'Can\'t find end tag corresponding to start tag "{opened.tag}" at byte offset {opened.byte_offset}'
        )
    entities = sorted(reading.entities, key=lambda entity: (entity["offset"], -_length(entity)))
    return Formatted("".join(reading.text), entities, "".join(reading.shown))


def plain(text: str) -> Formatted:
    """Text without a parse mode."""
    return Formatted(text, [], html.escape(text))


def utf16_length(text: str) -> int:
    """Telegram counts offsets and lengths in UTF-16 code units."""
    return len(text) + sum(character > "\uffff" for character in text)


def _length(entity: dict[str, object]) -> int:
    length = entity["length"]
    return length if isinstance(length, int) else 0


def _why_no_tag(source: str, start: int, at: int) -> str:
    if ">" not in source[start:]:
        return f"Unclosed start tag at byte offset {at}"
    name = re.match(r"</?([^\s>]*)", source[start:])
    return f'Unsupported start tag "{name[1] if name else ""}" at byte offset {at}'


def _shown_start(opened: _Open) -> str:
    kind = ENTITY_OF[opened.tag]
    if kind == "text_link" and SAFE_LINK.match(opened.url):
        return f'<a href="{html.escape(opened.url)}">'
    return f"<{SHOWN_AS[kind]}>" if kind in SHOWN_AS else ""


def _shown_end(opened: _Open) -> str:
    kind = ENTITY_OF[opened.tag]
    if kind == "text_link" and SAFE_LINK.match(opened.url):
        return "</a>"
    return f"</{SHOWN_AS[kind]}>" if kind in SHOWN_AS else ""
