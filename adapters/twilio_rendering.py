"""An Answer as SMS: plain words in GSM-7, choices as numbers, cut where a message may be no longer."""

from bot.domain.answer import Answer, Button
from bot.kit.gsm7 import transliterate
from bot.kit.splitting import stretches

# https://www.twilio.com/docs/errors/21617
LONGEST_MESSAGE = 1600

# What is read at a glance on one line; longer choices get a line each.
SHORT_CHOICES = 60


def sms_texts(answer: Answer) -> list[str]:
    """One text per message, none of them blank."""
    words = answer.plain
    if answer.buttons:
        words = f"{words}\n{_choices(answer.buttons, answer.how_to_choose)}"
    text = transliterate(words).strip()
    return [text[start:end] for start, end in stretches(text, LONGEST_MESSAGE)]


def _choices(buttons: tuple[Button, ...], reply: str) -> str:
    numbered = [f"{number} {button.label}" for number, button in enumerate(buttons, 1)]
    in_line = ", ".join(numbered)
    if len(in_line) <= SHORT_CHOICES and not any("," in button.label for button in buttons):
        return f"{in_line}. {reply}".rstrip()
    return "\n".join((*numbered, reply)).rstrip()
