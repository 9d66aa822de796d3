"""The page's own files, served so that nothing but the page itself can run in it."""

from pathlib import Path

from starlette.responses import PlainTextResponse, Response

FOLDER = Path(__file__).parent / "page"
MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def page_file(name: str) -> Response:
    """A file of the page by its bare name."""
    media_type = MEDIA_TYPES.get(Path(name).suffix)
    known = {path.name: path for path in FOLDER.iterdir()} if media_type else {}
    if name not in known:
        return PlainTextResponse("Not found", 404)
    return Response(known[name].read_bytes(), headers=HEADERS, media_type=media_type)
