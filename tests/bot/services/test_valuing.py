"""What a foreign booking is worth: renewed with its amount and day, and never in two currencies at once."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from bot.domain.booking import Entry, Share, asset, somebody
from bot.domain.errors import Refused
from bot.domain.exchange import Rates
from bot.domain.money import Money
from bot.domain.visit import Visit
from bot.ports.store import Store
from bot.services.accounts import set_balance
from bot.services.valuing import valued
from tests.entries import WEDNESDAY, earned, spent
from tests.visits import visit_of

RATES = Rates("EUR", ((date(2026, 11, 11), {"USD": Decimal("1.10")}), (WEDNESDAY, {"USD": Decimal("1.20")})))
LUNCH = spent(10_00, "lunch", currency="EUR")
LATER = date(2027, 3, 1)


async def priced(store: Store) -> Visit:
    visit = await visit_of(store)
    return msgspec.structs.replace(visit, house=msgspec.structs.replace(visit.house, rates=RATES))


async def worth(store: Store, visit: Visit, entry: Entry) -> Money | None:
    async with store.transaction() as tx:
        return (await valued(tx, visit, entry)).worth


def usd(minor: int) -> Money:
    return Money(minor, "USD")


def shared(entry: Entry, share: Money) -> Entry:
    return msgspec.structs.replace(entry, shares=(Share("Ann", share),))


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (LUNCH, usd(12_00)),
        (earned(10_00, currency="EUR"), usd(12_00)),
        (msgspec.structs.replace(LUNCH, booked_on=date(2026, 11, 12)), usd(11_00)),
        (msgspec.structs.replace(LUNCH, booked_on=LATER), None),
        (msgspec.structs.replace(LUNCH, worth=usd(1)), usd(12_00)),
        (msgspec.structs.replace(LUNCH, worth=usd(1), booked_on=LATER), None),
        (msgspec.structs.replace(LUNCH, account=asset("visa")), usd(12_00)),
        (msgspec.structs.replace(LUNCH, account=somebody("Ann")), usd(12_00)),
        (spent(10_00), None),
        (msgspec.structs.replace(spent(10_00), worth=usd(1)), None),
        (spent(10_00, currency="GBP"), None),
        (msgspec.structs.replace(LUNCH, kind="transfer", place=asset("savings")), None),
        (shared(LUNCH, usd(6_00)), usd(12_00)),
        (shared(LUNCH, Money(5_00, "EUR")), None),
    ],
)
async def test_worth_is_by_the_rate_of_the_day(store: Store, entry: Entry, expected: Money | None) -> None:
    assert await worth(store, await priced(store), entry) == expected


async def test_without_a_table_nothing_has_a_worth(store: Store) -> None:
    assert await worth(store, await visit_of(store), msgspec.structs.replace(LUNCH, worth=usd(12_00))) is None


async def test_what_others_owe_keeps_the_currency_it_was_reckoned_in(store: Store) -> None:
    visit = await priced(store)
    for entry in (msgspec.structs.replace(LUNCH, booked_on=LATER), spent(10_00, currency="GBP")):
        with pytest.raises(Refused) as refused:
            await worth(store, visit, shared(entry, usd(6_00)))
        assert refused.value.reason == "no_rate"


async def test_an_account_in_that_currency_keeps_it(store: Store) -> None:
    visit = await priced(store)
    for place, amount in ((asset("revolut"), Money(1, "EUR")), (asset("visa"), usd(1))):
        async with store.transaction() as tx:
            await set_balance(tx, visit, place, amount, WEDNESDAY)
    assert await worth(store, visit, msgspec.structs.replace(LUNCH, account=asset("revolut"))) is None
    assert await worth(store, visit, msgspec.structs.replace(LUNCH, account=asset("visa"))) == usd(12_00)
