"""The lean client speaks plain HTTP/1.1, reuses what may be reused and never mistakes one answer for another."""

import asyncio
import contextlib
import gc
import ipaddress
import ssl
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from adapters.lean_http import LARGEST_ANSWER, MOST_CONNECTIONS, BrokenOff, CannotConnect, LeanHttp
from tests.adapters.scripted_vendor import BREAKS_OFF, HANGS, Answer, ScriptedVendor, closed_port


async def test_a_request_arrives_whole_and_the_answer_comes_back() -> None:
    async with ScriptedVendor(Answer(201, {"sid": "x"}, {"Retry-After": "3"})).open() as vendor:
        http = LeanHttp(vendor.url)
        answer = await http.ask("POST", "/a?b=c", {"X-One": "1"}, b"body")
        await http.close()

    assert (answer.status, answer.headers["retry-after"], answer.body) == (201, "3", b'{"sid":"x"}')
    asked = vendor.asked[0]
    assert (asked.method, asked.target, asked.headers["x-one"], asked.body) == ("POST", "/a?b=c", "1", b"body")
    assert asked.headers["host"] == vendor.url.removeprefix("http://")


async def test_a_connection_is_used_again() -> None:
    async with ScriptedVendor(Answer(200, 1)).open() as vendor:
        http = LeanHttp(vendor.url)
        for _ in range(3):
            await http.ask("GET", "/", {})
        await http.close()

    assert (len(vendor.asked), vendor.connections) == (3, 1)


async def test_a_connection_the_vendor_wants_closed_is_not_used_again() -> None:
    async with ScriptedVendor(Answer(200, 1, {"Connection": "close"})).open() as vendor:
        http = LeanHttp(vendor.url)
        await http.ask("GET", "/", {})
        await http.ask("GET", "/", {})
        await http.close()

    assert vendor.connections == 2


async def test_calls_at_once_get_each_its_own_answer() -> None:
    async with ScriptedVendor(*[Answer(200, number) for number in range(20)]).open() as vendor:
        http = LeanHttp(vendor.url)
        answers = await asyncio.gather(*[http.ask("GET", "/", {}) for _ in range(20)])
        await http.close()

    assert sorted(int(answer.body) for answer in answers) == list(range(20))


async def test_a_call_given_up_on_takes_its_connection_along() -> None:
    async with ScriptedVendor(Answer(200, 1), HANGS, Answer(200, "mine")).open() as vendor:
        http = LeanHttp(vendor.url)
        await http.ask("GET", "/", {})
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await http.ask("GET", "/first", {})
        answer = await http.ask("GET", "/second", {})
        await http.close()

    assert answer.body == b'"mine"'
    assert vendor.connections == 2


async def test_a_connection_that_breaks_off_is_told_apart_from_none() -> None:
    async with ScriptedVendor(BREAKS_OFF).open() as vendor:
        http = LeanHttp(vendor.url)
        with pytest.raises(BrokenOff):
            await http.ask("GET", "/", {})
        await http.close()
    with pytest.raises(CannotConnect):
        await LeanHttp(closed_port()).ask("GET", "/", {})


async def raw_answer(*chunks: bytes) -> tuple[int, bytes]:
    """What the client makes of bytes as they come."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        for chunk in chunks:
            writer.write(chunk)
            await writer.drain()
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    http = LeanHttp(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}")
    try:
        answer = await http.ask("GET", "/", {})
    finally:
        await http.close()
        server.close()
    return answer.status, answer.body


async def test_an_answer_in_chunks_and_after_a_continue_is_read_whole() -> None:
    head = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

    assert await raw_answer(head, b"3\r\nabc\r\n", b"2\r\nde\r\n0\r\n\r\n") == (200, b"abcde")


async def test_an_answer_of_untold_length_ends_with_the_connection() -> None:
    assert await raw_answer(b"HTTP/1.1 200 OK\r\n\r\n", b"all ", b"of it") == (200, b"all of it")


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
        b"SSH-2.0-OpenSSH\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
    ],
)
async def test_half_an_answer_or_none_is_broken_off(answer: bytes) -> None:
    with pytest.raises(BrokenOff):
        await raw_answer(answer)


async def test_an_answer_without_end_is_given_up_on() -> None:
    with pytest.raises(BrokenOff, match="too long"):
        await raw_answer(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n", b"x" * (LARGEST_ANSWER + 1))


@pytest.mark.parametrize(
    ("target", "headers"),
    [
        ("/ HTTP/1.1\r\nX: y", {}),
        ("/a b", {}),
        ("/", {"X": "1\r\nContent-Length: 0"}),
        ("/", {"X": "1\nY: 2"}),
        ("/", {"X": "1\rY: 2"}),
    ],
)
async def test_what_would_be_another_request_is_never_sent(target: str, headers: dict[str, str]) -> None:
    async with ScriptedVendor(Answer(200, 1)).open() as vendor:
        with pytest.raises(ValueError, match="one request"):
            await LeanHttp(vendor.url).ask("GET", target, headers)

    assert vendor.asked == []


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """A key and a certificate for 127.0.0.1 that signs itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    start = datetime(2020, 1, 1, tzinfo=UTC)
    signed = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=36500))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    key_file, certificate_file = folder / "key.pem", folder / "certificate.pem"
    no_password = serialization.NoEncryption()
    key_file.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, no_password))
    certificate_file.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    return key_file, certificate_file


