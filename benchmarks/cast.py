"""Who plays in the rows: the shipped ``pam run``, the bare handler, and the vendors' ends of the line."""

import sqlite3
import time
from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from sys import executable

import msgspec

from benchmarks.load import get, post_all
from benchmarks.processes import Server, free_port, module
from benchmarks.webhooks import (
    ACCOUNT_SID,
    AUTH_TOKEN,
    BOT_TOKEN,
    INBOUND_URL,
    PAM_NUMBER,
    PEOPLE,
    PUBLIC_URL,
    WEBHOOK_SECRET,
    bookings_by_sms,
    sms,
)

SECRET_KEY = "one-key-for-the-benchmarks-and-nothing-else"
DRAINED_WITHIN_S = 60.0
LOOK_EVERY_S = 0.01
PAM = str(Path(executable).with_name("pam"))

UNDERSTOOD = "SELECT count(*) FROM inbox WHERE state IN ('head', 'waiting')"
UNSENT = "SELECT count(*) FROM outbox WHERE state IN ('head', 'waiting')"
GIVEN_UP = (
    "SELECT (SELECT count(*) FROM inbox WHERE state = 'dead') + (SELECT count(*) FROM outbox WHERE state = 'dead')"
)
BOOKED = "SELECT count(*) FROM booking"
# Letters of a backlog go together and then carry the name of one message.
TAKEN = "SELECT count(DISTINCT external_id) FROM outbox"


class NotDone(Exception):
    """PAM did not do, or lost, what the round was to measure."""


@dataclass(frozen=True)
class Pam:
    """The shipped command as a process; what it did is read from its file."""

    server: Server
    database: Path

    def count(self, query: str) -> int:
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as reading:
            return reading.execute(query).fetchone()[0]

    def wait_until_none(self, query: str) -> None:
        """Raises NotDone when it takes too long, or when something was given up on."""
        deadline = time.monotonic() + DRAINED_WITHIN_S
        while self.count(query):
            self.server.check()
            if time.monotonic() > deadline:
                raise NotDone(f"{self.count(query)} are left")
            time.sleep(LOOK_EVERY_S)
        if self.count(GIVEN_UP):
            raise NotDone("something was given up on")

    def settle(self) -> None:
        self.wait_until_none(UNDERSTOOD)
        self.wait_until_none(UNSENT)

    def warm_up(self) -> None:
        """Everybody comes in and has a budget; then some bookings, so that every path was walked."""
        post_all(self.server.port, [sms(person, "set a budget of 100000 for groceries") for person in range(PEOPLE)])
        post_all(self.server.port, bookings_by_sms(2 * PEOPLE))
        self.settle()


def pam_server(folder: Path, street_port: int, *, telegram: bool = False) -> Server:
    """``pam run`` as a host would configure it; its log goes to a file as JSON at INFO."""
    port = free_port()
    environ = sms_environment(street_port, port, f"sqlite:///{folder / 'pam.db'}")
    if telegram:
        environ |= {
            "TELEGRAM_BOT_TOKEN": BOT_TOKEN,
            "TELEGRAM_WEBHOOK_SECRET": WEBHOOK_SECRET,
            "TELEGRAM_API_URL": f"http://127.0.0.1:{street_port}",
        }
    return Server([PAM, "run"], port, folder / "pam.log", environ)


def sms_environment(street_port: int, port: int, database_url: str) -> dict[str, str]:
    return {
        "DATABASE_URL": database_url,
        "PORT": str(port),
        "PUBLIC_URL": PUBLIC_URL,
        "PAM_SECRET_KEY": SECRET_KEY,
        "PAM_SIGNUP": "open",
        "PAM_DAILY_SMS": "0",
        "TWILIO_ACCOUNT_SID": ACCOUNT_SID,
        "TWILIO_AUTH_TOKEN": AUTH_TOKEN,
        "TWILIO_PHONE_NUMBER": PAM_NUMBER,
        "TWILIO_API_URL": f"http://127.0.0.1:{street_port}",
    }


@contextmanager
def pam(folder: Path, street_port: int, *, telegram: bool = False) -> Generator[Pam]:
    with pam_server(folder, street_port, telegram=telegram) as server:
        server.wait_until_up()
        yield Pam(server, folder / "pam.db")


def bare_server(folder: Path) -> Server:
    port = free_port()
    return Server(module("benchmarks.bare_handler", str(port), AUTH_TOKEN, INBOUND_URL), port, folder / "bare.log")


@contextmanager
def bare_handler(folder: Path) -> Generator[Server]:
    with bare_server(folder) as server:
        server.wait_until_up()
        yield server


class Taken(msgspec.Struct, frozen=True, array_like=True):
    """An SMS, and the second at which it was taken."""

    at: float
    to: str
    text: str


@dataclass(frozen=True)
class Street:
    """The vendors' ends of the line."""

    server: Server

    @property
    def port(self) -> int:
        return self.server.port

    @property
    def sent(self) -> int:
        return int(get(self.port, "/count"))

    @property
    def taken(self) -> list[Taken]:
        """All SMS so far."""
        return msgspec.json.decode(get(self.port, "/taken"), type=list[Taken])

    def hold(self) -> None:
        get(self.port, "/hold")

    def release(self) -> None:
        get(self.port, "/release")

    def wait_until_sent(self, how_many: int) -> None:
        """Until so many messages arrived in all."""
        deadline = time.monotonic() + DRAINED_WITHIN_S
        while self.sent < how_many:
            if time.monotonic() > deadline:
                raise NotDone(f"{self.sent} of {how_many} messages were sent")
            time.sleep(LOOK_EVERY_S)

    def check_once(self, our: Pam) -> None:
        """Raises NotDone when a message came that PAM does not know of: it was sent twice."""
        if self.sent != our.count(TAKEN):
            raise NotDone(f"{self.sent} messages were sent where {our.count(TAKEN)} are known")


@contextmanager
def street(folder: Path) -> Generator[Street]:
    port = free_port()
    with Server(module("benchmarks.street", str(port)), port, folder / "street.log") as server:
        server.wait_until_up()
        yield Street(server)
