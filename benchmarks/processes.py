"""Starts a server in a process of its own and reads from the kernel what it cost."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parent.parent
UP_WITHIN_S = 20.0
DOWN_WITHIN_S = 10.0


class ServerDied(Exception):
    """It ended, or never listened; the message holds the end of what it wrote."""


class Server:
    """``python -m MODULE`` or a command of the environment, listening on ``port``; left, it is ended."""

    def __init__(self, command: list[str], port: int, log: Path, environ: Mapping[str, str] | None = None) -> None:
        self.port = port
        self._log = log
        with log.open("ab") as written:
            self._log_begins = written.tell()
            self._process = subprocess.Popen(
                command, env={**_small_environment(), **(environ or {})}, cwd=ROOT, stdout=written, stderr=written
            )

    @property
    def cpu_us(self) -> float:
        """User and system time of all its threads since its start."""
        # CPUCLOCK_SCHED of another process, as clock_getcpuclockid(3) gives it: nanoseconds where /proc has ticks.
        return time.clock_gettime_ns((~self._process.pid << 3) | 2) / 1000

    @property
    def memory_mb(self) -> float:
        """Its resident memory."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024

    def wait_until_up(self) -> None:
        deadline = time.monotonic() + UP_WITHIN_S
        while time.monotonic() < deadline:
            self.check()
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
            except OSError:
                time.sleep(0.002)
            else:
                return
        raise ServerDied(f"nobody listens on {self.port}")

    def wait_until_said(self, words: str) -> None:
        """For what has no door: until these words stand in its log."""
        deadline = time.monotonic() + UP_WITHIN_S
        while words.encode() not in self._log.read_bytes()[self._log_begins :]:
            self.check()
            if time.monotonic() > deadline:
                raise ServerDied(f"it never said: {words}")
            time.sleep(0.01)

    def check(self) -> None:
        """Raises ServerDied when it has ended."""
        if self._process.poll() is not None:
            raise ServerDied(self._log.read_text(encoding="utf-8")[-2000:])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        try:
            self._process.wait(DOWN_WITHIN_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def run_to_end(command: list[str], environ: Mapping[str, str]) -> None:
    subprocess.run(command, env={**_small_environment(), **environ}, cwd=ROOT, check=True, capture_output=True)


def module(name: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", name, *arguments]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def _small_environment() -> dict[str, str]:
    """Nothing of the caller's own settings reaches what is measured."""
    return {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "PYTHONPATH": str(ROOT)}
