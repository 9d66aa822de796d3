"""What a message arrives into, and the first reading of it: all that needs no brain."""

import re

import msgspec

from bot.domain.decision import SkillCall
from bot.domain.keywords import LineWord, line_word
from bot.domain.messages import IncomingMessage
from bot.domain.person import KnownAddress, Person
from bot.domain.taxonomy import fold, knows
from bot.domain.yes_or_no import answered
from bot.ports.questions import OpenQuestion

START = re.compile(r"/start(?:\s+(\S{1,64}))?\s*", re.IGNORECASE)
INVITE = re.compile(r"[A-Z2-7]{4}-?[A-Z2-7]{4}", re.IGNORECASE)
LINK_CODE = re.compile(r"\d{3}[ -]?\d{3}")
NUMBERED = re.compile(r"#?([1-9])[.)]?")
DAY_OF_MONTH = re.compile(r"(?:on |from )?(?:the )?([1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?", re.IGNORECASE)
WORDS_OF_A_CATEGORY = 3


class Situation(msgspec.Struct, frozen=True):
    """The message, where it came from, who that is, and what they were asked last."""

    message: IncomingMessage
    known: KnownAddress
    person: Person | None
    question: OpenQuestion | None


class LineWish(msgspec.Struct, frozen=True):
    """STOP, START or HELP."""

    word: LineWord


class CardSent(msgspec.Struct, frozen=True):
    """A card number was in it: nothing else of the message counts."""


class CodeTyped(msgspec.Struct, frozen=True):
    """An invitation or a link code, alone or behind /start."""

    code: str


class Hello(msgspec.Struct, frozen=True):
    """/start without a code."""


class Tapped(msgspec.Struct, frozen=True):
    """A button was pressed."""


class Chosen(msgspec.Struct, frozen=True):
    """The open question was answered by number, by a choice's words, or by the missing word."""

    calls: tuple[SkillCall, ...]


class Unreadable(msgspec.Struct, frozen=True):
    """Neither words in it nor a file that could be taken in."""


class Attached(msgspec.Struct, frozen=True):
    """A picture, a voice note, or another file, perhaps with words under it."""


class Words(msgspec.Struct, frozen=True):
    """Ordinary words: for the brain."""


Reading = LineWish | CardSent | CodeTyped | Hello | Tapped | Chosen | Unreadable | Attached | Words


def first_reading(situation: Situation) -> Reading:
    """The order is the rule: the line's own words come before anything else, a card number before any meaning."""
    message = situation.message
    if message.tap:
        return Tapped()
    text = message.text.strip()
    word = line_word(text, message.sender.channel, stopped=situation.known.state == "stopped")
    if word:
        return LineWish(word)
    if message.card_masked:
        return CardSent()
    if message.attachment and situation.person:
        return Attached()
    if not text:
        return Unreadable()
    return _words(situation, text)


def _words(situation: Situation, text: str) -> Reading:
    """Somebody else's words answer no question and bring no code."""
    if situation.message.is_forwarded:
        return Words()
    start = START.fullmatch(text)
    if start:
        return CodeTyped(start[1]) if start[1] else Hello()
    if situation.person is None and (INVITE.fullmatch(text) or LINK_CODE.fullmatch(text)):
        return CodeTyped(text)
    calls = _choice(situation.question, text) if situation.question else None
    return Chosen(calls) if calls else Words()


def _choice(question: OpenQuestion, text: str) -> tuple[SkillCall, ...] | None:
    choices = question.asked.choices
    number = NUMBERED.fullmatch(text)
    if number and int(number[1]) <= len(choices):
        return choices[int(number[1]) - 1].calls
    said = _bare(text)
    for choice in choices:
        if _bare(choice.label) == said:
            return choice.calls
    return answered(choices, text) or _missing_word(question, text.rstrip(" .!"))


def _bare(words: str) -> str:
    """Words as they are compared: case, accents and the mark at the end do not matter."""
    return fold(words).rstrip(".!")


def _missing_word(question: OpenQuestion, text: str) -> tuple[SkillCall, ...] | None:
    """What a question without a fitting choice waits for, where a word or a number alone is it."""
    if question.asked.slot == "category" and len(text.split()) <= WORDS_OF_A_CATEGORY and knows(text):
        return filled(question, {"category": text.lower()})
    day = DAY_OF_MONTH.fullmatch(text) if question.asked.slot == "start_day" else None
    return filled(question, {"start_day": int(day[1])}) if day else None


def filled(question: OpenQuestion, slots: dict[str, object]) -> tuple[SkillCall, ...]:
    """The waiting calls with the missing slot in place, then those that ask what else is open."""
    asked = question.asked
    return (*(SkillCall(call.skill, {**call.slots, **slots}) for call in asked.missing), *asked.then)
