"""The room every test runs in: no socket leaves this machine, and no property is judged by the wall clock."""

import ipaddress
import sys

from hypothesis import HealthCheck, settings


class LeftTheMachine(AssertionError):
    """A test tried to reach something that is not on this machine; not an OSError, so that no retry swallows it."""


def is_here(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host in (None, "", "localhost"):
        return True
    try:
        address = ipaddress.ip_address(str(host).partition("%")[0])
    except ValueError:
        return False
    # The unspecified address is looked up to listen everywhere; a connection to it stays here too.
    return address.is_loopback or address.is_unspecified


def stay_on_this_machine(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook; it hears CPython's sockets, not those a C library opens by itself (uvloop's connect)."""
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        # Unix sockets have a path for an address; a connected socket's sendmsg has none.
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
    else:
        return
    if not is_here(host):
        raise LeftTheMachine(f"{event} to {host!r}")


sys.addaudithook(stay_on_this_machine)

settings.register_profile("house", parent=settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")
