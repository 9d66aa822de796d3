"""Oversized, slow and broken requests get their number soon, and the house stands."""

import gzip
import json

import psutil
import pytest

from handlers.http.requests import LARGEST_BODY
from handlers.http.server import ImpatientProtocol
from tests.handlers.http.sms import FORM_TYPE, MESSAGE, posted, signature, sms_doors
from tests.handlers.http.standing import Ask, House, Notebook, standing
from tests.handlers.http.test_telegram_webhook import JSON, KEY, RAW, WEBHOOK_PATH, doors_of

HEAD = (
    f"POST {WEBHOOK_PATH} HTTP/1.1\r\nHost: pam\r\nContent-Type: application/json\r\n{KEY[0]}: {KEY[1]}\r\n"
).encode()


async def statuses_of(house: House, body: bytes) -> set[int]:
    """At both doors, with the right secret and a signature that could be right."""
    told = await house.ask(Ask(WEBHOOK_PATH, body, (JSON, KEY)))
    form = (("Content-Type", FORM_TYPE), ("X-Twilio-Signature", signature(MESSAGE)))
    sent = await house.ask(Ask("/sms/inbound", body, form))
    return {told.status, sent.status}


ODD = {
    "deep lists": b"[" * 100_000,
    "deep objects": b'{"a":' * 40_000,
    "many keys": b"{" + b",".join(b'"%d":1' % number for number in range(20_000)) + b"}",
    "repeated keys": b'{"update_id":1,"update_id":2}',
    "NaN": b'{"update_id":NaN}',
    "infinity": b'{"update_id":1e999}',
    "a long integer": b'{"update_id":' + b"9" * 10_000 + b"}",
    "a lone surrogate": b'{"update_id":1,"x":"\\ud800"}',
    "a raw NUL": b'{"update_id":1,"x":"\x00"}',
    "gzip": gzip.compress(b" " * 10_000_000),
    "multipart": b"--x\r\n" * 50_000,
    "too long": b" " * (LARGEST_BODY + 1),
}


@pytest.mark.parametrize("kind", ODD)
async def test_an_odd_body_gets_its_number(kind: str) -> None:
    notebook = Notebook()
    async with standing({**doors_of(notebook).doors(), **sms_doors(notebook).doors()}) as house:
        assert await statuses_of(house, ODD[kind]) <= {400, 403, 413}
    assert notebook.is_empty


async def test_the_largest_body_comes_in() -> None:
    notebook = Notebook()
    update = json.loads(RAW) | {"padding": ""}
    raw = json.dumps(update).encode()
    raw = raw.replace(b'"padding": ""', b'"padding": "' + b"x" * (LARGEST_BODY - len(raw)) + b'"')
    async with standing(doors_of(notebook).doors()) as house:
        heard = await house.ask(Ask(WEBHOOK_PATH, raw, (JSON, KEY)))
        longer = await house.ask(Ask(WEBHOOK_PATH, raw + b" ", (JSON, KEY)))
    assert (len(raw), heard.status, longer.status) == (LARGEST_BODY, 200, 413)


async def test_an_endless_body_is_not_kept() -> None:
    chunk = b"10000\r\n" + b"x" * 65_536 + b"\r\n"
    notebook = Notebook()
    before = psutil.Process().memory_info().rss
    async with standing(doors_of(notebook).doors()) as house:
        # No end follows; the answer and the end of the connection come without one.
        for _ in range(20):
            answer = await house.raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", *[chunk] * 8)
            assert answer.startswith(b"HTTP/1.1 413 ")
    assert psutil.Process().memory_info().rss - before < 50 * 1024 * 1024
    assert notebook.is_empty


async def test_an_announced_length_is_believed_when_it_is_too_much() -> None:
    async with standing(doors_of(Notebook()).doors()) as house:
        for length in (b"1000000000", b"262145", b"9" * 15):
            answer = await house.raw(HEAD + b"Content-Length: " + length + b"\r\n\r\n")
            assert answer.startswith(b"HTTP/1.1 413 ")


async def test_a_refusal_waits_for_no_body() -> None:
    async with standing(doors_of(Notebook()).doors()) as house:
        head = HEAD.replace(KEY[1].encode(), b"wrong")
        answer = await house.raw(head + b"Content-Length: 1000\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 403 ")


class VeryImpatient(ImpatientProtocol):
    request_within_s = 0.2


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        (HEAD + b"Content-Le", b"HTTP/1.1 408 "),
        (HEAD + b"Content-Length: 9\r\n\r\n{", b"HTTP/1.1 408 "),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab", b"HTTP/1.1 408 "),
        (b"", b""),
    ],
)
async def test_a_request_that_never_becomes_whole_is_ended(sent: bytes, answer: bytes) -> None:
    notebook = Notebook()
    async with standing(doors_of(notebook).doors(), protocol=VeryImpatient) as house:
        assert (await house.raw(sent)).startswith(answer)
        assert (await house.ask(Ask(WEBHOOK_PATH, RAW, (JSON, KEY)))).status == 200
    assert len(notebook.messages) == 1


LIVING = b"GET /livez HTTP/1.1\r\nHost: pam\r\nConnection: close\r\n"


@pytest.mark.parametrize(
    ("sent", "number"),
    [
        (LIVING + b"x: y\r\n" * 90 + b"\r\n", b"200"),
        (LIVING + b"x: y\r\n" * 200 + b"\r\n", b"400"),
        (LIVING + b"x: " + b"y" * 30_000 + b"\r\n\r\n", b"200"),
        (LIVING + b"x: " + b"y" * 100_000 + b"\r\n\r\n", b"400"),
        (LIVING + b"x: " + b"y" * 200_000, b"431"),
        (b"GET /livez?" + b"a" * 50_000 + b" HTTP/1.1\r\n\r\n", b"400"),
        (b"GARBAGE\r\n\r\n", b"400"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"400"),
        (b"GET /livez\xff\xfe HTTP/1.1\r\n\r\n", b"400"),
        (LIVING + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b"400"),
        (LIVING + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", b"400"),
        (LIVING + b"Content-Length: -1\r\n\r\n", b"400"),
        (LIVING + b"bad header\r\n\r\n", b"400"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", b"400"),
    ],
)
async def test_a_head_that_is_none_is_ended_at_once(sent: bytes, number: bytes) -> None:
    notebook = Notebook()
    async with standing(doors_of(notebook).doors()) as house:
        assert (await house.raw(sent))[:12] == b"HTTP/1.1 " + number
    assert notebook.is_empty


async def test_an_aborted_request_changes_nothing() -> None:
    notebook = Notebook()
    async with standing(sms_doors(notebook).doors(), protocol=VeryImpatient) as house:
        whole = posted(MESSAGE)
        head = f"POST {whole.path} HTTP/1.1\r\nHost: pam\r\nContent-Length: {len(whole.body)}\r\n"
        head += "".join(f"{name}: {value}\r\n" for name, value in whole.headers) + "\r\n"
        await house.raw(head.encode() + whole.body[:-1])
    assert notebook.is_empty
