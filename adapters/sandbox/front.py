"""The door every call to a vendor goes through: faults are played here and every answer is journaled."""

import asyncio
from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from adapters.sandbox.faults import Faults, Vendor
from adapters.sandbox.journal import Journal
from adapters.sandbox.loopback_server import hang_up
from adapters.sandbox.wire import Call, Reply, Unreadable, read_call


class VendorApi(Protocol):
    """One vendor's HTTP API without HTTP."""

    name: Vendor

    def label(self, call: Call) -> str:
        """What the journal calls this call; holds no secret."""
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
        shown = {**call.parameters, **{name: upload.filename for name, upload in call.files.items()}}
        self._journal.record("call", vendor.name, vendor.label(call), shown, (status, note))
        if reply is None or note == "drop":
            await hang_up(scope, receive)
            return
        response = Response(reply.body, reply.status, reply.headers, media_type=reply.media_type)
        await response(scope, receive, send)

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
        return reply, "drop" if drop else "slow" if slow else ""
