"""Judges an address that other addresses are built on: scheme, host and port, and nothing behind them."""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

_HOST = re.compile(r"[A-Za-z0-9.:_-]{1,253}")


def is_web_origin(address: str) -> bool:
    """True for https://host[:port], and for http:// on this machine, where nobody listens in between."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    plain = not (
        parts.path or parts.query or parts.fragment or "@" in parts.netloc or address.endswith(("/", "?", "#", ":"))
    )
    safe = parts.scheme == "https" or (parts.scheme == "http" and _is_this_machine(host))
    return plain and safe and port != 0 and _HOST.fullmatch(host) is not None


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
