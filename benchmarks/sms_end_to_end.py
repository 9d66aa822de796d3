"""Rows 1 and 4: an SMS through the shipped ``pam run`` against a bare handler that only checks the signature.

One round acknowledges, understands, books, answers and sends. Another holds the vendor's answers back, so that
everything up to the letter in the outbox is measured alone, and after it the sending alone.
"""

import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.cast import BOOKED, TAKEN, UNDERSTOOD, NotDone, Pam, Street, bare_handler, pam, street
from benchmarks.figures import Row, middle, percentile, spread, told
from benchmarks.load import Answered, post_all
from benchmarks.processes import Server
from benchmarks.webhooks import bookings_by_sms

ROUNDS = 4
MESSAGES = 3000


@dataclass(frozen=True)
class Round:
    """``cpu_us`` is of a message up to the round's end, ``sending_us`` of a reply that was held back until then."""

    cpu_us: float
    seconds: float
    answered: Answered
    sending_us: float = 0.0

    @property
    def per_second(self) -> float:
        return len(self.answered.waits_us) / self.seconds

    def wait_us(self, share: float) -> float:
        return percentile(self.answered.waits_us, share)


def measure(rounds: int = ROUNDS, messages: int = MESSAGES) -> list[Row]:
    whole: list[Round] = []
    held: list[Round] = []
    bare: list[Round] = []
    with TemporaryDirectory(prefix="pam-bench-") as made:
        folder = Path(made)
        with street(folder) as vendors, bare_handler(folder) as handler, pam(folder, vendors.port) as our:
            our.warm_up()
            post_all(handler.port, bookings_by_sms(400))
            for _ in range(rounds):
                whole.append(whole_round(our, vendors, messages))
                bare.append(_bare_round(handler, messages))
                held.append(_held_round(our, vendors, messages))
                bare.append(_bare_round(handler, messages))
    return [_row_1(whole, held, bare), _row_4(whole, bare)]


def whole_round(our: Pam, vendors: Street, messages: int) -> Round:
    """From the first request until every reply was taken by the vendor, once."""
    requests, booked = bookings_by_sms(messages), our.count(BOOKED)
    cpu, began = our.server.cpu_us, time.perf_counter()
    answered = post_all(our.server.port, requests)
    our.settle()
    used, seconds = our.server.cpu_us - cpu, time.perf_counter() - began
    _check(our, booked + messages)
    vendors.check_once(our)
    return Round(used / messages, seconds, answered)


def _held_round(our: Pam, vendors: Street, messages: int) -> Round:
    """From the first request until every letter lies in the outbox; then the letters alone."""
    requests, booked = bookings_by_sms(messages), our.count(BOOKED)
    vendors.hold()
    cpu, began = our.server.cpu_us, time.perf_counter()
    answered = post_all(our.server.port, requests)
    our.wait_until_none(UNDERSTOOD)
    used, seconds = our.server.cpu_us - cpu, time.perf_counter() - began
    _check(our, booked + messages)
    cpu, taken = our.server.cpu_us, our.count(TAKEN)
    vendors.release()
    our.settle()
    vendors.check_once(our)
    sending_us = (our.server.cpu_us - cpu) / (our.count(TAKEN) - taken)
    return Round(used / messages, seconds, answered, sending_us)


def _bare_round(handler: Server, messages: int) -> Round:
    requests = bookings_by_sms(messages)
    cpu = handler.cpu_us
    answered = post_all(handler.port, requests)
    return Round((handler.cpu_us - cpu) / messages, answered.seconds, answered)


def _check(our: Pam, booked: int) -> None:
    if our.count(BOOKED) != booked:
        raise NotDone(f"{our.count(BOOKED)} bookings where {booked} were sent")


def _row_1(whole: list[Round], held: list[Round], bare: list[Round]) -> Row:
    kept, all_of_it, alone = (middle([each.cpu_us for each in rounds]) for rounds in (held, whole, bare))
    per_second, bare_per_second = (middle([each.per_second for each in rounds]) for rounds in (held, bare))
    acks = middle([each.answered.per_second for each in whole])
    replies = middle([each.per_second for each in whole])
    ours, theirs = (spread([each.cpu_us for each in rounds]) for rounds in (held, bare))
    return Row(
        number="1",
        what="SMS through `pam run` up to the letter in the outbox, 16 in flight: CPU a message",
        pam=f"{kept:.0f} µs, {per_second:.0f}/s",
        baseline=f"{alone:.0f} µs, {bare_per_second:.0f}/s",
        ratio=alone / kept,
        better="higher",
        must=0.5,
        aim=1.0,
        aside=(
            f"rounds ranged from {ours} µs against {theirs} µs",
            f"by messages a second the ratio is {per_second / bare_per_second:.2f}×",
            f"with the reply sent over the vendor's REST interface: {all_of_it:.0f} µs a message",
            f"to the last acknowledgement {acks:.0f}/s, to the last reply sent {replies:.0f}/s",
            f"the replies alone, sent and marked: {middle([each.sending_us for each in held]):.0f} µs each",
        ),
    )


def _row_4(whole: list[Round], bare: list[Round]) -> Row:
    pam_us, bare_us = (middle([each.wait_us(0.99) for each in rounds]) for rounds in (whole, bare))
    pam_half, bare_half = (middle([each.wait_us(0.50) for each in rounds]) for rounds in (whole, bare))
    return Row(
        number="4",
        what="p99 of the acknowledgement while everything is booked and sent, 16 in flight",
        pam=f"{pam_us / 1000:.1f} ms",
        baseline=f"{bare_us / 1000:.1f} ms",
        ratio=pam_us / bare_us,
        better="lower",
        must=2.0,
        aim=1.0,
        aside=(f"p50 is {pam_half / 1000:.1f} ms against {bare_half / 1000:.1f} ms",),
    )


if __name__ == "__main__":
    print(told(measure()))
