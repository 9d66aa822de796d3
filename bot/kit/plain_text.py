"""Text as a person wrote it, without what nobody sees: composed, stripped of control and format characters, capped."""

import re
import unicodedata

# Telegram's own limit of a message.
LONGEST_TEXT = 4096

# Control characters (tab and newline stay), format characters (category Cf), and the separators of lines unknown
# to a chat. The zero-width joiner U+200D stands apart: inside an emoji it is kept.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200c\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
_EMOJI = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_JOINER_OUTSIDE_EMOJI = re.compile(f"(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])")
# Two marks on a letter are language, a tower of them is not.
_TOWER = re.compile("([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{2})"
                    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")  # fmt: skip


def plain_text(text: str) -> str:
    """The same words in NFC, at most 4,096 characters; a lone surrogate becomes U+FFFD. Repeats safely."""
    if text.isascii() and text.isprintable():
        return text[:LONGEST_TEXT]
    # Composing can lengthen or shorten, so a hostile text is cut before the work and once more after it.
    text = _LINE_END.sub("\n", text[: 2 * LONGEST_TEXT])
    text = _LONE_SURROGATE.sub("\ufffd", text)
    text = _UNSEEN.sub("", text)
    text = _JOINER_OUTSIDE_EMOJI.sub("", text)
    text = unicodedata.normalize("NFC", text)
    return _TOWER.sub(r"\1", text)[:LONGEST_TEXT]


def plain_name(name: str) -> str:
    """A person's name on one line, at most 64 characters."""
    return " ".join(plain_text(name).split())[:64]
