"""The page's look at the ledger: tables as JSON, pictures as SVG, asked for whenever something was booked."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from adapters.sandbox.page_files import HEADERS
from adapters.sandbox.page_guard import NotForYou, check_host
from adapters.sandbox.page_hooks import Hooks


def book_routes(hooks: Hooks) -> list[Route]:
    async def show_books(request: Request) -> Response:
        return _refusal(request) or Response(await hooks.books(), headers=HEADERS, media_type="application/json")

    async def show_chart(request: Request) -> Response:
        refused = _refusal(request)
        if refused:
            return refused
        drawn = await hooks.chart(request.path_params["name"])
        if drawn is None:
            return Response(status_code=204)
        return Response(drawn, headers=HEADERS, media_type="image/svg+xml")

    return [Route("/sandbox/books", show_books), Route("/sandbox/chart/{name}.svg", show_chart)]


def _refusal(request: Request) -> Response | None:
    try:
        check_host(request)
    except NotForYou as refusal:
        return JSONResponse({"error": refusal.reason}, refusal.status)
    return None
