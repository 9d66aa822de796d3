"""What the books come to: sums, parts, courses and balances, from running totals wherever those can tell."""

from datetime import date

from adapters.sql_store.session import Session, Value
from bot.domain.booking import OPENING, account_key
from bot.domain.ids import LedgerId
from bot.domain.money import Money
from bot.domain.period import Period, runs_of
from bot.domain.taxonomy import Place, Scope
from bot.ports.books import Balance, Flow, Grain, Group, Grouping, Holding, Point, Slice, Sum, Total, Which

EVER = "0001-01-01"

_SUMS_BY: dict[Grouping, str] = {
    "merchant": "books.sums_by_merchant",
    "tag": "books.sums_by_tag",
    "account": "books.sums_by_account",
}


class SqlTotals:
    """The reading half of ``SqlBooks``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def sums(self, ledger_id: LedgerId, flow: Flow, scope: Scope, period: Period) -> list[Sum]:
        found: dict[str, Sum] = {}
        for span, first, last in runs_of(period):
            values = {**_within(ledger_id, flow, scope, Period(first, last)), "span": span}
            for currency, minor, bookings in await self._session.all("books.sum_in_scope", values):
                before = found.get(currency, Sum(Money(0, currency), 0))
                found[currency] = Sum(before.amount + _towards(flow, minor, currency), before.bookings + bookings)
        return sorted((each for each in found.values() if each.bookings), key=lambda each: -each.bookings)

    async def series(self, ledger_id: LedgerId, flow: Flow, scope: Scope, period: Period, grain: Grain) -> list[Point]:
        values = {**_within(ledger_id, flow, scope, period), "span": grain}
        rows = await self._session.all("books.series", values)
        return [
            Point(date.fromisoformat(starts_on), _towards(flow, minor, currency), bookings)
            for starts_on, currency, minor, bookings in rows
            if bookings
        ]

    async def sums_of(self, ledger_id: LedgerId, flow: Flow, which: Which) -> list[Sum]:
        statement = "books.sum_at_merchant" if is_merchant_alone(which) else "books.sum_found"
        rows = await self._session.all(statement, {**self.where(ledger_id, which), "kind": flow})
        return [Sum(_towards(flow, minor, currency), bookings) for currency, minor, bookings in rows]

    async def groups(self, ledger_id: LedgerId, flow: Flow, by: Grouping, scope: Scope, period: Period) -> list[Group]:
        rows = await self._session.all(_SUMS_BY[by], _within(ledger_id, flow, scope, period))
        found = [Group(name, _towards(flow, minor, currency), bookings) for name, currency, minor, bookings in rows]
        return sorted(found, key=lambda each: (-each.amount.minor, each.name))

    async def slices(self, ledger_id: LedgerId, flow: Flow, period: Period) -> list[Slice]:
        found: dict[tuple[Place, str], Slice] = {}
        for span, first, last in runs_of(period):
            values = {**_span(ledger_id, Period(first, last)), "span": span, "kind": flow}
            for group, leaf, word, currency, minor, bookings in await self._session.all("books.sum_by_account", values):
                place = Place(group=group, leaf=leaf, word=word)
                before = found.get((place, currency), Slice(place, Money(0, currency), 0))
                amount = before.amount + _towards(flow, minor, currency)
                found[place, currency] = Slice(place, amount, before.bookings + bookings)
        return sorted((each for each in found.values() if each.bookings), key=lambda each: -each.amount.minor)

    async def balances(self, ledger_id: LedgerId, holding: Holding) -> list[Balance]:
        values: dict[str, Value] = {"ledger_id": ledger_id, "kind": holding, "ever": EVER}
        rows = await self._session.all("books.balances", values)
        return [
            Balance(Place(group=group, leaf=leaf, word=word), Money(minor, currency))
            for group, leaf, word, currency, minor, bookings in rows
            if bookings
        ]

    async def moved(self, ledger_id: LedgerId, period: Period) -> list[Balance]:
        rows = await self._session.all("books.moved", _span(ledger_id, period))
        return [
            Balance(Place(group=group, leaf=leaf, word=word), Money(minor, currency))
            for group, leaf, word, currency, minor in rows
        ]

    async def stated(self, ledger_id: LedgerId) -> list[tuple[Place, str]]:
        values: dict[str, Value] = {"ledger_id": ledger_id, "opening": account_key("equity", OPENING.word)}
        rows = await self._session.all("books.stated", values)
        return [(Place(group=group, leaf=leaf, word=word), currency) for group, leaf, word, currency in rows]

    async def totals(self, ledger_id: LedgerId) -> dict[Total, tuple[int, int]]:
        rows = await self._session.all("books.totals", {"ledger_id": ledger_id})
        return {
            Total(kind, word, span, date.fromisoformat(starts_on), currency): (minor, bookings)
            for kind, word, span, starts_on, currency, minor, bookings in rows
            if bookings or minor
        }

    @staticmethod
    def where(ledger_id: LedgerId, which: Which) -> dict[str, Value]:
        """The values of a statement that looks for bookings."""
        return {
            **_span(ledger_id, which.period),
            "scope": which.scope.kind,
            "key": which.scope.key,
            "merchant": which.merchant,
            "tag": which.tag,
            "account": account_key("asset", which.account),
            "person": account_key("person", which.person),
        }


def is_merchant_alone(which: Which) -> bool:
    """Whether only a merchant is named: its bookings have an index of their own."""
    return bool(which.merchant) and which == Which(period=which.period, scope=Scope("all", ""), merchant=which.merchant)


def month_start(day: str) -> str:
    return day[:8] + "01"


def spans_of(account_kind: str, day: str) -> tuple[tuple[str, str], ...]:
    """The running totals that a line counts into."""
    if account_kind in ("expense", "income"):
        return (("day", day), ("month", month_start(day)))
    return (("ever", EVER),)


def _towards(flow: Flow, minor: int, currency: str) -> Money:
    """Income accounts are credited: their totals are negative underneath and positive to people."""
    # Postgres adds up whole numbers to a decimal.
    return Money(int(minor) if flow == "expense" else -int(minor), currency)


def _span(ledger_id: LedgerId, period: Period) -> dict[str, Value]:
    return {"ledger_id": ledger_id, "first": period.first.isoformat(), "last": period.last.isoformat()}


def _within(ledger_id: LedgerId, flow: Flow, scope: Scope, period: Period) -> dict[str, Value]:
    return {**_span(ledger_id, period), "kind": flow, "scope": scope.kind, "key": scope.key}
