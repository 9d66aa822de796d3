"""The total of a subject in a period, and the categories it is made of where everything is asked."""

from bot.domain.answer import Line
from bot.domain.booking import asset
from bot.domain.period import Period
from bot.domain.sharing import name_as_written
from bot.domain.visit import Visit
from bot.domain.wording import Fact, joined
from bot.ports.books import Sum
from bot.ports.store import Tx
from bot.skills.account_words import account_name
from bot.skills.asked_days import spoken
from bot.skills.subject import Subject, sums_in
from bot.skills.told import Told

MOST_SLICES = 5
# Fewer are seen as well in words.
WORTH_A_PICTURE = 3


async def total(tx: Tx, visit: Visit, subject: Subject, period: Period) -> Told:
    """The total; of everything spent also the largest categories."""
    sums = await sums_in(tx, visit, subject, period)
    line = total_line(visit, subject, period, sums)
    if sums and subject == Subject():
        slices = await _slices(tx, visit, period)
        return Told((line, *slices), is_better_seen=len(slices) >= WORTH_A_PICTURE)
    return Told((line,))


def total_line(visit: Visit, subject: Subject, period: Period, sums: list[Sum]) -> Line:
    """One sentence; other currencies than the first follow it."""
    voice = visit.voice
    key, facts = _sentence(visit, subject)
    facts["period"] = spoken(visit, period)
    if key == "of":
        facts["what"] = subject.title(visit)
    if not sums:
        return voice.line(f"spending.nothing_{key}", **facts)
    return joined(voice.line(f"spending.total_{key}", amount=sums[0].amount, **facts), *also_lines(visit, sums[1:]))


def also_lines(visit: Visit, sums: list[Sum]) -> list[Line]:
    return [visit.voice.line("spending.also", amount=other.amount) for other in sums]


def _sentence(visit: Visit, subject: Subject) -> tuple[str, dict[str, Fact]]:
    """The sentence for what the subject is told by, where it is told by one thing."""
    told = {
        "on": ("category", subject.category),
        "at": ("merchant", name_as_written(subject.merchant)),
        "tag": ("tag", subject.tag),
        "from": ("account", subject.account and account_name(visit, asset(subject.account))),
        "with": ("person", subject.person),
    }
    named: list[tuple[str, str, str]] = [(key, name, word) for key, (name, word) in told.items() if word]
    if not named:
        return ("income" if subject.flow == "income" else "all"), {}
    if len(named) > 1 or subject.flow == "income":
        return "of", {}
    ((key, name, word),) = named
    return key, {name: word}


async def _slices(tx: Tx, visit: Visit, period: Period) -> list[Line]:
    slices = await tx.books.slices(visit.ledger_id, "expense", period)
    slices.sort(key=lambda each: each.amount.currency != visit.person.currency)
    shown = [
        visit.voice.line("spending.top", category=each.place.word, amount=each.amount) for each in slices[:MOST_SLICES]
    ]
    rest = len(slices) - MOST_SLICES
    if rest > 0:
        shown.append(visit.voice.line("spending.more_one" if rest == 1 else "spending.more", count=rest))
    return shown
