"""A vendor's request and answer without HTTP around it: forms, JSON and multipart become one kind of call."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import parse_qsl

import msgspec
from starlette.requests import Request

Parameters = dict[str, object]

PHRASED = frozenset(HTTPStatus)


class Unreadable(Exception):
    """The body is not what its content type says."""


@dataclass(frozen=True)
class Upload:
    filename: str
    content: bytes


@dataclass(frozen=True)
class Call:
    """What was asked. ``parameters`` hold query and body together: str from forms, any JSON value from JSON."""

    verb: str
    path: str
    authorization: str
    parameters: Parameters
    files: dict[str, Upload]


class HangUp(Exception):
    """The connection ends here, in the middle of an answer."""


@dataclass(frozen=True)
class Reply:
    """``pieces`` are the body where it comes bit by bit; they may raise HangUp.

    Status 0 is no answer at all, however long one waits; ``note`` is the fault that was played.
    """

    status: int
    body: bytes
    media_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    pieces: AsyncIterator[bytes] | None = None
    note: str = ""


def json_reply(status: int, content: object, headers: dict[str, str] | None = None) -> Reply:
    return Reply(status, msgspec.json.encode(content), headers=headers or {})


def phrase(status: int) -> str:
    return HTTPStatus(status).phrase if status in PHRASED else ""


async def read_call(request: Request) -> Call:
    """Raises Unreadable."""
    fields, files = read_body(request.headers.get("content-type", ""), await request.body())
    return Call(
        verb=request.method,
        path=request.url.path,
        authorization=request.headers.get("authorization", ""),
        parameters={**dict(request.query_params), **fields},
        files=files,
    )


def read_body(content_type: str, body: bytes) -> tuple[Parameters, dict[str, Upload]]:
    """Fields and files of a body. Raises Unreadable."""
    kind = content_type.partition(";")[0].strip().lower()
    try:
        if not body:
            return {}, {}
        if kind == "application/json":
            return msgspec.json.decode(body, type=Parameters), {}
        if kind == "multipart/form-data":
            return _read_multipart(content_type, body)
        return dict(parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=True)), {}
    except (ValueError, msgspec.DecodeError) as error:
        raise Unreadable(kind) from error


def _read_multipart(content_type: str, body: bytes) -> tuple[Parameters, dict[str, Upload]]:
    boundary = _directive(content_type, "boundary").encode()
    fields: Parameters = {}
    files: dict[str, Upload] = {}
    parts = (b"\r\n" + body).split(b"\r\n--" + boundary)
    if len(parts) < 2 or not parts[-1].startswith(b"--"):
        raise Unreadable("multipart/form-data")
    for part in parts[1:-1]:
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        disposition = head.decode()
        name = _directive(disposition, "name")
        if "filename=" in disposition:
            files[name] = Upload(_directive(disposition, "filename"), content)
        else:
            fields[name] = content.decode()
    return fields, files


def _directive(header: str, name: str) -> str:
    found = re.search(rf'\b{name}=(?:"([^"]*)"|([^;\s]+))', header)
    if found is None:
        raise Unreadable(name)
    return found[1] if found[1] is not None else found[2]
