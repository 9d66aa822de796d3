"""The table of exchange rates, in every form it is published in, from files and over HTTP; what is none is told so."""

import contextlib
import io
import zipfile
from collections.abc import Coroutine
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.rate_table import LARGEST_TABLE, FileExchangeRates, WebExchangeRates, rates_in
from bot.domain.errors import Unavailable
from bot.domain.exchange import Rates
from tests.adapters.scripted_vendor import BREAKS_OFF, HANGS, Answer, ScriptedVendor, closed_port

TUESDAY, MONDAY = date(2026, 11, 24), date(2026, 11, 23)
ONE_DAY = Rates("EUR", ((TUESDAY, {"USD": Decimal("1.0868"), "JPY": Decimal("165.10")}),))
TWO_DAYS = Rates("EUR", ((MONDAY, {"USD": Decimal("1.08")}), *ONE_DAY.days))

CSV_OF_A_DAY = b"Date, USD, JPY, \n24 November 2026, 1.0868, 165.10, \n"
CSV_OF_ALL = b"Date,USD,JPY,CYP,TRL,\n2026-11-24,1.0868,165.10,0.58,N/A,\n2026-11-23,1.08,N/A,,N/A,\n"
XML = b"""<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
<gesmes:subject>Reference rates</gesmes:subject><gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
<Cube><Cube time='2026-11-24'><Cube currency='USD' rate='1.0868'/><Cube currency='JPY' rate='165.10'/></Cube>
<Cube time="2026-11-23"><Cube currency="USD" rate="1.08"/></Cube></Cube></gesmes:Envelope>"""
JSON_OF_A_DAY = b'{"base": "EUR", "date": "2026-11-24", "rates": {"USD": 1.0868, "JPY": "165.10", "XAU": 0.0004}}'
JSON_OF_DAYS = b'{"base":"EUR","rates":{"2026-11-24":{"USD":1.0868,"JPY":165.10},"2026-11-23":{"USD":1.08}}}'


def zipped(*contents: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, content in enumerate(contents):
            archive.writestr(f"{number}.csv", content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("body", "rates"),
    [
        (CSV_OF_A_DAY, ONE_DAY),
        (CSV_OF_A_DAY.replace(b"\n", b"\r\n"), ONE_DAY),
        (b"\xef\xbb\xbf" + CSV_OF_ALL, TWO_DAYS),
        (zipped(CSV_OF_ALL), TWO_DAYS),
        (XML, TWO_DAYS),
        (JSON_OF_A_DAY, ONE_DAY),
        (JSON_OF_DAYS, TWO_DAYS),
    ],
    ids=["csv", "crlf", "csv of all days", "zip", "xml", "json", "json of days"],
)
def test_a_table_is_read_exactly_whatever_its_form(body: bytes, rates: Rates) -> None:
    assert rates_in(body) == rates


def test_days_before_any_booking_are_left_out() -> None:
    old = b"Date,USD,\n2026-11-24,1.08,\n2016-11-16,1.07,\n2016-11-15,1.06,\n"
    assert [day for day, _ in rates_in(old).days] == [date(2016, 11, 16), TUESDAY]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"Date, USD, \n",
        b"Date, USD, \n24 Brumaire 2026, 1.1, \n",
        b"Date, USD, \n2026-13-01, 1.1, \n",
        b"Date, USD, \n2026-11-24, one, \n",
        b"Date, USD, \n2026-11-24, 0, \n",
        b"Date, USD, \n2026-11-24, -1.1, \n",
        b"Date, USD, \n2026-11-24, NaN, \n",
        b"Date, USD, \n2026-11-24, 1E+99999, \n",
        b"Date, XAU, \n2026-11-24, 1.1, \n",
        b"\xff\xfe",
        b"<html>Sign in</html>",
        b"<Cube><Cube currency='USD' rate='1.1'/></Cube>",
        b"{}",
        b'{"base": "BTC", "date": "2026-11-24", "rates": {"USD": 1.1}}',
        b'{"base": "EUR", "rates": {"USD": 1.1}}',
        b'{"base": "EUR", "date": "2026-11-24", "rates": {"USD": true}}',
        b"PK\x03\x04 no archive",
        zipped(),
        zipped(b"Date, USD, \n2026-11-24, 1.1" + b" " * LARGEST_TABLE),
        CSV_OF_A_DAY + b" " * LARGEST_TABLE,
    ],
)
def test_what_is_no_table_is_unavailable(body: bytes) -> None:
    with pytest.raises(Unavailable):
        rates_in(body)


@given(st.binary(max_size=200) | st.sampled_from([CSV_OF_ALL, XML, JSON_OF_DAYS, zipped(CSV_OF_ALL)]), st.data())
def test_no_body_whatever_is_anything_else_than_a_table_or_unavailable(body: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(body)))
    cut = body[:at] + data.draw(st.binary(max_size=4)) + body[at + data.draw(st.integers(0, 4)) :]
    with contextlib.suppress(Unavailable):
        assert rates_in(cut).days


async def test_a_file_is_read_anew_each_time(tmp_path: Path) -> None:
    path = tmp_path / "rates.csv"
    published = FileExchangeRates(path)
    await unavailable(published.table())
    path.write_bytes(CSV_OF_A_DAY)
    assert await published.table() == ONE_DAY
    path.write_bytes(CSV_OF_ALL)
    assert await published.table() == TWO_DAYS
    path.write_bytes(b" " * (LARGEST_TABLE + 1))
    await unavailable(published.table())


async def test_an_address_is_asked_with_its_path_and_key() -> None:
    async with ScriptedVendor(Answer(200, JSON_OF_A_DAY)).open() as vendor:
        assert await WebExchangeRates(f"{vendor.url}/daily/table?key=k%201").table() == ONE_DAY
        assert await WebExchangeRates(vendor.url).table() == ONE_DAY

    assert [(asked.method, asked.target) for asked in vendor.asked] == [("GET", "/daily/table?key=k%201"), ("GET", "/")]


@pytest.mark.parametrize(
    "answer", [Answer(404, b"no"), Answer(302, b""), Answer(500, JSON_OF_A_DAY), BREAKS_OFF, HANGS]
)
async def test_no_answer_and_any_other_than_the_table_is_unavailable(answer: Answer) -> None:
    async with ScriptedVendor(answer).open() as vendor:
        await unavailable(WebExchangeRates(vendor.url, deadline_s=0.2).table())


async def test_nobody_there_is_unavailable_and_the_key_is_told_nobody() -> None:
    failure = await unavailable(WebExchangeRates(f"{closed_port()}/?key=hunter2", 0.5).table())
    assert "hunter2" not in f"{failure}{failure.__cause__}"


async def unavailable(asking: Coroutine[Any, Any, Rates]) -> Unavailable:
    with pytest.raises(Unavailable) as raised:
        await asking
    return raised.value
