"""A line to Postgres that is cut at a COMMIT: nobody at its other end can know whether that was kept."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from tests.crash.pam_process import Home

# https://www.postgresql.org/docs/current/protocol-message-formats.html: a simple query, its length, its text.
COMMIT = b"Q\x00\x00\x00\x0bCOMMIT\x00"
MOST_AT_ONCE = 1 << 16


@dataclass
class LostCommits:
    """Cuts at every ``every``-th COMMIT, ``most`` times: by turns before the server has heard it, and after it has
    done it and before its answer is through.
    """

    server: Path
    every: int
    most: int
    commits: int = 0
    cuts: int = 0

    @asynccontextmanager
    async def serve(self) -> AsyncGenerator[int]:
        """The port of 127.0.0.1 that the line begins at."""
        lines: set[asyncio.Task[None]] = set()

        def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            lines.add(asyncio.create_task(self._carry(reader, writer)))

        listening = await asyncio.start_server(carry, "127.0.0.1", 0)
        try:
            yield listening.sockets[0].getsockname()[1]
        finally:
            listening.close()
            for line in lines:
                line.cancel()
            await asyncio.gather(*lines, return_exceptions=True)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, to_server = await asyncio.open_unix_connection(self.server / ".s.PGSQL.5432")
        answers = asyncio.create_task(_pass_on(there, writer))
        try:
            while said := await reader.read(MOST_AT_ONCE):
                if COMMIT not in said or not self._is_due():
                    to_server.write(said)
                    continue
                if self.cuts % 2:
                    answers.cancel()
                    to_server.write(said)
                    await there.read(MOST_AT_ONCE)
                return
        finally:
            answers.cancel()
            await asyncio.gather(answers, return_exceptions=True)
            for end in (writer, to_server):
                end.transport.abort()

    def _is_due(self) -> bool:
        self.commits += 1
        due = self.commits % self.every == 0 and self.cuts < self.most
        self.cuts += due
        return due


def over(home: Home, port: int) -> Home:
    """The same home, with this line to its database."""
    address = urlsplit(home.environment["DATABASE_URL"])
    url = f"postgresql://{address.username}@127.0.0.1:{port}{address.path}?sslmode=disable"
    return replace(home, environment={**home.environment, "DATABASE_URL": url})


async def _pass_on(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    while said := await source.read(MOST_AT_ONCE):
        target.write(said)
    target.close()
