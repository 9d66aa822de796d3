"""An address that others are built on is scheme, host and port."""

import pytest

from bot.kit.web_origin import is_web_origin


@pytest.mark.parametrize(
    "address",
    [
        "https://pam.example.com",
        "https://pam.example.com:8443",
        "https://10.0.0.1",
        "http://127.0.0.1:8000",
        "http://[::1]",
    ],
)
def test_an_origin_is_one(address: str) -> None:
    assert is_web_origin(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "pam.example.com",
        "http://pam.example.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "https://",
        "https://a/",
        "https://a/b",
        "https://a?",
        "https://a#",
        "https://a:",
        "https://a:0",
        "https://a:65536",
        "https://user@a",
        "https://a\\b",
        "https://a b",
        "ftp://a",
    ],
)
def test_anything_else_is_none(address: str) -> None:
    assert not is_web_origin(address)
