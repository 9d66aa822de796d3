"""Bodies of every kind, read into one kind of call."""

import aiohttp
import pytest

from adapters.sandbox.wire import Unreadable, Upload, read_body
from tests.adapters.sandbox.conftest import Served

BINARY = bytes(range(256)) + b"\r\n--x\r\n\r\n--"


def test_a_file_survives_byte_for_byte() -> None:
    body = (
        b'--b1\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n1001\r\n'
        b'--b1\r\nContent-Disposition: form-data; name="photo"; filename="a b.png"\r\nContent-Type: image/png\r\n\r\n'
        + BINARY
        + b"\r\n--b1--\r\n"
    )
    fields, files = read_body("multipart/form-data; boundary=b1", body)
    assert (fields, files) == ({"chat_id": "1001"}, {"photo": Upload("a b.png", BINARY)})


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b"{"),
        ("application/json", b"[1]"),
        ("application/x-www-form-urlencoded", b"\xff=1"),
        ("application/x-www-form-urlencoded", b"no-equals-sign"),
        ("multipart/form-data", b"--b\r\n"),
        ("multipart/form-data; boundary=b", b"--b\r\nContent-Disposition: form-data; name=x\r\n\r\ncut"),
    ],
)
def test_a_body_that_is_not_what_it_says_is_unreadable(content_type: str, body: bytes) -> None:
    with pytest.raises(Unreadable):
        read_body(content_type, body)


async def test_an_unreadable_body_is_a_bad_request_in_the_vendors_shape(served: Served) -> None:
    url = f"{served.url}/bot{served.street.keys.bot_token}/sendMessage"
    headers = {"Content-Type": "application/json"}
    async with aiohttp.ClientSession() as session, session.post(url, data=b"{", headers=headers) as response:
        assert (response.status, (await response.json())["ok"]) == (400, False)
