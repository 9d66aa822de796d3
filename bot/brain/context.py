"""What a model is told before the person's words: the day, their manners, what was said lately. No more than that."""

from bot.brain.tools import system_template
from bot.domain.decision import Reader
from bot.domain.memory import Memory
from bot.kit.plain_text import plain_text
from bot.ports.conversations import Exchange
from bot.ports.language_model import Entry, Said
from bot.services.recalling import for_the_prompt

LANGUAGES = {"en": "English", "de": "German", "es": "Spanish", "fr": "French"}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Characters of an answer: an SMS is 160 of them.
LONGEST_ANSWER = {"sms": 300}
USUAL_ANSWER = 600
LONGEST_SAID = 300
OPENS, CLOSES = "⟦", "⟧"


def system_text(reader: Reader) -> str:
    return system_template().format(
        language=LANGUAGES.get(reader.language, "English"),
        weekday=WEEKDAYS[reader.today.weekday()],
        today=reader.today.isoformat(),
        time=reader.time,
        timezone=reader.timezone,
        currency=reader.currency,
        locale=reader.locale,
        channel="SMS" if reader.channel == "sms" else "chat",
        most=longest_answer(reader),
    )


def longest_answer(reader: Reader) -> int:
    return LONGEST_ANSWER.get(reader.channel, USUAL_ANSWER)


def entries(text: str, exchanges: tuple[Exchange, ...], known: tuple[Memory, ...]) -> tuple[Entry, ...]:
    """The person's last words on either phone with what PAM did about them, what is known, then this message."""
    told: list[Entry] = []
    for exchange in exchanges:
        told.extend((Said("user", plain_text(exchange.words)[:LONGEST_SAID]), Said("assistant", _did(exchange))))
    if known:
        told.append(Said("user", "What PAM remembers of me: " + data(for_the_prompt(list(known)))))
    return (*told, Said("user", text))


def data(lines: tuple[str, ...], most: int | None = None) -> str:
    """Lines out of the books, with marks around them that nothing in them can forge, however much is cut."""
    safe = (plain_text(line).replace(OPENS, "[").replace(CLOSES, "]") for line in lines)
    return f"{OPENS}{chr(10).join(safe)[:most]}{CLOSES}"


def _did(exchange: Exchange) -> str:
    """Names of skills alone: what PAM said holds words of others."""
    return f"({', '.join(exchange.did) or 'asked back'})"
