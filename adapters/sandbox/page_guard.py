"""Only the page may drive the sandbox: a foreign web page in the same browser is refused."""

from urllib.parse import urlsplit

from starlette.requests import Request

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
LARGEST_BODY = 64 * 1024
LARGEST_FILE = 20 * 2**20


class NotForYou(Exception):
    """Refused with a status and a reason."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


def check_host(request: Request) -> None:
    """A name that merely resolves to this machine is not this machine's. Raises NotForYou."""
    if urlsplit(f"//{request.headers.get('host', '')}").hostname not in LOOPBACK:
        raise NotForYou(421, "Open the page on 127.0.0.1 or localhost.")


async def read_own_body(request: Request) -> bytes:
    """The JSON body of a request that the page itself made. Raises NotForYou."""
    _check_own(request)
    if _media_type(request) != "application/json":
        raise NotForYou(415, "JSON only.")
    return await _read(request, LARGEST_BODY)


async def read_own_file(request: Request) -> tuple[bytes, str]:
    """The file that the page itself sent, and its media type. Raises NotForYou."""
    _check_own(request)
    return await _read(request, LARGEST_FILE), _media_type(request) or "application/octet-stream"


def _check_own(request: Request) -> None:
    check_host(request)
    if request.headers.get("origin") != f"{request.url.scheme}://{request.headers['host']}":
        raise NotForYou(403, "Only the sandbox's own page may do this.")


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def _read(request: Request, most: int) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise NotForYou(413, "Too much at once.")
    return bytes(body)
