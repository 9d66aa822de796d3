"""The same life with a model and without one: what is said on each walk, and a model that reads as PAM herself does."""

import re
from dataclasses import dataclass
from datetime import date

import msgspec

from bot.brain.offline import decide
from bot.brain.tools import offered
from bot.domain.decision import Calls, Reader, SkillCall
from bot.domain.errors import Unavailable
from bot.domain.period import Period
from bot.ports.language_model import Found, Prompt, Reply, ToolCall
from tests.scripted_model import asked, calls, says

_TODAY = re.compile(r"Today is \w+, (\S+), (\d\d:\d\d) in (\S+)\.")
_MANNERS = re.compile(r"currency is (\w+), their locale (\S+)\.")


@dataclass(frozen=True)
class Walk:
    """``says`` are (phone, words); "+24" moves the clock by so many hours."""

    name: str
    says: tuple[tuple[str, str], ...]


def _walk(name: str, words: str) -> Walk:
    lines = [line.strip() for line in words.strip().split("\n")]
    said = tuple(line.split(": ", 1) for line in lines)
    return Walk(name, tuple((phone, text) for phone, text in said))


WALKS = (
    _walk(
        "spending and budgets",
        """t: set a $400 grocery budget
           t: spent 45.30 on groceries
           s: coffee 4.50 and taxi 12 yesterday
           t: how much is left?
           s: what did I spend this month?
           t: spent 20
           t: groceries
           t: remove the grocery budget""",
    ),
    _walk(
        "questions of money",
        """t: spent 45.30 at Tesco on groceries #home
           t: got paid 2400
           t: spent 900 on rent on november 1
           s: how much did I spend at tesco?
           t: what did I spend last week compared to this week
           t: what did I spend by category this month?
           t: average groceries per week
           t: show my last 2 bookings
           t: how much did I earn this month?""",
    ),
    _walk(
        "corrections",
        """t: lunch 40
           t: no, 14 not 40
           t: that was yesterday
           t: undo
           s: lunch 12
           s: delete the last one
           s: undo""",
    ),
    _walk(
        "accounts and what is left",
        """t: I have 1200 in checking
           t: moved 200 from checking to savings
           t: what is my balance?
           t: paid 30 for fuel from checking
           t: will I make it to month end?""",
    ),
    _walk(
        "sharing",
        """t: split 90 for dinner with Tom and Eva
           t: who owes me?
           t: Tom paid me back 30
           t: who owes me?""",
    ),
    _walk(
        "bills, reminders and goals",
        """t: rent 900 every month on the 1st
           t: what bills do I have?
           t: remind me to call mum tomorrow at 9
           t: list my reminders
           +24: the clock
           t: cancel the mum reminder
           t: save 500 for a bike by june
           t: how is my bike goal?""",
    ),
    _walk(
        "manners and settings",
        """t: hi
           t: help
           t: my time zone is Berlin
           t: set my currency to EUR
           t: coffee 3
           t: I'm paid on the 25th
           t: thanks""",
    ),
    _walk(
        "money that PAM may not move",
        """t: send $50 to Mike
           t: pay rent 900
           s: refund my last payment
           t: export my data""",
    ),
    _walk(
        "memory",
        """t: remember that Ann is my sister
           t: who is Ann?
           t: what do you know about me?
           t: forget Ann
           t: who is Ann?""",
    ),
    _walk(
        "in other languages",
        """t: gestern 4,70 € für Brot ausgegeben
           t: wie viel habe ich diesen Monat ausgegeben?
           t: gasté 45,30 en el supermercado
           t: j'ai dépensé 12 € au restaurant hier""",
    ),
    _walk(
        "what she cannot know",
        """t: 1.234 for shoes
           t: 1
           t: lorem ipsum dolor
           t: 👍""",
    ),
)


def reads_as_pam_does(prompt: Prompt) -> Reply:
    """A model that asks for the very calls the offline brain would make, and leaves the words to the skills."""
    if any(isinstance(entry, Found) for entry in prompt.entries):
        return says("")
    decision = decide(asked(prompt), _reader(prompt))
    wanted = [call for call in decision.calls if call.skill in offered()] if isinstance(decision, Calls) else []
    return calls(*((call.skill, _arguments(call)) for call in wanted)) if wanted else says("")


def away(_prompt: Prompt) -> Exception:
    return Unavailable("OpenAI did not answer in time")


def mad(prompt: Prompt) -> Reply:
    """Whatever is said: a tool that is not there, with a figure that nobody said."""
    del prompt
    return Reply(calls=(ToolCall("1", "transfer_everything", '{"amount": 1e9}'),))


def _arguments(call: SkillCall) -> dict[str, object]:
    known = offered()[call.skill].slots
    return {name: _json(value) for name, value in call.slots.items() if name in known}


def _json(value: object) -> object:
    if isinstance(value, Period):
        return {"from": value.first.isoformat(), "to": value.last.isoformat()}
    return msgspec.to_builtins(value)


def _reader(prompt: Prompt) -> Reader:
    day, manners = _TODAY.search(prompt.system), _MANNERS.search(prompt.system)
    assert day, "the prompt says which day it is"
    assert manners, "and whose money"
    return Reader(
        today=date.fromisoformat(day[1]),
        time=day[2],
        timezone=day[3],
        currency=manners[1],
        locale=manners[2],
    )


def moved_by(phone: str) -> float | None:
    return float(phone) if phone.startswith("+") else None
