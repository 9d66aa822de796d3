"""A file that the person picks on the page's Telegram phone: a photo, a voice note, or just a file."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from adapters.sandbox.page_guard import NotForYou, read_own_file
from adapters.sandbox.street import Street
from adapters.sandbox.telegram_refusal import NotOk

PHOTOS = ("image/png", "image/jpeg")
# A phone records about 32 kbit a second; the browser does not say how long a file sounds.
SOUND_BYTES_PER_S = 4000
LONGEST_NAME = 100


def attach_route(street: Street) -> Route:
    """The file as the body, with its own content type; its name as the query's ``name``."""

    async def attach(request: Request) -> Response:
        try:
            content, media_type = await read_own_file(request)
            _send(street, content, media_type, request.query_params.get("name", "")[:LONGEST_NAME])
        except NotForYou as refusal:
            return JSONResponse({"error": refusal.reason}, refusal.status)
        except NotOk:
            return JSONResponse({"error": "Telegram does not take this picture."}, 400)
        return Response(status_code=204)

    return Route("/sandbox/attach", attach, methods=["POST"])


def _send(street: Street, content: bytes, media_type: str, name: str) -> None:
    if not content:
        raise NotForYou(400, "The file is empty.")
    if media_type in PHOTOS:
        street.telegram.send_photo(content)
    elif media_type.startswith(("audio/", "video/ogg")):
        street.telegram.send_voice(content, 1 + len(content) // SOUND_BYTES_PER_S)
    else:
        street.telegram.send_document(content, name or "file", media_type)
