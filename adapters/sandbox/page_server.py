"""The page's routes: its files, the stream of what happens, and what a person does with the two phones."""

from collections.abc import Awaitable, Callable
from typing import TypeVar
from zoneinfo import available_timezones

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from adapters.sandbox import page_deeds as deeds
from adapters.sandbox.errands import Errands
from adapters.sandbox.faults import Fault
from adapters.sandbox.openai_hearing import USUAL_WORDS
from adapters.sandbox.page_attach import attach_route
from adapters.sandbox.page_books import book_routes
from adapters.sandbox.page_files import HEADERS, page_file
from adapters.sandbox.page_guard import NotForYou, check_host, read_own_body
from adapters.sandbox.page_hooks import Hooks
from adapters.sandbox.page_stream import page_stream
from adapters.sandbox.people import ANN, ANN_NUMBER, STRANGERS_NUMBER
from adapters.sandbox.photographed_receipt import Receipt, photographed
from adapters.sandbox.spoken_note import spoken
from adapters.sandbox.street import Street
from adapters.sandbox.telegram_person import TooLong

D = TypeVar("D", bound=deeds.Deed)

LONGEST_SMS = 1600
FARTHEST_MOVE_H = 24 * 366
# A model is known to be slow: it takes more before anybody gives it up.
SLOW_S, SLOW_MODEL_S = 2.0, 30.0


def page_routes(street: Street, hooks: Hooks) -> list[Route]:
    """To be mounted at the root of PAM's own app; Ann's Telegram is open from the start."""
    street.telegram.open(ANN)
    page = _Page(street, hooks)
    routes = [
        Route("/", page.show_page),
        Route("/page/{name}", page.show_file),
        Route("/sandbox/events", page.stream),
        Route("/sandbox/photo/{file_id}", page.show_photo),
        *book_routes(hooks),
        attach_route(street),
    ]
    posts: dict[str, Callable[[bytes], Awaitable[None]]] = {
        "say": page.say,
        "tap": page.tap,
        "break": page.break_vendor,
        "clock": page.move_clock,
        "hello": page.hello,
        "contact": page.share_contact,
        "sample": page.send_sample,
        "reset": page.start_over,
    }
    return routes + [Route(f"/sandbox/{name}", _deed(do), methods=["POST"]) for name, do in posts.items()]


def _deed(do: Callable[[bytes], Awaitable[None]]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            await do(await read_own_body(request))
        except NotForYou as refusal:
            return JSONResponse({"error": refusal.reason}, refusal.status)
        except msgspec.DecodeError as error:
            return JSONResponse({"error": str(error)}, 400)
        return Response(status_code=204)

    return endpoint


class _Page:
    def __init__(self, street: Street, hooks: Hooks) -> None:
        self._street = street
        self._hooks = hooks
        self._errands = Errands()
        self._listening = False

    async def show_page(self, request: Request) -> Response:
        return self._file(request, "index.html")

    async def show_file(self, request: Request) -> Response:
        return self._file(request, request.path_params["name"])

    async def show_photo(self, request: Request) -> Response:
        try:
            check_host(request)
        except NotForYou as refusal:
            return JSONResponse({"error": refusal.reason}, refusal.status)
        seen = self._street.telegram.look_at(request.path_params["file_id"])
        return Response(seen[0], headers=HEADERS, media_type=seen[1]) if seen else Response(status_code=404)

    async def stream(self, request: Request) -> Response:
        try:
            check_host(request)
        except NotForYou as refusal:
            return JSONResponse({"error": refusal.reason}, refusal.status)
        self._hear_steps()
        return StreamingResponse(
            page_stream(self._street.feed, self._street.now),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )

    async def say(self, body: bytes) -> None:
        deed = _read(body, deeds.Say)
        self._hear_steps()
        if not deed.text.strip():
            raise NotForYou(400, "There is nothing to send.")
        if deed.phone == "sms":
            if len(deed.text) > LONGEST_SMS:
                raise NotForYou(400, f"An SMS ends at {LONGEST_SMS} characters.")
            self._street.sms.say(deed.text, ANN_NUMBER)
            return
        try:
            self._street.telegram.say(deed.text, ANN)
        except TooLong as error:
            raise NotForYou(400, "A message ends at 4096 characters.") from error

    async def tap(self, body: bytes) -> None:
        deed = _read(body, deeds.Tap)
        try:
            self._street.telegram.tap(int(deed.message_id), deed.data, ANN)
        except (LookupError, ValueError) as error:
            raise NotForYou(404, "That message is gone.") from error

    async def share_contact(self, body: bytes) -> None:
        own = _read(body, deeds.ShareContact).own
        self._street.telegram.share_contact(ANN_NUMBER if own else STRANGERS_NUMBER, ANN, own=own)

    async def send_sample(self, body: bytes) -> None:
        if _read(body, deeds.SendSample).of == "receipt":
            self._street.telegram.send_photo(photographed(Receipt()))
        else:
            self._street.telegram.send_voice(spoken(USUAL_WORDS), 2)

    async def break_vendor(self, body: bytes) -> None:
        deed = _read(body, deeds.Break)
        if deed.mode == "ok":
            self._street.faults.heal(deed.vendor)
        else:
            seconds = SLOW_MODEL_S if deed.vendor == "OpenAI" else SLOW_S
            self._street.faults.replace(deed.vendor, Fault(deed.mode, seconds=seconds))

    async def move_clock(self, body: bytes) -> None:
        hours = _read(body, deeds.MoveClock).hours
        if not 0 < hours <= FARTHEST_MOVE_H:
            raise NotForYou(400, "The clock moves forward, by at most a year.")
        async for now in self._hooks.move_clock(hours):
            self._street.feed.pass_on({"kind": "clock", "now": now.isoformat()})

    async def hello(self, body: bytes) -> None:
        timezone = _read(body, deeds.Hello).timezone
        if timezone not in available_timezones():
            raise NotForYou(400, "No such time zone.")
        await self._hooks.set_timezone(timezone)

    async def start_over(self, body: bytes) -> None:
        """Somebody new holds the two phones: nothing that was said is theirs."""
        await self._hooks.start_over(_read(body, deeds.StartOver).language)
        self._street.forget_conversations(ANN, ANN_NUMBER)
        self._street.feed.pass_on({"kind": "reset"})

    def _file(self, request: Request, name: str) -> Response:
        try:
            check_host(request)
        except NotForYou as refusal:
            return JSONResponse({"error": refusal.reason}, refusal.status)
        return page_file(name)

    def _hear_steps(self) -> None:
        """From the first visit on; what PAM did before nobody had asked."""
        if not self._listening:
            self._listening = True
            self._errands.start(self._pass_steps_on())

    async def _pass_steps_on(self) -> None:
        async for step in self._hooks.steps.subscribe():
            self._street.feed.publish({"kind": "step", **step})


def _read(body: bytes, shape: type[D]) -> D:
    return msgspec.json.decode(body, type=shape)
