"""A booking in words: one row of a list, or a few words inside a sentence."""

from bot.domain.answer import Line
from bot.domain.booking import MAIN_ACCOUNT, PEOPLE, Entry
from bot.domain.sharing import name_as_written
from bot.domain.visit import Visit
from bot.domain.wording import Fact
from bot.skills.account_words import account_name


def what(visit: Visit, entry: Entry) -> str:
    """A booking inside a sentence: "$45.30 groceries", "$200.00 main -> savings"."""
    facts: dict[str, Fact] = {"amount": entry.amount, "category": label(visit, entry)}
    if entry.booked_on == visit.today:
        return visit.voice.text("edit.what", **facts)
    return visit.voice.text("edit.what_on", **facts, day=entry.booked_on)


def row(visit: Visit, entry: Entry) -> Line:
    """A row of a list: the day, the amount, what it was, and all that is not as usual."""
    facts: dict[str, Fact] = {"day": entry.booked_on, "amount": entry.amount}
    facts["category"] = ", ".join([label(visit, entry), *_besides(visit, entry)])
    return visit.voice.line("list.income" if entry.kind == "income" else "list.expense", **facts)


def label(visit: Visit, entry: Entry) -> str:
    """What a booking is called: its category, or the accounts it is about."""
    if entry.kind == "transfer":
        return f"{account_name(visit, entry.account)} -> {account_name(visit, entry.place)}"
    if entry.kind == "balance":
        return visit.voice.text("list.correction", account=account_name(visit, entry.account))
    return visit.voice.word(entry.category)


def _besides(visit: Visit, entry: Entry) -> list[str]:
    """Merchant, tags, another account than the usual one, the own part, the worth, the note."""
    voice, found = visit.voice, []
    if entry.merchant and entry.merchant != entry.category:
        found.append(name_as_written(entry.merchant))
    found += [f"#{tag}" for tag in entry.tags]
    if entry.kind in ("expense", "income") and entry.account != MAIN_ACCOUNT:
        key = "list.paid_by" if entry.account.group == PEOPLE else f"list.account_{entry.kind}"
        found.append(voice.text(key, account=account_name(visit, entry.account)))
    if entry.shares:
        found.append(voice.text("list.own_part", amount=entry.own))
    if entry.worth:
        found.append(voice.text("list.worth", amount=entry.worth))
    return [*found, entry.note] if entry.note else found
