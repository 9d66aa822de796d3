"""A file of Telegram's is fetched up to a cap, and its address, which holds the token, is told to nobody."""

import contextlib
from collections.abc import AsyncGenerator

import pytest
from loguru import logger

from adapters.telegram_files import LARGEST_FILE, TelegramFiles
from bot.domain.attachment import MOST_PICTURE_BYTES
from bot.domain.errors import PamError, Rejected, Unavailable
from tests.adapters.scripted_vendor import BREAKS_OFF, HANGS, Answer, ScriptedVendor, closed_port

TOKEN = "123456:canary-of-the-token"
CONTENT = bytes(range(256)) * 4


def lies_at(path: object = "photos/file_1.jpg", **more: object) -> Answer:
    return Answer(200, {"ok": True, "result": {"file_id": "x", "file_path": path, **more}})


def refused(description: str) -> Answer:
    return Answer(400, {"ok": False, "error_code": 400, "description": f"Bad Request: {description}"})


@contextlib.asynccontextmanager
async def files_of(*script: Answer, deadline_s: float = 5) -> AsyncGenerator[tuple[TelegramFiles, ScriptedVendor]]:
    async with ScriptedVendor(*script).open() as vendor:
        files = TelegramFiles(TOKEN, vendor.url, deadline_s=deadline_s)
        try:
            yield files, vendor
        finally:
            await files.close()


async def test_it_is_asked_where_a_file_lies_and_then_fetched() -> None:
    async with files_of(lies_at(file_size=1024), Answer(200, CONTENT)) as (files, vendor):
        assert await files.fetch("telegram", "AgAC", 1024) == CONTENT
    asked, fetched = vendor.asked
    assert (asked.target, asked.fields) == (f"/bot{TOKEN}/getFile", {"file_id": "AgAC"})
    assert (fetched.method, fetched.target) == ("GET", f"/file/bot{TOKEN}/photos/file_1.jpg")


@pytest.mark.parametrize(
    "script",
    [
        (lies_at(file_size=1025),),
        (refused("file is too big"),),
        (lies_at(), Answer(200, CONTENT + b"1")),
        (lies_at(file_size=1), Answer(200, bytes(LARGEST_FILE + 1))),
    ],
)
async def test_no_more_is_taken_in_than_was_asked_for(script: tuple[Answer, ...]) -> None:
    async with files_of(*script) as (files, _):
        with pytest.raises(Rejected) as no:
            await files.fetch("telegram", "x", 1024)
    assert no.value.reason == "too_large"


class Unmeasured(Answer):
    """A body whose length is not told before it comes."""

    def encoded(self) -> bytes:
        chunk = b"400\r\n" + CONTENT + b"\r\n"
        return b"HTTP/1.1 200 Said\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk * 4 + b"0\r\n\r\n"


@pytest.mark.parametrize(("most_bytes", "fits"), [(4096, True), (4095, False)])
async def test_a_file_of_untold_length_is_measured_as_it_comes(most_bytes: int, *, fits: bool) -> None:
    async with files_of(lies_at(), Unmeasured()) as (files, _):
        if fits:
            assert await files.fetch("telegram", "x", most_bytes) == CONTENT * 4
        else:
            with pytest.raises(Rejected, match="too_large"):
                await files.fetch("telegram", "x", most_bytes)


async def test_the_largest_that_is_asked_for_has_an_end_too() -> None:
    most_bytes = MOST_PICTURE_BYTES
    async with files_of(lies_at(), Answer(200, bytes(most_bytes)), lies_at(), Answer(200, bytes(12 * 2**20))) as (
        files,
        _,
    ):
        assert len(await files.fetch("telegram", "x", most_bytes)) == most_bytes
        with pytest.raises(Rejected, match="too_large"):
            await files.fetch("telegram", "x", most_bytes)


GONE = {
    "an unknown id": (refused("wrong file_id or the file is temporarily unavailable"),),
    "nothing there": (lies_at(), Answer(404, b"")),
    "no path": (lies_at(path=None),),
    "a path out of the folder": (lies_at(path="../bot/getMe"),),
    "a path that is another request": (lies_at(path="a HTTP/1.1\r\nX: y"),),
    "a path that turns back": (lies_at(path="photos/../../bot/getMe"),),
    "a path from the root": (lies_at(path="/var/lib/file"),),
}


@pytest.mark.parametrize("kind", GONE)
async def test_what_is_not_there_is_gone(kind: str) -> None:
    async with files_of(*GONE[kind]) as (files, _):
        with pytest.raises(Rejected) as no:
            await files.fetch("telegram", "x", 1024)
    assert no.value.reason == "gone"


async def test_another_channels_file_is_not_telegrams() -> None:
    async with files_of(lies_at()) as (files, vendor):
        with pytest.raises(Rejected):
            await files.fetch("sms", "x", 1024)
    assert vendor.asked == []


FAULTS = {
    "broken off": (lies_at(), BREAKS_OFF),
    "hanging": (lies_at(), HANGS),
    "an error": (lies_at(), Answer(502, b"<html>")),
    "no file": (Answer(200, {"ok": True, "result": []}),),
    "half of it": (lies_at(), Answer(200, CONTENT, {"Content-Length": "2000", "Connection": "close"})),
}


@pytest.mark.parametrize("kind", FAULTS)
async def test_what_may_work_later_is_unavailable_and_no_address_is_told(kind: str) -> None:
    told: list[str] = []
    sink = logger.add(told.append, level=0)
    try:
        async with files_of(*FAULTS[kind], deadline_s=0.5) as (files, _):
            with pytest.raises(Unavailable) as later:
                await files.fetch("telegram", "x", 1024)
    finally:
        logger.remove(sink)
    assert all("canary" not in text for text in (*told, *texts_of(later.value)))


def texts_of(fault: BaseException | None) -> list[str]:
    """Of an error and what caused it."""
    texts = []
    while fault is not None:
        texts.append(repr(fault))
        fault = fault.__cause__
    return texts


async def test_a_telegram_that_cannot_be_reached_is_tried_again_and_then_unavailable() -> None:
    files = TelegramFiles(TOKEN, closed_port(), deadline_s=0.3)
    with pytest.raises(PamError) as later:
        await files.fetch("telegram", "x", 1024)
    await files.close()
    assert isinstance(later.value, Unavailable)
