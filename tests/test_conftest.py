"""The room holds: no socket leaves this machine, and those on it work."""

import asyncio
import socket

import pytest

from tests.conftest import LeftTheMachine

# 192.0.2.0/24 is reserved for documentation (RFC 5737): nobody lives there, should the room ever leak.
ELSEWHERE = ("192.0.2.1", 80)


def test_a_connection_elsewhere_is_refused() -> None:
    with socket.socket() as door, pytest.raises(LeftTheMachine):
        door.connect(ELSEWHERE)


def test_a_datagram_elsewhere_is_refused() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as door, pytest.raises(LeftTheMachine):
        door.sendto(b"hello", ELSEWHERE)


def test_a_name_elsewhere_is_not_even_looked_up() -> None:
    with pytest.raises(LeftTheMachine):
        socket.getaddrinfo("example.com", 443)


async def test_an_event_loop_does_not_slip_out() -> None:
    with pytest.raises(LeftTheMachine):
        await asyncio.open_connection(*ELSEWHERE)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.10", "localhost"])
def test_this_machine_answers(host: str) -> None:
    with socket.create_server((host, 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()
