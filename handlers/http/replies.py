"""What a door answers: prepared once, sent as two ASGI messages."""

from starlette.types import Message, Send

Headers = tuple[tuple[bytes, bytes], ...]


class Reply:
    """A whole answer. A refusal closes its connection, so that the rest of an unread body is not listened to."""

    __slots__ = ("_messages", "status")

    def __init__(self, status: int, body: bytes = b"", headers: Headers = ()) -> None:
        self.status = status
        self._messages: tuple[Message, Message] = (
            {
                "type": "http.response.start",
                "status": status,
                "headers": [*headers, (b"content-length", b"%d" % len(body))],
            },
            {"type": "http.response.body", "body": body},
        )

    async def send_by(self, send: Send) -> None:
        start, body = self._messages
        await send(start)
        await send(body)


def refusal(status: int, headers: Headers = ()) -> Reply:
    """An answer without words: who sends a wrong request learns nothing but its number."""
    return Reply(status, headers=(*headers, (b"connection", b"close")))


OK = Reply(200)
EMPTY_TWIML = Reply(200, b'<?xml version="1.0" encoding="UTF-8"?><Response/>', ((b"content-type", b"text/xml"),))
ILL_FORMED = refusal(400)
FORBIDDEN = refusal(403)
NOT_FOUND = refusal(404)
TOO_LARGE = refusal(413)
WRONG_MEDIA_TYPE = refusal(415)
TOO_MANY = refusal(429, ((b"retry-after", b"60"),))
BROKEN = refusal(500)


def wrong_method(allowed: bytes) -> Reply:
    return refusal(405, ((b"allow", allowed),))


def unavailable(retry_after_s: float | None = None) -> Reply:
    """Not kept: the vendor shall bring it again."""
    return Reply(503, headers=((b"retry-after", b"%d" % max(1, round(retry_after_s or 1))),))
