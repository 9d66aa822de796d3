"""What a bot may write: the parse mode read, the length counted, the refusals Telegram would give."""

from adapters.sandbox.telegram_html import CannotParse, Formatted, parse_html, plain, utf16_length
from adapters.sandbox.telegram_refusal import bad_request

Json = dict[str, object]

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


def read_words(text: str, parse_mode: str | None, entities: list[Json] | None) -> Formatted:
    """The content as it will stand. Raises NotOk; Markdown is not spoken here."""
    if parse_mode:
        if parse_mode.upper() != "HTML":
            raise bad_request("unsupported parse_mode")
        try:
            return parse_html(text)
        except CannotParse as why:
            raise bad_request(f"can't parse entities: {why}") from why
    content = plain(text)
    return Formatted(content.text, entities or [], content.html)


def check_text(content: Formatted) -> Formatted:
    if not content.text.strip():
        raise bad_request("message text is empty")
    if utf16_length(content.text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return content


def check_draft(content: Formatted) -> Formatted:
    """A draft may have no words yet."""
    return check_text(content) if content.text else content


def check_caption(content: Formatted) -> Formatted:
    if utf16_length(content.text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return content
