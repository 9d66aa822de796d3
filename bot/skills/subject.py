"""What a question about money is about: which bookings count, and what a person would call them."""

import msgspec

from bot.domain.booking import Entry, asset, merchant_key
from bot.domain.errors import Refused
from bot.domain.period import Period
from bot.domain.sharing import name_as_written
from bot.domain.taxonomy import Scope, scope_of
from bot.domain.visit import Visit
from bot.domain.wording import titled
from bot.ports.books import Flow, Search, Sum, Which
from bot.ports.store import Tx
from bot.services.naming import is_merchant, meant_by, scope_meant
from bot.services.owing import name_known
from bot.skills.account_words import account_name

EVERYTHING = Scope("all", "")
# A tenth of a second to read; somebody with more of one kind asks for fewer days.
MOST_READ = 10_000


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """Money that went out or came in; "" is anything. ``category`` is the word that ``scope`` comes from."""

    flow: Flow = "expense"
    scope: Scope = EVERYTHING
    category: str = ""
    merchant: str = ""
    tag: str = ""
    account: str = ""
    person: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether running totals cannot tell: they know categories alone."""
        return any((self.merchant, self.tag, self.account, self.person))

    def which(self, period: Period) -> Which:
        return Which(
            period=period,
            scope=self.scope,
            merchant=self.merchant,
            tag=self.tag,
            account=self.account,
            person=self.person,
        )

    def title(self, visit: Visit) -> str:
        """As it stands at the beginning of a line: "Groceries", "Tesco, #trip", "Income"."""
        voice = visit.voice
        merchant, account = name_as_written(self.merchant), self.account and account_name(visit, asset(self.account))
        names = [voice.word(self.category), merchant, self.tag and f"#{self.tag}", account, self.person]
        named = [name for name in names if name]
        if self.flow == "income":
            named.insert(0, voice.text("subject.income"))
        return titled(", ".join(named) or voice.text("subject.spending"))


async def subject_of(tx: Tx, visit: Visit, said: Subject, period: Period) -> Subject:
    """The subject as this person means it.

    A word may name a category, a merchant or both: the first reading that anything is booked for in the period.
    """
    first, *others = await readings_of(tx, visit, said)
    for reading in (first, *others) if others else ():
        if await sums_in(tx, visit, reading, period):
            return reading
    return first


async def readings_of(tx: Tx, visit: Visit, said: Subject) -> list[Subject]:
    """What the words may mean, the likeliest first."""
    replace = msgspec.structs.replace
    person = await name_known(tx, visit, said.person) if said.person else ""
    said = replace(said, person=person, merchant=merchant_key(said.merchant))
    if not said.category or scope_of(said.category).kind == "all":
        return [replace(said, category="")]
    word = await meant_by(tx, visit, said.category)
    if word != said.category and not said.merchant and await is_merchant(tx, visit, said.category):
        return [replace(said, category="", merchant=merchant_key(said.category))]
    meant = replace(said, category=word, scope=await scope_meant(tx, visit, word))
    if said.merchant:
        return [meant, replace(said, category=""), replace(meant, merchant="")]
    if meant.scope.kind == "word":
        return [meant, replace(said, category="", merchant=merchant_key(said.category))]
    return [meant]


async def sums_in(tx: Tx, visit: Visit, subject: Subject, period: Period) -> list[Sum]:
    """One sum a currency, the person's own first; from running totals where those can tell."""
    if subject.is_narrowed:
        sums = await tx.books.sums_of(visit.ledger_id, subject.flow, subject.which(period))
    else:
        sums = await tx.books.sums(visit.ledger_id, subject.flow, subject.scope, period)
    return sorted(sums, key=lambda each: each.amount.currency != visit.person.currency)


async def entries_in(tx: Tx, visit: Visit, subject: Subject, period: Period) -> list[Entry]:
    """The bookings themselves, where no running total tells. Raises Refused when they are too many to go through."""
    search = Search(which=subject.which(period), kind=subject.flow, most=MOST_READ + 1)
    found = await tx.books.search(visit.ledger_id, search)
    if len(found) > MOST_READ:
        raise Refused("too_many")
    return [booking.entry for booking in found if booking.entry.own.minor]
