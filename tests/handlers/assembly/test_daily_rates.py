"""Exchange rates are renewed once a day, and a table that is not to be had takes nothing away."""

import asyncio
from datetime import date
from decimal import Decimal

from bot.domain.errors import Unavailable
from bot.domain.exchange import Rates
from bot.domain.visit import House
from handlers.assembly.daily_rates import A_DAY_S, AGAIN_AT_LAST_S, PATIENCE_S, keep_rates, look_once
from tests.virtual_time import run_in_virtual_time

GONE = Unavailable("gone")


def table(day: int) -> Rates:
    return Rates("EUR", ((date(2026, 11, day), {"USD": Decimal("1.1")}),))


class Published:
    """Fulfils the ExchangeRates port from a script, and remembers when it was asked."""

    def __init__(self, *script: Rates | Unavailable, after_s: float = 0.0) -> None:
        self._script = list(script)
        self._after_s = after_s
        self.asked_at: list[float] = []

    async def table(self) -> Rates:
        self.asked_at.append(asyncio.get_running_loop().time())
        await asyncio.sleep(self._after_s)
        answer = self._script.pop(0)
        if isinstance(answer, Unavailable):
            raise answer
        return answer


def kept_for(published: Published, seconds: float) -> House:
    house = House()

    async def keep() -> None:
        task = asyncio.create_task(keep_rates(published, house))
        await asyncio.sleep(seconds)
        task.cancel()

    run_in_virtual_time(keep())
    return house


def test_the_table_is_read_at_the_start_and_each_day() -> None:
    published = Published(table(1), table(2), table(3))
    house = kept_for(published, 2 * A_DAY_S + 1)
    assert published.asked_at == [0, A_DAY_S, 2 * A_DAY_S]
    assert house.rates == table(3)


def test_the_last_good_table_is_kept_while_there_is_no_newer_one() -> None:
    published = Published(table(1), *[GONE] * 100)
    assert kept_for(published, 2 * A_DAY_S).rates == table(1)


def test_after_a_good_day_a_bad_one_is_asked_again_soon() -> None:
    published = Published(*[GONE] * 12, table(1), GONE, table(2))
    house = kept_for(published, 2 * A_DAY_S)
    assert published.asked_at[14] - published.asked_at[13] <= 60
    assert house.rates == table(2)


def test_a_table_that_is_not_to_be_had_is_asked_for_again_soon_then_ever_later() -> None:
    published = Published(*[GONE] * 12, table(1))
    house = kept_for(published, A_DAY_S)
    waits = [after - before for before, after in zip(published.asked_at, published.asked_at[1:], strict=False)]
    assert waits[0] <= 60
    assert AGAIN_AT_LAST_S / 2 <= waits[-1] <= AGAIN_AT_LAST_S
    assert house.rates == table(1)


def test_somebody_at_a_terminal_waits_a_little_for_the_table_and_no_longer() -> None:
    soon, late, none = House(), House(), House()
    run_in_virtual_time(look_once(Published(table(1), after_s=PATIENCE_S - 1), soon))
    run_in_virtual_time(look_once(Published(table(1), after_s=PATIENCE_S + 1), late))
    run_in_virtual_time(look_once(Published(GONE), none))
    assert (soon.rates, late.rates, none.rates) == (table(1), None, None)
