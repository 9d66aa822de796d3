"""PAM's logs: one record a line, nothing secret in it, and no fault of theirs ever reaches PAM."""

import atexit
from collections.abc import Iterable
from typing import BinaryIO

from loguru import logger

from handlers.logs.from_outside import hear_libraries, hear_uncaught, tell_loop_fault
from handlers.logs.redaction import Redactor
from handlers.logs.sink import Logs
from handlers.logs.writer import LineWriter

__all__ = ["Logs", "set_up_logs", "tell_loop_fault"]


def set_up_logs(stream: BinaryIO, *, level: str, style: str, secrets: Iterable[str] = ()) -> Logs:
    """From now on whatever is logged anywhere goes to this stream; ``style`` is ``json`` or ``text``."""
    logs = Logs(LineWriter(stream), style=style, redactor=Redactor(secrets))
    logger.remove()
    # An empty format: the sink renders for itself, with its own traceback.
    logger.add(logs.take, level=level, format="", catch=False, backtrace=False, diagnose=False)
    hear_libraries()
    hear_uncaught()
    atexit.register(logs.close)
    return logs
