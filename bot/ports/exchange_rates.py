"""The need to know what one currency is worth in another."""

from typing import Protocol

from bot.domain.exchange import Rates


class ExchangeRates(Protocol):
    """Somebody publishes a table once a day; asking again costs a look and changes nothing.

    ``table`` raises Unavailable where there is none to be had: nobody answers, or what came cannot be read.
    """

    async def table(self) -> Rates: ...
