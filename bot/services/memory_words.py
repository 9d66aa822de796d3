"""What is remembered, in words: to the person in their language, to a language model in plain English."""

from bot.domain.answer import Line
from bot.domain.memory import Memory
from bot.domain.memory_shapes import day_of
from bot.domain.money_words import day_text
from bot.domain.relations import relation_of, wording_key
from bot.domain.visit import Visit
from bot.domain.wording import titled

_MONTHS = "January February March April May June July August September October November December".split()


def memory_text(visit: Visit, memory: Memory) -> str:
    """As it stands within a sentence: "Ann is your sister", "you work at Acme"."""
    voice, value = visit.voice, memory.value
    if memory.kind == "person":
        return voice.text("memory.person", subject=memory.subject, relation=voice.text(wording_key(value)))
    if memory.kind == "birthday":
        day = day_text(day_of(value), voice.locale, with_year=False)
        if not memory.subject:
            return voice.text("memory.birthday_own", value=day)
        return voice.text("memory.birthday", subject=_called(visit, memory.subject), value=day)
    return voice.text(f"memory.{memory.kind}", value=value)


def memory_line(visit: Visit, memory: Memory) -> Line:
    """As a sentence of its own, said of whom it is about."""
    return visit.voice.line("memory.row", fact=titled(memory_text(visit, memory)), person=memory.subject)


def _called(visit: Visit, subject: str) -> str:
    return visit.voice.text(wording_key(subject)) if relation_of(subject) == subject else subject


def in_plain_english(memory: Memory) -> str:
    """One short line of the kept values and nothing else."""
    subject, value = memory.subject, memory.value
    if memory.kind == "person":
        return f'"{subject}" is the person\'s {value}.'
    if memory.kind == "birthday":
        day = day_of(value)
        whose = f"The person's {subject}" if relation_of(subject) == subject else f'"{subject}"'
        return f"{whose if subject else 'The person'} has birthday on {_MONTHS[day.month - 1]} {day.day}."
    return f'The person {"works at" if memory.kind == "employer" else "lives in"} "{value}".'
