"""Row 11: from the start of the process to the first signed SMS acknowledged, by turns with the bare handler."""

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.cast import bare_server, pam_server, street
from benchmarks.figures import Row, middle, spread, told
from benchmarks.load import ask
from benchmarks.processes import Server
from benchmarks.webhooks import sms

STARTS = 11
TEXT = "coffee 4.50"


def measure(starts: int = STARTS) -> list[Row]:
    """The first start of each writes its byte code and PAM's schema; it does not count."""
    took: dict[str, list[float]] = {"pam": [], "bare": []}
    with TemporaryDirectory(prefix="pam-bench-") as made, street(Path(made)) as vendors:
        folder = Path(made)
        for _ in range(starts + 1):
            took["pam"].append(_first_answer(lambda: pam_server(folder, vendors.port)))
            took["bare"].append(_first_answer(lambda: bare_server(folder)))
    pam_ms, bare_ms = took["pam"][1:], took["bare"][1:]
    return [
        Row(
            number="11",
            what="start of the process to the first signed SMS answered",
            pam=f"{middle(pam_ms):.0f} ms",
            baseline=f"{middle(bare_ms):.0f} ms",
            ratio=middle(pam_ms) / middle(bare_ms),
            better="lower",
            must=2.5,
            aim=1.5,
            aside=(f"starts ranged from {spread(pam_ms)} ms against {spread(bare_ms)} ms",),
        )
    ]


def _first_answer(start: Callable[[], Server]) -> float:
    request = sms(0, TEXT)
    began = time.perf_counter()
    with start() as server:
        server.wait_until_up()
        ask(server.port, request)
        return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    print(told(measure()))
