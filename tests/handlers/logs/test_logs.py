"""One record is one line, nothing secret is in it, and no fault of the logs reaches who logs."""

import asyncio
import io
import json
import logging
import sys
import threading
from collections.abc import Iterator, Mapping

import pytest
from loguru import logger

from handlers.logs import Logs, set_up_logs, tell_loop_fault

SECRET = "hunter2-hunter2"
TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"


class Stream(io.BytesIO):
    broken = False

    def write(self, data: bytes, /) -> int:  # ty: ignore[incompatible-method-override]
        if self.broken:
            raise OSError("no space left")
        return super().write(data)


@pytest.fixture
def stream() -> Iterator[Stream]:
    root, raising = logging.getLogger(), logging.raiseExceptions
    hooks, handlers, level = (sys.excepthook, threading.excepthook), root.handlers[:], root.level
    yield Stream()
    logger.remove()
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.raiseExceptions = raising
    sys.excepthook, threading.excepthook = hooks


@pytest.fixture
def logs(stream: Stream) -> Iterator[Logs]:
    logs = set_up_logs(stream, level="DEBUG", style="json", secrets=[SECRET])
    yield logs
    logs.close()


def records(stream: Stream, logs: Logs) -> list[dict[str, object]]:
    logs.flush()
    return [json.loads(line) for line in stream.getvalue().decode().splitlines()]


def test_a_record_is_one_json_object(stream: Stream, logs: Logs) -> None:
    logger.info("booked", trace_id="ab", amount=5)
    (record,) = records(stream, logs)
    assert record["message"] == "booked"
    assert record["level"] == "INFO"
    assert (record["trace_id"], record["amount"]) == ("ab", 5)
    assert str(record["at"]).endswith("Z")
    assert str(record["where"]).startswith(f"{__name__}:")


HOSTILE = [
    "two\nlines",
    "cr\rlf\r\n",
    "\x1b[31mred\x1b[0m",
    "nul\x00",
    "bidi \u202e gnp",
    "line\u2028paragraph\u2029next\x85",
    "{nope} {0.__class__} {}",
    "%s %(x)s %d",
    '"}\n{"level":"ERROR"',
    "lone \ud800 surrogate",
    "tag \U000e0041",
    "</script>",
    "\x7f\x9b1m\x0b\x0c\x1c\x1d\x1e",
    *[chr(code) for code in range(32)],
    *[f"a{chr(code)}b" for code in range(0x7F, 0xA0)],
]


@pytest.mark.parametrize("style", ["json", "text"])
def test_lines_are_records_whatever_people_write(stream: Stream, style: str) -> None:
    logs = set_up_logs(stream, level="DEBUG", style=style)
    for text in HOSTILE:
        logger.info("said", text=text, name=text)
        logger.bind(text=text).warning(text)
        logging.getLogger("a library").warning(text)
    logs.close()
    lines = stream.getvalue().decode().splitlines()
    assert len(lines) == 3 * len(HOSTILE)
    assert logs.dropped == 0
    assert not [line for line in lines if not line.isascii() and "\u202e" in line]
    assert not [line for line in lines if "\x1b" in line or "\x00" in line]


def test_an_exception_shows_no_values_and_no_secret(stream: Stream, logs: Logs) -> None:
    card = "4111111111111111"

    def charge(number: str) -> None:
        if number:
            raise ValueError(f"refused with {SECRET} at https://api.telegram.org/bot{TOKEN}/x")

    try:
        charge(card)
    except ValueError:
        logger.exception("charge failed", dsn="postgresql://pam:pw@db/pam", code="123456")
    (record,) = records(stream, logs)
    written = stream.getvalue().decode()
    assert "in charge" in str(record["exception"])
    assert "ValueError: refused with [hidden]" in written
    for canary in (card, SECRET, TOKEN, "pam:pw", "123456"):
        assert canary not in written


def test_what_libraries_say_comes_in_and_their_chatter_does_not(stream: Stream, logs: Logs) -> None:
    logging.getLogger("httpx").info("POST https://api.telegram.org/bot%s/getMe", TOKEN)
    logging.getLogger("some.library").info("hello")
    logging.getLogger("some.library").warning("careful %s", "now")
    logging.getLogger("some.library").warning("wrong %d", "arguments")
    assert [(record["message"], record["library"]) for record in records(stream, logs)] == [
        ("careful now", "some.library"),
        ("wrong %d", "some.library"),
    ]


def test_what_nobody_caught_comes_in(stream: Stream, logs: Logs) -> None:
    def break_down() -> None:
        raise RuntimeError(SECRET)

    thread = threading.Thread(target=break_down)
    thread.start()
    thread.join()
    fault = RuntimeError("in main")
    sys.excepthook(type(fault), fault, None)
    assert [record["level"] for record in records(stream, logs)] == ["CRITICAL", "CRITICAL"]
    assert SECRET not in stream.getvalue().decode()


async def test_a_fault_in_the_loop_comes_in(stream: Stream, logs: Logs) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(tell_loop_fault)
    loop.call_soon(lambda: 1 // 0)
    await asyncio.sleep(0)
    (record,) = records(stream, logs)
    assert record["level"] == "ERROR"
    assert "ZeroDivisionError" in str(record["exception"])


def test_a_broken_stream_never_stops_who_logs(stream: Stream, logs: Logs) -> None:
    stream.broken = True
    logger.info("lost")
    logs.flush()
    logger.error("lost")
    logger.error("lost")
    stream.broken = False
    logger.error("kept")
    assert [record["message"] for record in records(stream, logs)] == ["kept"]
    assert logs.dropped == 3


def test_a_closed_stream_never_stops_who_logs(stream: Stream, logs: Logs) -> None:
    stream.close()
    logger.error("lost")
    assert logs.dropped == 1


class Unshowable:
    def __repr__(self) -> str:
        raise ZeroDivisionError


def test_a_value_that_cannot_be_shown_never_stops_who_logs(stream: Stream, logs: Logs) -> None:
    logger.info("lost", value=Unshowable())
    logger.info("kept", value={1: {"nested"}, "when": object})
    assert [record["message"] for record in records(stream, logs)] == ["kept"]
    assert logs.dropped == 1


def test_a_listener_hears_stages_without_secrets(logs: Logs) -> None:
    heard: list[object] = []
    logs.add_listener(lambda fields: heard.append((fields["stage"], fields["text"])))
    logger.info("no stage", text="x")
    logger.debug("understood", stage="brain", text=f"key {SECRET}")
    assert heard == [("brain", "key [hidden]")]


def test_a_broken_listener_never_stops_who_logs(stream: Stream, logs: Logs) -> None:
    def listener(_fields: Mapping[str, object]) -> None:
        raise ZeroDivisionError

    logs.add_listener(listener)
    logger.info("kept", stage="brain")
    assert [record["message"] for record in records(stream, logs)] == ["kept"]


def test_below_the_level_nothing_is_written(stream: Stream) -> None:
    logs = set_up_logs(stream, level="WARNING", style="json")
    logger.info("quiet")
    logger.warning("loud")
    logs.close()
    assert [record["message"] for record in records(stream, logs)] == ["loud"]


def test_fields_do_not_replace_the_records_own(stream: Stream, logs: Logs) -> None:
    logger.bind(level="x", at="y").info("kept")
    (record,) = records(stream, logs)
    assert (record["level"], record["level_"], record["at_"]) == ("INFO", "x", "y")
