"""Brings into the one sink what others would have written past it: libraries, and faults nobody caught."""

import logging
import sys
import threading
from asyncio import AbstractEventLoop
from types import TracebackType

from loguru import logger

# Their INFO shows addresses, and a bot's address holds its token.
TALKATIVE = (
    "httpx",
    "httpcore",
    "httpx2",
    "twilio",
    "telegram",
    "openai",
    "stripe",
    "urllib3",
    "aiohttp",
)
_LEVELS = frozenset({"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"})


class FromStandardLibrary(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        try:
            words = record.getMessage()
        except (TypeError, ValueError, KeyError):
            words = str(record.msg)
        level = record.levelname if record.levelname in _LEVELS else record.levelno
        logger.opt(exception=record.exc_info).bind(library=record.name).log(level, words)


def hear_libraries() -> None:
    # Its own report of a fault would show the arguments of the record on stderr.
    logging.raiseExceptions = False
    logging.basicConfig(handlers=[FromStandardLibrary()], level=logging.WARNING, force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    # It warns every second of a knock that takes longer: that swallows the next ones on purpose.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)


def hear_uncaught() -> None:
    sys.excepthook = tell_crash
    threading.excepthook = tell_thread_crash


def tell_crash(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, value, trace)
        return
    logger.opt(exception=(kind, value, trace)).critical("nobody caught this")


def tell_thread_crash(crash: threading.ExceptHookArgs) -> None:
    if crash.exc_value is not None:
        tell_crash(crash.exc_type, crash.exc_value, crash.exc_traceback)


def tell_loop_fault(_loop: AbstractEventLoop, context: dict[str, object]) -> None:
    """For ``loop.set_exception_handler``: a task or callback failed and nobody asked."""
    fault = context.get("exception")
    logger.opt(exception=fault if isinstance(fault, BaseException) else None).error(str(context.get("message", "")))
