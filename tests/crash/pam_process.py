"""PAM as a process of her own, the way a host runs her: started, listened to, killed."""

import asyncio
import signal
import socket
import sys
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from adapters.sandbox.keys import Keys
from tests.crash.evidence import Evidence, PostgresEvidence, SqliteEvidence
from tests.postgres import Databases

REPOSITORY = Path(__file__).parents[2]
PAM = Path(sys.executable).with_name("pam")

Role = Literal["run", "web", "worker", "clock"]
STARTED: Mapping[Role, bytes] = {
    "run": b"PAM listens on",
    "web": b"PAM listens on",
    "worker": b"pam worker is at work",
    "clock": b"pam clock is at work",
}

# A harness's patience on a busy machine, no promise of PAM's.
PATIENCE_S = 60.0


class DidNotListen(AssertionError):
    """PAM ended, or was too slow, before she listened; told with her own words."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(frozen=True)
class Home:
    """Where and how PAM runs: each start finds the same folder, port, settings and database."""

    folder: Path
    environment: dict[str, str]
    evidence: Evidence
    port: int = field(default_factory=free_port)

    @property
    def public_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def database(self) -> Path:
        return self.folder / "var" / "pam.db"


def home_on(folder: Path, keys: Keys, vendors: str, source: Path = REPOSITORY) -> Home:
    """A home whose vendors are the pretend street at ``vendors``; ``source`` is where PAM's own code lies."""
    environment = {
        "PYTHONPATH": str(source),
        "PAM_SECRET_KEY": "a-key-for-crash-tests-of-forty-characters",
        "PAM_SIGNUP": "open",
        "PAM_DAILY_SMS": "0",
        "PAM_LOG_FORMAT": "json",
        "PAM_LOG_LEVEL": "DEBUG",
        "TELEGRAM_BOT_TOKEN": keys.bot_token,
        "TELEGRAM_WEBHOOK_SECRET": keys.webhook_secret,
        "TELEGRAM_API_URL": vendors,
        "TWILIO_ACCOUNT_SID": keys.account_sid,
        "TWILIO_AUTH_TOKEN": keys.auth_token,
        "TWILIO_PHONE_NUMBER": keys.phone_number,
        "TWILIO_API_URL": vendors,
    }
    folder.mkdir(parents=True, exist_ok=True)
    return Home(folder, environment, SqliteEvidence(folder / "var" / "pam.db"))


def on_postgres(home: Home, there: Databases, name: str) -> Home:
    """The same with her data in a database of this server."""
    environment = {**home.environment, "DATABASE_URL": there.url(name)}
    return replace(home, environment=environment, evidence=PostgresEvidence(there, name))


def on_redis(home: Home, url: str) -> Home:
    """The same with a bus and limits that other processes share."""
    return replace(home, environment={**home.environment, "REDIS_URL": url})


def at_the_same(home: Home, source: Path) -> Home:
    """The same in everything but the code."""
    return replace(home, environment={**home.environment, "PYTHONPATH": str(source)})


def that_polls(home: Home) -> Home:
    """The same without an address to call: PAM asks Telegram for updates, and has no number."""
    kept = {name: value for name, value in home.environment.items() if not name.startswith("TWILIO_")}
    return replace(home, environment={**kept, "PUBLIC_URL": "", "TELEGRAM_WEBHOOK_SECRET": ""})


async def command(home: Home, *arguments: str) -> int:
    """The exit code of one of her commands, said at home."""
    process = await asyncio.create_subprocess_exec(
        *(PAM, *arguments), cwd=home.folder, env=home.environment, stdout=asyncio.subprocess.DEVNULL
    )
    return await process.wait()


class PamProcess:
    """One life of hers; ``log`` is what she wrote to stderr so far."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._news = asyncio.Event()
        self.log: list[bytes] = []
        self._reading = asyncio.create_task(self._read())

    @classmethod
    async def begin(cls, home: Home, role: Role = "run") -> "PamProcess":
        """She may not get as far as being at work."""
        environment = {"PORT": str(home.port), "PUBLIC_URL": home.public_url, **home.environment}
        process = await asyncio.create_subprocess_exec(
            PAM, role, cwd=home.folder, env=environment, stderr=asyncio.subprocess.PIPE
        )
        return cls(process)

    @classmethod
    @asynccontextmanager
    async def living(cls, home: Home, role: Role = "run") -> AsyncGenerator["PamProcess"]:
        """From when she is at work until the block ends, which she does not outlive."""
        pam = await cls.start(home, role)
        try:
            yield pam
        finally:
            await pam.kill()

    @classmethod
    async def start(cls, home: Home, role: Role = "run") -> "PamProcess":
        """Returns once she listens, or is at work where her role has no doors. Raises DidNotListen."""
        pam = await cls.begin(home, role)
        await pam.until_at_work(role)
        return pam

    async def until_at_work(self, role: Role) -> None:
        """Raises DidNotListen; she is gone then."""
        if not await self.until(lambda: self.said(STARTED[role])):
            await self.kill()
            raise DidNotListen(self.words)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def lives(self) -> bool:
        return self._process.returncode is None

    @property
    def words(self) -> str:
        return b"".join(self.log).decode()

    def said(self, words: bytes) -> bool:
        return any(words in line for line in self.log)

    async def until(self, fulfilled: Callable[[], bool]) -> bool:
        """Asks again after each line of her log; False when she ends before it is so, or patience does."""
        try:
            async with asyncio.timeout(PATIENCE_S):
                while not fulfilled():
                    if self._reading.done():
                        return fulfilled()
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            return False
        return True

    def strike(self) -> None:
        """SIGKILL, now, if she still lives."""
        if self._process.returncode is None:
            self._process.kill()

    def tell(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    async def ended(self) -> int:
        """Her exit code."""
        async with asyncio.timeout(PATIENCE_S):
            code = await self._process.wait()
            await self._reading
        return code

    async def kill(self) -> None:
        self.strike()
        await self.ended()

    async def stop(self) -> int:
        """SIGTERM; her exit code."""
        self.tell(signal.SIGTERM)
        return await self.ended()

    async def _read(self) -> None:
        assert self._process.stderr is not None
        while line := await self._process.stderr.readline():
            self.log.append(line)
            self._news.set()
        self._news.set()