async def test_a_secure_vendor_is_spoken_to_only_when_its_certificate_is_trusted(tmp_path: Path) -> None:
    key_file, certificate_file = certificate(tmp_path, "vendor")
    identity = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    identity.load_cert_chain(certificate_file, key_file)
    async with ScriptedVendor(Answer(200, "secret")).open(identity) as vendor:
        with pytest.raises(CannotConnect):
            await LeanHttp(vendor.url).ask("GET", "/", {})
        http = LeanHttp(vendor.url, trusting=ssl.create_default_context(cafile=certificate_file))
        answer = await http.ask("GET", "/", {})
        await http.close()

    assert answer.body == b'"secret"'
    assert len(vendor.asked) == 1


HEAD = b"HTTP/1.1 200 OK\r\nX-One: 1\r\nTransfer-Encoding: chunked\r\n\r\n"


@contextlib.asynccontextmanager
async def a_talk() -> AsyncGenerator[tuple[LeanHttp, asyncio.Queue[bytes], list[int]]]:
    """A vendor that writes what is put into the queue, b"" for the end; and how often somebody connected."""
    says, connections = asyncio.Queue[bytes](), list[int]()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append(len(connections))
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            await reader.readuntil(b"\r\n\r\n")
            while said := await says.get():
                writer.write(said)
                await writer.drain()
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    http = LeanHttp(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", largest_answer=100)
    try:
        yield http, says, connections
    finally:
        await http.close()
        says.put_nowait(b"")
        server.close()


async def test_an_answer_is_heard_piece_by_piece_while_it_comes() -> None:
    pieces = asyncio.Queue[bytes]()
    async with a_talk() as (http, says, _):
        says.put_nowait(HEAD + b"3\r\none\r\n")
        answer = await http.open("GET", "/", {})
        assert (answer.status, answer.headers["x-one"]) == (200, "1")
        hearing = asyncio.ensure_future(answer.hear(pieces.put_nowait))
        assert await pieces.get() == b"one"
        # What came together is heard together.
        says.put_nowait(b"3\r\ntwo\r\n5\r\nthree\r\n")
        assert await pieces.get() == b"twothree"
        assert not hearing.done()
        says.put_nowait(b"0\r\n\r\n" + HEAD + b"4\r\nmore\r\n")
        await hearing
        answer.close()

    assert pieces.empty()


@pytest.mark.parametrize(("hears_all", "connections"), [(True, 1), (False, 2)])
async def test_only_a_connection_heard_to_its_end_is_used_again(hears_all: bool, connections: int) -> None:  # noqa: FBT001
    whole = Answer(200, b"x" * 200_000)
    async with ScriptedVendor(whole, Answer(200, "mine")).open() as vendor:
        http = LeanHttp(vendor.url)
        first = await http.open("GET", "/", {})
        if hears_all:
            await first.hear(lambda _: None)
        first.close()
        answer = await http.ask("GET", "/", {})
        await http.close()

    assert answer.body == b'"mine"'
    assert vendor.connections == connections


async def heard(http: LeanHttp) -> None:
    answer = await http.open("GET", "/", {})
    try:
        await answer.hear(lambda _: None)
    finally:
        answer.close()


@pytest.mark.parametrize(
    "then",
    [
        (b"",),
        (HEAD + b"3\r\non", b""),
        (HEAD, b"not a chunk\r\n"),
        (HEAD + b"60\r\n" + b"x" * 96 + b"\r\n", b"60\r\n" + b"x" * 96 + b"\r\n"),
    ],
)
async def test_a_stream_that_breaks_off_says_so_to_who_hears_it(then: tuple[bytes, ...]) -> None:
    async with a_talk() as (http, says, _):
        for each in then:
            says.put_nowait(each)
        with pytest.raises(BrokenOff):
            await heard(http)


async def test_of_a_stream_nobody_hears_nothing_is_left() -> None:
    faults: list[dict[str, object]] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: faults.append(context))
    async with a_talk() as (http, says, connections):
        for number in range(MOST_CONNECTIONS + 1):
            says.put_nowait(HEAD + (b"3\r\non" if number % 2 else b"no chunk\r\n"))
            says.put_nowait(b"")
            async with asyncio.timeout(5):
                answer = await http.open("GET", "/", {})
            answer.close()
        with pytest.raises(BrokenOff, match="before it was heard"):
            await answer.hear(lambda _: None)
    gc.collect()

    assert len(connections) == MOST_CONNECTIONS + 1
    assert faults == []


async def test_a_stream_given_up_on_before_its_head_takes_its_connection_along() -> None:
    async with ScriptedVendor(HANGS, Answer(200, "mine")).open() as vendor:
        http = LeanHttp(vendor.url)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await http.open("GET", "/", {})
        assert (await http.ask("GET", "/", {})).body == b'"mine"'
        await http.close()

    assert vendor.connections == 2
