"""The whole of PAM as a newcomer starts it, in a folder of its own."""

import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

PAM = Path(sys.executable).with_name("pam")

# Refused connections are tried again after 0.5, 1, 2, 4, 8 and 16 s.
PATIENCE = 7
ENDS_WITHIN_S = 10


class Street:
    """`pam sandbox` on a free port; its data and its log are kept in ``folder`` from one start to the next."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._log = folder / "log"
        self._port = _free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self.url = f"http://127.0.0.1:{self._port}/"

    def open(self) -> None:
        """Until the page is served; fails with PAM's own words when she does not get there."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [PAM, "sandbox", "--port", str(self._port), "--no-browser"],
                cwd=self._folder,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            with httpx.Client(transport=httpx.HTTPTransport(retries=PATIENCE)) as client:
                client.get(self.url).raise_for_status()
        except httpx.HTTPError:
            self.close()
            pytest.fail(f"pam sandbox serves no page:\n{self._log.read_text('utf-8')}")

    def close(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(ENDS_WITHIN_S)
            self._process = None


def need_pam() -> None:
    if not PAM.exists():
        pytest.skip("the command pam is not installed: make run")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
