"""A bill in words: what it is called, how much, how often."""

from bot.domain.bill import Bill
from bot.domain.recurrence_words import recurrence_text
from bot.domain.sharing import name_as_written
from bot.domain.visit import Visit
from bot.domain.wording import Fact, titled


def bill_name(visit: Visit, bill: Bill) -> str:
    """Whose it is, else what for; as it stands at the beginning of a line."""
    return name_as_written(bill.merchant) or titled(visit.voice.word(bill.word))


def bill_facts(visit: Visit, bill: Bill) -> dict[str, Fact]:
    return {"name": bill_name(visit, bill), "amount": bill.amount, "every": every(visit, bill)}


def every(visit: Visit, bill: Bill) -> str:
    return recurrence_text(visit.voice, bill.recurrence, bill.starts_on)
