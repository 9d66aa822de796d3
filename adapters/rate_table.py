"""The table of exchange rates: fetched from a file or an address, in any of the forms it is published in.

The European Central Bank's CSV (of a day or all its days, zipped or not) and XML, and JSON of two shapes:
``{"base": "USD", "date": "2026-11-24", "rates": {"EUR": 0.89}}``, or under ``rates`` such a table for each day.
https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates
"""

import asyncio
import io
import re
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from adapters.guard import Guard, NeverSent
from adapters.lean_http import BrokenOff, CannotConnect, LeanHttp
from bot.domain.errors import Unavailable
from bot.domain.exchange import Rates
from bot.domain.money import is_currency
from bot.services.bookkeeping import DAYS_BACK

NAME = "the exchange rates"
# All of the ECB's days since 1999 are 2.3 MB.
LARGEST_TABLE = 5 * 2**20
DEADLINE_S = 30.0
# No two currencies are further apart than a trillion to one.
MOST_DIGITS = 12

_XML = re.compile(
    r"<Cube\s+time=['\"](?P<day>[\d-]+)['\"]|<Cube\s+currency=['\"](?P<currency>\w+)['\"]\s+rate=['\"](?P<rate>[^'\"]+)"
)
# "2026-11-24" in the table of all days, "24 November 2026" in that of one.
_MONTHS: Sequence[str] = "January February March April May June July August September October November December".split()

# What reading something else than a table comes to; an archive can be broken in ways of its own.
BROKEN = (
    *(ValueError, LookupError, InvalidOperation, msgspec.DecodeError),
    *(zipfile.BadZipFile, zlib.error, RuntimeError, EOFError),
)

Written = Mapping[str, str | Decimal]
"""What a table says of one day: currencies, and numbers as they are written."""


class FileExchangeRates:
    """Fulfils ``bot.ports.exchange_rates.ExchangeRates`` from a file that somebody else keeps up to date."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def table(self) -> Rates:
        return await asyncio.to_thread(self._read)

    def _read(self) -> Rates:
        try:
            with self._path.open("rb") as file:
                return rates_in(file.read(LARGEST_TABLE + 1))
        except OSError as failure:
            raise Unavailable(f"{NAME}: the file cannot be read ({type(failure).__name__})") from failure


class WebExchangeRates:
    """Fulfils ``bot.ports.exchange_rates.ExchangeRates`` from a web address; it may hold a key and is told nobody."""

    def __init__(self, url: str, deadline_s: float = DEADLINE_S) -> None:
        parts = urlsplit(url)
        self._origin = f"{parts.scheme}://{parts.netloc}"
        self._target = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
        self._guard = Guard(NAME, deadline_s)

    async def table(self) -> Rates:
        body = await self._guard.call(self._fetch)
        # A table of all days takes a tenth of a second to read, which nobody's message shall wait for.
        return await asyncio.to_thread(rates_in, body)

    async def _fetch(self) -> bytes:
        http = LeanHttp(self._origin)
        try:
            answer = await http.ask("GET", self._target, {"Accept": "*/*", "User-Agent": "pam"})
        except CannotConnect as failure:
            raise NeverSent(f"{NAME}: nobody is there") from failure
        except BrokenOff as failure:
            raise Unavailable(f"{NAME}: the connection broke off") from failure
        finally:
            await http.close()
        if answer.status != 200:
            raise Unavailable(f"{NAME}: answered {answer.status}")
        return answer.body


def rates_in(body: bytes) -> Rates:
    """The table in whichever form it is. Raises Unavailable where it is none, or not one that can be relied on."""
    try:
        text = _text(body)
        first = text[:1]
        return _json(text) if first == "{" else _xml(text) if first == "<" else _csv(text)
    except BROKEN as fault:
        raise Unavailable(f"{NAME}: not a table of them ({type(fault).__name__})") from fault


def _text(body: bytes) -> str:
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as packed, packed.open(packed.namelist()[0]) as inner:
            body = inner.read(LARGEST_TABLE + 1)
    if len(body) > LARGEST_TABLE:
        raise ValueError("larger than any such table")
    return body.decode("utf-8-sig").strip()


def _csv(text: str) -> Rates:
    head, *rows = text.splitlines()
    currencies = [name.strip() for name in head.split(",")[1:]]
    days = [[cell.strip() for cell in row.split(",")] for row in rows if row.strip()]
    return _table("EUR", [(_day(cells[0]), dict(zip(currencies, cells[1:], strict=False))) for cells in days])


def _xml(text: str) -> Rates:
    days: list[tuple[date, dict[str, str]]] = []
    for found in _XML.finditer(text):
        if found["day"]:
            days.append((_day(found["day"]), {}))
        elif days:
            days[-1][1][found["currency"]] = found["rate"]
    return _table("EUR", days)


class _Json(msgspec.Struct):
    base: str
    rates: dict[str, Decimal | dict[str, Decimal]]
    date: str = ""


def _json(text: str) -> Rates:
    said = msgspec.json.decode(text, type=_Json)
    if said.date:
        one = {currency: rate for currency, rate in said.rates.items() if isinstance(rate, Decimal)}
        return _table(said.base, [(_day(said.date), one)])
    return _table(said.base, [(_day(day), table) for day, table in said.rates.items() if isinstance(table, dict)])


def _table(base: str, written: Sequence[tuple[date, Written]]) -> Rates:
    """Only what is a currency, a number that can be divided by, and of a day that anything can be booked on."""
    days: dict[date, dict[str, Decimal]] = {}
    newest = max(day for day, _ in written)
    for day, table in written:
        if (newest - day).days > DAYS_BACK:
            continue
        rates = {name: Decimal(rate) for name, rate in table.items() if is_currency(name) and rate not in ("", "N/A")}
        if not all(rate.is_finite() and rate > 0 and abs(rate.adjusted()) <= MOST_DIGITS for rate in rates.values()):
            raise ValueError("a rate is more than nothing and less than everything")
        if rates:
            days[day] = rates
    if not is_currency(base) or not days:
        raise ValueError("no base or no day")
    return Rates(base, tuple(sorted(days.items())))


def _day(written: str) -> date:
    day, _, rest = written.partition(" ")
    if not rest:
        return date.fromisoformat(written)
    month, _, year = rest.partition(" ")
    return date(int(year), _MONTHS.index(month) + 1, int(day))
