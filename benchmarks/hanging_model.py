"""Row 14: everybody else's messages while the model hangs for one person, then for 40; and while one person floods her.

PAM is the shipped ``pam run``. What waits is told by the model's end of the line and by the inbox, before and after.
"""

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.cast import BOOKED, PAM, UNDERSTOOD, NotDone, Pam, sms_environment, street
from benchmarks.figures import Row, middle, percentile, told
from benchmarks.load import Answered, get, post_all
from benchmarks.processes import Server, free_port, module
from benchmarks.webhooks import sentences, sms

LIVES = 3
MESSAGES = 1000
# Of the 200 who are let in these write what the offline brain is sure of, the last 40 what it is not.
SURE_PEOPLE, FIRST_UNSURE, UNSURE_PEOPLE = 150, 160, 40
UNSURE = "how is it going with my money?"
FLOOD = 2000
CAP_USD, CAP_MICRO_USD = "0.02", 20_000
# Of one question of 16,000 characters and 2,200 tokens at most in answer.
DEAREST_CALL_MICRO_USD = 10_000
SOON_S = 3.0
SPENT = "SELECT coalesce(sum(micro_usd + reserved_micro_usd), 0) FROM cost WHERE service = 'model'"
CALLS = "SELECT coalesce(sum(calls), 0) FROM cost WHERE service = 'model'"


@dataclass(frozen=True)
class Waits:
    """p50 in µs, an entry a life: at rest (twice, before and after), while one call hangs, while 40 do."""

    rest: list[float] = field(default_factory=list)
    one: list[float] = field(default_factory=list)
    forty: list[float] = field(default_factory=list)


def measure(lives: int = LIVES, messages: int = MESSAGES) -> list[Row]:
    waits = Waits()
    for _ in range(lives):
        with _pam("benchmarks.hanging_end") as (our, end):
            _hung(our, end, waits, messages)
    with _pam("benchmarks.model_end", PAM_DAILY_MODEL_USD=CAP_USD) as (our, _):
        flood = _flooded(our, messages)
    return [
        _row("14", "everybody else's message while the model hangs for one person: p50", waits.one, waits.rest),
        _row("14b", "the same while it hangs for 40 people", waits.forty, waits.rest),
        flood,
    ]


def _hung(our: Pam, end: Server, waits: Waits, messages: int) -> None:
    waits.rest.append(_half_us(_round(our, messages)))
    for people, told_to in ((1, waits.one), (UNSURE_PEOPLE, waits.forty)):
        post_all(our.server.port, [sms(FIRST_UNSURE + number, UNSURE) for number in range(people)])
        _wait_until(lambda people=people: int(get(end.port, "/count")) == people)
        told_to.append(_half_us(_round(our, messages)))
        if our.count(UNDERSTOOD) != people or int(get(end.port, "/count")) != people:
            raise NotDone(f"the model hung for {our.count(UNDERSTOOD)} of {people} at the end")
        our.settle()
    waits.rest.append(_half_us(_round(our, messages)))


def _flooded(our: Pam, messages: int) -> Row:
    """All of the flood is kept first, and worked off while the others write."""
    rest = _round(our, messages)
    post_all(our.server.port, [sms(FIRST_UNSURE, f"{UNSURE} {number}x") for number in range(FLOOD)])
    flooded = _round(our, messages)
    left = our.count(UNDERSTOOD)
    our.settle()
    ours, theirs = (percentile(each.waits_us, 0.95) for each in (flooded, rest))
    spent = our.count(SPENT)
    if spent > CAP_MICRO_USD + DEAREST_CALL_MICRO_USD:
        raise NotDone(f"{spent} millionths of a dollar were spent where {CAP_MICRO_USD} are the cap")
    return Row(
        number="14c",
        what=f"the same while PAM works off {FLOOD} messages for the model from one person: p95",
        pam=f"{ours / 1000:.2f} ms",
        baseline=f"{theirs / 1000:.2f} ms",
        ratio=ours / theirs,
        better="lower",
        must=2.0,
        aim=1.1,
        aside=(
            f"{left} of the flood were left when the others were done",
            f"spent {spent} millionths of a dollar in {our.count(CALLS)} calls, where the cap is {CAP_MICRO_USD}",
        ),
    )


def _round(our: Pam, messages: int) -> Answered:
    """Each is booked and its answer posted when it is acknowledged."""
    booked = our.count(BOOKED)
    said = enumerate(islice(sentences(), messages))
    answered = post_all(our.server.port, [sms(number % SURE_PEOPLE, text) for number, text in said])
    if our.count(BOOKED) != booked + messages:
        raise NotDone(f"{our.count(BOOKED) - booked} bookings where {messages} were sent")
    return answered


def _half_us(answered: Answered) -> float:
    return percentile(answered.waits_us, 0.5)


def _wait_until(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SOON_S
    while not done():
        if time.monotonic() > deadline:
            raise NotDone("the model was not asked")
        time.sleep(0.01)


@contextmanager
def _pam(end: str, **more: str) -> Generator[tuple[Pam, Server]]:
    with TemporaryDirectory(prefix="pam-bench-") as made:
        folder, end_port = Path(made), free_port()
        with (
            street(folder) as vendors,
            Server(module(end, str(end_port)), end_port, folder / "model.log") as model,
            _pam_server(folder, vendors.port, end_port, more) as ours,
        ):
            model.wait_until_up()
            ours.wait_until_up()
            our = Pam(ours, folder / "pam.db")
            our.warm_up()
            yield our, model


def _pam_server(folder: Path, street_port: int, end_port: int, more: dict[str, str]) -> Server:
    port = free_port()
    environ = sms_environment(street_port, port, f"sqlite:///{folder / 'pam.db'}") | {
        "OPENAI_API_KEY": "sk-benchmark",
        "OPENAI_BASE_URL": f"http://127.0.0.1:{end_port}/v1",
        "PAM_DAILY_TURNS": "0",
        "PAM_DAILY_MODEL_USD": "0",
    }
    return Server([PAM, "run"], port, folder / "pam.log", environ | more)


def _row(number: str, what: str, ours: list[float], rest: list[float]) -> Row:
    return Row(
        number=number,
        what=what,
        pam=f"{middle(ours) / 1000:.2f} ms",
        baseline=f"{middle(rest) / 1000:.2f} ms",
        ratio=middle(ours) / middle(rest),
        better="lower",
        must=1.3,
        aim=1.1,
        aside=(f"lives ranged from {_range(ours)} ms against {_range(rest)} ms at rest",),
    )


def _range(waits_us: list[float]) -> str:
    return f"{min(waits_us) / 1000:.2f} to {max(waits_us) / 1000:.2f}"


if __name__ == "__main__":
    print(told(measure()))
