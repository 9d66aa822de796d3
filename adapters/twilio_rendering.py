"""An Answer as SMS: plain words in GSM-7, choices as numbers, cut where a message may be no longer."""

from bot.domain.answer import Answer
from bot.kit.gsm7 import transliterate
from bot.kit.splitting import stretches

# https://www.twilio.com/docs/errors/21617
LONGEST_MESSAGE = 1600


def sms_texts(answer: Answer) -> list[str]:
    """One text per message, none of them blank."""
    text = transliterate(answer.numbered).strip()
    return [text[start:end] for start, end in stretches(text, LONGEST_MESSAGE)]
