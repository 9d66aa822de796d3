"""Runs every row, or those whose scripts are named, and prints their table."""

import sys
from collections.abc import Callable

from benchmarks import (
    alert_end_to_end,
    bad_answers,
    event_between_processes,
    event_in_process,
    first_answer,
    first_draft,
    hanging_model,
    ledger_transaction,
    many_bookings,
    many_rules,
    memory,
    model_call,
    sms_end_to_end,
    telegram_echo,
    watching_over,
)
from benchmarks.cast import NotDone
from benchmarks.figures import Row, told
from benchmarks.load import Refused
from benchmarks.processes import ServerDied

SCRIPTS: dict[str, Callable[[], list[Row]]] = {
    "sms_end_to_end": sms_end_to_end.measure,
    "telegram_echo": telegram_echo.measure,
    "ledger_transaction": ledger_transaction.measure,
    "first_answer": first_answer.measure,
    "memory": memory.measure,
    "model_call": model_call.measure,
    "first_draft": first_draft.measure,
    "hanging_model": hanging_model.measure,
    "bad_answers": bad_answers.measure,
    "many_bookings": many_bookings.measure,
    "event_in_process": event_in_process.measure,
    "event_between_processes": event_between_processes.measure,
    "many_rules": many_rules.measure,
    "watching_over": watching_over.measure,
    "alert_end_to_end": alert_end_to_end.measure,
}


def main(names: list[str]) -> int:
    """0 when every script came to its figures; a missed goal is a figure, not a failure."""
    unknown = set(names) - set(SCRIPTS)
    if unknown:
        print(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(SCRIPTS)}", file=sys.stderr)
        return 2
    rows: list[Row] = []
    failed = False
    for name in names or SCRIPTS:
        print(f"measuring {name} …", file=sys.stderr)
        try:
            rows += SCRIPTS[name]()
        except (NotDone, Refused, ServerDied, TimeoutError) as fault:
            print(f"{name} has no figures: {type(fault).__name__}: {fault}", file=sys.stderr)
            failed = True
    print(told(rows))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
