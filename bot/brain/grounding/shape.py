"""What prose may look like: short, plain, in letters people see, without a way out of the chat."""

import re
import unicodedata

LONGEST = 900
_SIGNS = frozenset(".,;:!?…'\"’‘‚“”„«»‹›()[]–—-/%&+*#€$£¥₹¿¡·•\u00a0\u202f \n\u2212<")
_EMOJI = frozenset("😀😃😄😁😊🙂😉😎🙌👍👏🎉🎊💪✨🌟⭐🍀☕🛒🍽🏠🚕🚌🍕🥳🤗👋🎯💡📊💰🙏❤🛍🧾🥦🍎🐷\ufe0f")
_BULLET = re.compile(r"^[ \t]*(?:[-*•–][ \t]+|#{1,6}[ \t]+)", re.MULTILINE)
_DOMAIN = re.compile(
    r"[^\W_]\.(?:com|org|net|io|me|ly|co|app|dev|info|biz|xyz|ru|de|es|fr|uk|eu|us|gg|link|to|ai)\b", re.IGNORECASE
)
# Not "Lebensmittel:".
_TELEPHONE = re.compile(r"\btel:")
_PHONE = re.compile(r"\+?\d(?:[ ()./-]{0,2}\d){7,}")


def plain(prose: str) -> str:
    """Without the emphasis, headings and bullets of Markdown, and without empty lines."""
    text = _BULLET.sub("", prose.replace("**", "").replace("\r\n", "\n"))
    return "\n".join(line.rstrip() for line in text.split("\n") if line.strip()).strip()


def links_in(prose: str, said: str) -> bool:
    """An address to go, write or call to; a name with a full stop in it that a statement has is none."""
    lower = prose.lower()
    if any(sign in lower for sign in ("://", "www.", "@", "](", "mailto", "http")) or _TELEPHONE.search(lower):
        return True
    if any(
        match.group() and _word_around(lower, match.start()) not in said.lower() for match in _DOMAIN.finditer(lower)
    ):
        return True
    return any(match.group() not in said for match in _PHONE.finditer(prose))


def _word_around(text: str, at: int) -> str:
    start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    end = text.find(" ", at)
    return text[start : len(text) if end < 0 else end].strip(".,;:!?()\n")


def is_misshapen(prose: str, said: str) -> bool:
    """Too long, empty, or with signs that hide, draw or reckon; letters of another script only out of a statement."""
    if not prose.strip() or len(prose) > LONGEST:
        return True
    if "<" in prose.replace("<1 %", "").replace("<1%", "").replace("<1\u00a0%", ""):
        return True
    return any(not _is_shown(sign) and sign not in said for sign in set(prose))


def _is_shown(sign: str) -> bool:
    if sign in _SIGNS or sign in _EMOJI:
        return True
    if sign.isascii():
        return sign.isalnum()
    return (
        sign.isalpha()
        and unicodedata.name(sign, "").startswith("LATIN ")
        and unicodedata.normalize("NFKC", sign) == sign
    )
