"""Exchange rates: read at the start and once a day, beside everything else and in nobody's way."""

import asyncio
import contextlib
from pathlib import Path

from loguru import logger

from bot.domain.errors import Unavailable
from bot.domain.visit import House
from bot.kit.backoff import backoff_s
from bot.kit.secret import Secret
from bot.ports.exchange_rates import ExchangeRates

A_DAY_S = 86_400.0
# A table that is not to be had is asked for again after a minute, then ever later, up to an hour.
AGAIN_S, AGAIN_AT_LAST_S = 60.0, 3600.0
PATIENCE_S = 3.0


def published_rates(where: Secret) -> ExchangeRates:
    from adapters.rate_table import FileExchangeRates, WebExchangeRates

    address = where.reveal()
    return WebExchangeRates(address) if "://" in address else FileExchangeRates(Path(address))


async def look_once(published: ExchangeRates, house: House) -> None:
    """For somebody at a terminal, who waits a little for the table and no longer."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_S):
            await _read(published, house, is_news=True)


async def keep_rates(published: ExchangeRates, house: House) -> None:
    """For ever; the last good table stays in use while there is no newer one."""
    failed = 0
    while True:
        if await _read(published, house, is_news=failed == 0):
            failed = 0
            await asyncio.sleep(A_DAY_S)
        else:
            failed += 1
            await asyncio.sleep(backoff_s(failed, first_s=AGAIN_S, cap_s=AGAIN_AT_LAST_S))


async def _read(published: ExchangeRates, house: House, *, is_news: bool) -> bool:
    """Whether there was a table; that there was none is said where that is news."""
    try:
        house.rates = await published.table()
    except Unavailable as fault:
        if is_news:
            logger.warning("{}; what is known already stays in use", str(fault))
        return False
    logger.info("exchange rates of {}", house.rates.days[-1][0].isoformat())
    return True
