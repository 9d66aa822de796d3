"""The door every call to a vendor goes through: faults are played here and every answer is journaled."""

import asyncio
from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from adapters.sandbox.faults import Faults, Vendor
from adapters.sandbox.journal import Journal
from adapters.sandbox.loopback_server import hang_up, until_gone
from adapters.sandbox.wire import Call, HangUp, Parameters, Reply, Unreadable, read_call


class VendorApi(Protocol):
    """One vendor's HTTP API without HTTP."""

    name: Vendor

    def label(self, call: Call) -> str:
        """What the journal calls this call; holds no secret."""
        ...

    def shown(self, call: Call) -> Parameters:
        """What the journal keeps of a call's parameters."""
        ...

    async def answer(self, call: Call) -> Reply: ...

    def broken(self, status: int) -> Reply:
        """A server error in the vendor's own shape."""
        ...

    def limited(self, retry_after_s: int) -> Reply:
        """Too many requests, in the vendor's own shape."""
        ...


class Front:
    def __init__(self, journal: Journal, faults: Faults) -> None:
        self._journal = journal
        self._faults = faults

    async def receive(self, vendor: VendorApi, scope: Scope, receive: Receive, send: Send) -> None:
        """One call to one vendor, answered or, when a fault says so, not."""
        try:
            call = await read_call(Request(scope, receive))
        except Unreadable:
            call = Call(scope["method"], scope["path"], "", {}, {})
            reply: Reply | None = vendor.broken(400)
            note = "unreadable body"
        else:
            reply, note = await self._answer(vendor, call)
        status = reply.status if reply else 0
        shown = {**vendor.shown(call), **{name: upload.filename for name, upload in call.files.items()}}
        self._journal.record("call", vendor.name, vendor.label(call), shown, (status, note))
        if reply is None or note == "drop":
            await hang_up(scope, receive)
        elif not reply.status:
            await until_gone(receive)
        else:
            try:
                await _response(reply)(scope, receive, send)
            except HangUp:
                await hang_up(scope, receive)

    async def _answer(self, vendor: VendorApi, call: Call) -> tuple[Reply | None, str]:
        """The answer and the fault that was played; no answer at all when the vendor is down."""
        if self._faults.take(vendor.name, "down"):
            return None, "down"
        slow = self._faults.take(vendor.name, "slow")
        if slow:
            await asyncio.sleep(slow.seconds)
        error = self._faults.take(vendor.name, "error")
        if error:
            return vendor.broken(error.status), "error"
        limit = self._faults.take(vendor.name, "limit")
        if limit:
            return vendor.limited(limit.retry_after_s), "limit"
        drop = self._faults.take(vendor.name, "drop")
        reply = await vendor.answer(call)
        return reply, "drop" if drop else "slow" if slow else reply.note


def _response(reply: Reply) -> Response:
    if reply.pieces is not None:
        return StreamingResponse(reply.pieces, reply.status, reply.headers, media_type=reply.media_type)
    return Response(reply.body, reply.status, reply.headers, media_type=reply.media_type)
