"""The one sink of loguru: gathers a record's fields, renders and redacts them, and tells who listens."""

import traceback
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import loguru
import msgspec

from handlers.logs.lines import Fields, json_line, text_line
from handlers.logs.redaction import HIDDEN, HIDDEN_FIELDS, Redactor
from handlers.logs.writer import LineWriter

Listener = Callable[[Mapping[str, object]], None]

DEEPEST_TRACE = 30
_ERROR = 40


class Logs:
    """What the owner of the logs holds: listeners, the flush, the count of what was lost."""

    def __init__(self, writer: LineWriter, *, style: str, redactor: Redactor) -> None:
        self._writer = writer
        self._render = json_line if style == "json" else text_line
        self._redactor = redactor
        self._listeners: tuple[Listener, ...] = ()
        self._second = (0, "")
        self._broken = 0

    @property
    def dropped(self) -> int:
        """Records that never became a line."""
        return self._broken + self._writer.dropped

    def add_listener(self, listener: Listener) -> None:
        """It gets the redacted fields of every record whose extra names a ``stage``."""
        self._listeners += (listener,)

    def flush(self) -> None:
        self._writer.flush()

    def close(self) -> None:
        self._writer.close()

    def take(self, message: "loguru.Message") -> None:
        try:
            self._take(message.record)
        except Exception:  # noqa: BLE001 - a value that cannot be shown must not stop the turn that logged it
            self._broken += 1

    def _take(self, record: "loguru.Record") -> None:
        fields = self._fields(record)
        line = self._redactor.clean(self._render(fields))
        self._writer.write(line.encode() + b"\n", at_once=record["level"].no >= _ERROR)
        if self._listeners and "stage" in fields:
            shown: Fields = msgspec.json.decode(self._redactor.clean(json_line(fields)))
            for listener in self._listeners:
                listener(shown)

    def _fields(self, record: "loguru.Record") -> Fields:
        fields: Fields = {
            "at": self._moment(record["time"].timestamp()),
            "level": record["level"].name,
            "message": record["message"],
            "where": f"{record['name']}:{record['line']}",
        }
        for name, value in record["extra"].items():
            fields[f"{name}_" if name in fields else name] = HIDDEN if name in HIDDEN_FIELDS else value
        fault = record["exception"]
        if fault is not None:
            # Lines of source, but never the values of variables.
            lines = traceback.format_exception(fault.type, fault.value, fault.traceback, limit=-DEEPEST_TRACE)
            fields["exception"] = "".join(lines)
        return fields

    def _moment(self, timestamp: float) -> str:
        second = int(timestamp)
        if second != self._second[0]:
            self._second = (second, datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%S"))
        return f"{self._second[1]}.{int((timestamp - second) * 1000):03}Z"
