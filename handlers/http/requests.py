"""Reads a request without trusting it: headers that stand once, a body that ends."""

from starlette.types import Receive, Scope

from handlers.http.replies import WRONG_MEDIA_TYPE, Reply, wrong_method

LARGEST_BODY = 256 * 1024

Headers = dict[bytes, bytes]

_POST_ONLY = wrong_method(b"POST")


class BodyTooLarge(Exception):
    """More than LARGEST_BODY was announced or sent."""


class ClientGone(Exception):
    """The connection ended before the request did; nobody waits for an answer."""


def headers_of(scope: Scope) -> Headers:
    """Every header by its lower-case name; one that stands twice is empty, which nobody accepts."""
    headers: Headers = {}
    for name, value in scope["headers"]:
        headers[name] = b"" if name in headers else value
    return headers


def refuse_unlike(scope: Scope, headers: Headers, media_type: bytes) -> Reply | None:
    """The refusal of whatever is not a plain POST of this media type; None for one that is."""
    if scope["method"] != "POST":
        return _POST_ONLY
    kind, _, parameters = headers.get(b"content-type", b"").lower().partition(b";")
    if kind.strip() != media_type or parameters.replace(b'"', b"").strip() not in (b"", b"charset=utf-8"):
        return WRONG_MEDIA_TYPE
    if headers.get(b"content-encoding", b"identity").lower() != b"identity":
        return WRONG_MEDIA_TYPE
    return None


async def read_body(headers: Headers, receive: Receive) -> bytes:
    """The whole body. Raises BodyTooLarge as soon as it is, ClientGone."""
    announced = headers.get(b"content-length", b"0")
    if not announced.isdigit() or len(announced) > 9 or int(announced) > LARGEST_BODY:
        raise BodyTooLarge
    message = await receive()
    if message["type"] == "http.request" and not message.get("more_body", False):
        return _within_limit(message.get("body", b""))
    body = bytearray()
    while message["type"] == "http.request":
        body += message.get("body", b"")
        if len(body) > LARGEST_BODY:
            raise BodyTooLarge
        if not message.get("more_body", False):
            return bytes(body)
        message = await receive()
    raise ClientGone


def _within_limit(body: bytes) -> bytes:
    if len(body) > LARGEST_BODY:
        raise BodyTooLarge
    return body
