"""Logs for what runs in this process: as ``pam run`` writes them, into a file."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from loguru import logger

from handlers.logs import set_up_logs


@contextmanager
def shipped_logs(folder: Path) -> Generator[None]:
    with (folder / "pam.log").open("ab", buffering=0) as stream:
        logs = set_up_logs(stream, level="INFO", style="json")
        try:
            yield
        finally:
            logger.remove()
            logs.close()
