"""A body is whole, or there is none."""

from collections.abc import Iterable

import pytest
from starlette.types import Message, Receive

from handlers.http.requests import LARGEST_BODY, BodyTooLarge, ClientGone, headers_of, read_body


def bringing(*messages: Message) -> Receive:
    waiting = iter(messages)

    async def receive() -> Message:
        return next(waiting)

    return receive


def piece(body: bytes, *, more: bool = True) -> Message:
    return {"type": "http.request", "body": body, "more_body": more}


GONE: Message = {"type": "http.disconnect"}


async def test_pieces_are_put_together() -> None:
    assert await read_body({}, bringing(piece(b"a"), piece(b""), piece(b"b", more=False))) == b"ab"


@pytest.mark.parametrize("messages", [[GONE], [piece(b'{"whole":1}'), GONE]])
async def test_a_body_that_broke_off_is_none(messages: Iterable[Message]) -> None:
    with pytest.raises(ClientGone):
        await read_body({}, bringing(*messages))


async def test_reading_stops_where_it_is_too_much() -> None:
    half = piece(b"x" * (LARGEST_BODY // 2 + 1))
    with pytest.raises(BodyTooLarge):
        # A third look would find nothing to bring.
        await read_body({}, bringing(half, half))


def test_a_header_that_stands_twice_says_nothing() -> None:
    assert headers_of({"headers": [(b"a", b"1"), (b"b", b"2"), (b"a", b"1")]}) == {b"a": b"", b"b": b"2"}
