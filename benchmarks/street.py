"""Twilio's and Telegram's ends of the line, as lean as can be: each call is answered at once, in the vendor's shape.

``GET /count`` says how many messages were sent, ``/taken`` by SMS when, where to and what; between ``/hold`` and
``/release`` a message waits for its answer.
"""

import asyncio
import secrets
import sys
import time
from email.utils import formatdate
from typing import cast
from urllib.parse import parse_qs

import httptools
import msgspec
import uvloop


class World:
    """What was sent, and who waits for an answer."""

    def __init__(self) -> None:
        self.sent = 0
        self.taken: list[tuple[float, str, str]] = []
        self.is_held = False
        self.waiting: list[tuple[asyncio.Transport, bytes]] = []

    def hold(self) -> None:
        self.is_held = True

    def release(self) -> None:
        self.is_held = False
        for transport, answer in self.waiting:
            transport.write(answer)
        self.waiting.clear()


class Line(asyncio.Protocol):
    """One connection; httptools calls the ``on_…`` methods."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._parser = httptools.HttpRequestParser(self)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_message_begin(self) -> None:
        self._target, self._body = b"", b""

    def on_url(self, url: bytes) -> None:
        self._target += url

    def on_body(self, body: bytes) -> None:
        self._body += body

    def on_message_complete(self) -> None:
        target = self._target.decode()
        if target.endswith("/Messages.json"):
            message = _twilio_message(self._body)
            self._world.taken.append((time.time(), str(message["to"]), str(message["body"])))
            self._send(_http(201, message))
        elif target.endswith("/sendMessage"):
            self._send(_http(200, {"ok": True, "result": _telegram_message(self._body, self._world.sent + 1)}))
        elif target.startswith("/bot"):
            self._transport.write(_http(200, {"ok": True, "result": BOT if target.endswith("/getMe") else True}))
        else:
            self._obey(target)

    def _send(self, answer: bytes) -> None:
        self._world.sent += 1
        if self._world.is_held:
            self._world.waiting.append((self._transport, answer))
        else:
            self._transport.write(answer)

    def _obey(self, target: str) -> None:
        if target == "/hold":
            self._world.hold()
        elif target == "/release":
            self._world.release()
        self._transport.write(_http(200, self._world.taken if target == "/taken" else self._world.sent))


BOT = {"id": 1, "is_bot": True, "first_name": "PAM", "username": "PamBot"}


def _http(status: int, answer: object) -> bytes:
    body = msgspec.json.encode(answer)
    head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def _twilio_message(form: bytes) -> dict[str, object]:
    """As https://www.twilio.com/docs/messaging/api/message-resource shows it."""
    fields = {name: values[0] for name, values in parse_qs(form.decode()).items()}
    account, sid = f"AC{'0' * 32}", f"SM{secrets.token_hex(16)}"
    uri = f"/2010-04-01/Accounts/{account}/Messages/{sid}"
    now = formatdate(usegmt=False).replace("-0000", "+0000")
    return {
        "account_sid": account,
        "api_version": "2010-04-01",
        "body": fields["Body"],
        "date_created": now,
        "date_sent": None,
        "date_updated": now,
        "direction": "outbound-api",
        "error_code": None,
        "error_message": None,
        "from": fields.get("From"),
        "messaging_service_sid": fields.get("MessagingServiceSid"),
        "num_media": "0",
        "num_segments": "1",
        "price": None,
        "price_unit": "USD",
        "sid": sid,
        "status": "queued",
        "subresource_uris": {"media": f"{uri}/Media.json"},
        "to": fields["To"],
        "uri": f"{uri}.json",
    }


def _telegram_message(body: bytes, number: int) -> dict[str, object]:
    """As https://core.telegram.org/bots/api#message shows it."""
    if body.startswith(b"{"):
        fields = msgspec.json.decode(body, type=dict[str, object])
        chat_id, text = int(str(fields["chat_id"])), str(fields["text"])
    else:
        form = parse_qs(body.decode())
        chat_id, text = int(form["chat_id"][0]), form["text"][0]
    chat = {"id": chat_id, "type": "private", "first_name": "Ann"}
    return {"message_id": number, "from": BOT, "chat": chat, "date": 1_790_000_000, "text": text}


async def serve(port: int) -> None:
    world = World()
    server = await asyncio.get_running_loop().create_server(lambda: Line(world), "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve(int(sys.argv[1])))
