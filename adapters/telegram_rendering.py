"""An Answer in Telegram's dress: HTML in parts that fit one message each, and buttons in rows."""

from collections.abc import Iterator

from bot.domain.answer import Answer, Button, Span
from bot.domain.chart import Chart
from bot.kit.splitting import stretches

# https://core.telegram.org/bots/api#sendmessage: characters after the markup is read; counted here as UTF-16 units.
LONGEST_MESSAGE = 4096
# https://core.telegram.org/bots/api#sendphoto
LONGEST_CAPTION = 1024

# What three buttons in a row, or two, can show on a narrow phone.
SHORT_LABEL = 10
MIDDLE_LABEL = 16


def html_parts(answer: Answer) -> list[str]:
    """The answer in messages, cut between lines or words where it is too long for one."""
    plain = answer.plain
    if len(plain) <= LONGEST_MESSAGE // 2:
        return [_whole(answer)]
    limit = LONGEST_MESSAGE if max(plain) <= "\uffff" else LONGEST_MESSAGE // 2
    return ["".join(map(_html, _cut_out(answer, start, end))) for start, end in stretches(plain, limit)]


def caption(answer: Answer) -> dict[str, object] | None:
    """The fields that put the whole answer and its buttons under a picture; None where it is too long for that."""
    if _utf16_length(answer.plain) > LONGEST_CAPTION:
        return None
    fields: dict[str, object] = {"caption": _whole(answer), "parse_mode": "HTML"}
    return {**fields, "reply_markup": keyboard(answer.buttons)} if answer.buttons else fields


def short_caption(chart: Chart | None) -> dict[str, object]:
    """What a picture shows, in a sentence, for a picture whose words are another message."""
    units = chart.alt.encode("utf-16-le", "replace") if chart else b""
    return {"caption": units[: 2 * LONGEST_CAPTION].decode("utf-16-le", "ignore")}


def keyboard(buttons: tuple[Button, ...]) -> dict[str, list[list[dict[str, str]]]] | None:
    """Inline buttons whose ``callback_data`` is the token, as many in a row as their labels leave room for."""
    if not buttons:
        return None
    longest = max(len(button.label) for button in buttons)
    width = 3 if longest <= SHORT_LABEL else 2 if longest <= MIDDLE_LABEL else 1
    keys = [{"text": button.label, "callback_data": button.token} for button in buttons]
    return {"inline_keyboard": [keys[at : at + width] for at in range(0, len(keys), width)]}


def _utf16_length(text: str) -> int:
    """As Telegram counts: https://core.telegram.org/bots/api#messageentity."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _whole(answer: Answer) -> str:
    return "\n".join("".join(map(_html, line)) for line in answer.lines)


def _html(span: Span) -> str:
    text = span.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<b>{text}</b>" if span.strong else text


def _cut_out(answer: Answer, start: int, end: int) -> Iterator[Span]:
    """The spans, or pieces of them, that lie between two places of the answer's plain text."""
    at = 0
    for span in _with_newlines(answer):
        piece = span.text[max(0, start - at) : max(0, end - at)]
        if piece:
            yield Span(piece, strong=span.strong)
        at += len(span.text)


def _with_newlines(answer: Answer) -> Iterator[Span]:
    for number, line in enumerate(answer.lines):
        if number:
            yield Span("\n")
        yield from line
