"""Row 2, an outlook: "coffee 4.50" over Telegram, kept, booked and answered, against an echo through the usual library.

PAM keeps to Telegram's 30 messages a second, so only CPU compares; at that pace little of it is shared, which is the
dearest a message can be.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.cast import Street, pam, street
from benchmarks.figures import Row, middle, spread, told
from benchmarks.load import post_all
from benchmarks.processes import Server, free_port, module
from benchmarks.webhooks import BOT_TOKEN, bookings_by_telegram

ROUNDS = 3
MESSAGES = 200


def measure(rounds: int = ROUNDS, messages: int = MESSAGES) -> list[Row]:
    ours: list[float] = []
    theirs: list[float] = []
    with TemporaryDirectory(prefix="pam-bench-") as made:
        folder, port = Path(made), free_port()
        with street(folder) as vendors, pam(folder, vendors.port, telegram=True) as our, street(folder) as their_end:
            command = module("benchmarks.ptb_echo", str(port), BOT_TOKEN, f"http://127.0.0.1:{their_end.port}")
            with Server(command, port, folder / "echo.log") as echo:
                echo.wait_until_up()
                for _ in range(rounds + 1):
                    ours.append(_round(our.server, vendors, messages))
                    our.settle()
                    vendors.check_once(our)
                    theirs.append(_round(echo, their_end, messages))
    # The first round lets everybody in and warms up.
    pam_us, echo_us = ours[1:], theirs[1:]
    return [
        Row(
            number="2",
            what="Telegram message kept, booked and answered, 16 in flight: CPU a message",
            pam=f"{middle(pam_us):.0f} µs",
            baseline=f"{middle(echo_us):.0f} µs",
            ratio=middle(echo_us) / middle(pam_us),
            better="higher",
            must=1.6,
            aim=4.0,
            aside=(f"rounds ranged from {spread(pam_us)} µs against {spread(echo_us)} µs",),
        )
    ]


def _round(server: Server, vendors: Street, messages: int) -> float:
    """CPU in µs a message until every answer was sent."""
    requests, sent = bookings_by_telegram(messages), vendors.sent
    cpu = server.cpu_us
    post_all(server.port, requests)
    vendors.wait_until_sent(sent + messages)
    return (server.cpu_us - cpu) / messages


if __name__ == "__main__":
    print(told(measure()))
