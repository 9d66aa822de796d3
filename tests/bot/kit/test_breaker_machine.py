"""Whatever comes in whatever order, the breaker does what a model of a few lines does, which keeps every call."""

from collections.abc import Callable
from typing import ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from bot.kit.breaker import FAILED_SHARE, LEAST_CALLS, LOOK_AGAIN_S, WINDOW_S, Breaker, Rules, State, Ticket

RULES = Rules(slow_s=4.0, probe_s=8.0, first_open_s=4.0, longest_open_s=32.0)
STEPS = 10_000

ENDS: dict[str, Callable[[Breaker, Ticket], None]] = {
    "passed": Breaker.passed,
    "failed": Breaker.failed,
    "excused": Breaker.excused,
    "abandoned": Breaker.abandoned,
}


class Model:
    """Says what must happen; how long a pause is it has to be told, for chance decides it."""

    def __init__(self) -> None:
        self.state: State = "closed"
        self.ended: list[tuple[float, bool]] = []
        # The calls whose end counts, each with its beginning; no end of another changes anything.
        self.counted: dict[Ticket, float] = {}
        self.shut_until = 0.0
        self.in_a_row = 0

    def lets_in(self, now: float) -> bool:
        return self.state == "closed" or now >= self.shut_until

    def entered(self, now: float, ticket: Ticket) -> None:
        if self.state != "closed":
            self.state, self.shut_until, self.counted = "half_open", now + RULES.probe_s, {}
        self.counted[ticket] = now

    def end(self, now: float, ticket: Ticket, how: str) -> None:
        if ticket not in self.counted:
            return
        slow = now - self.counted[ticket] >= RULES.slow_s
        if self.state == "half_open":
            self._end_probe(now, how, slow=slow)
        elif slow or how in ("passed", "failed"):
            self.ended.append((now, slow or how == "failed"))
            recent = [failed for at, failed in self.ended if int(at) > int(now) - WINDOW_S]
            if recent[-1] and len(recent) >= LEAST_CALLS and sum(recent) >= FAILED_SHARE * len(recent):
                self._open()

    def _end_probe(self, now: float, how: str, *, slow: bool) -> None:
        if slow or how == "failed":
            self._open()
        elif how == "abandoned":
            self.shut_until = now
        else:
            self.state, self.in_a_row, self.ended, self.counted = "closed", 0, [], {}

    def _open(self) -> None:
        self.state, self.counted = "open", {}
        self.in_a_row += 1


class BreakerMachine(RuleBasedStateMachine):
    steps: ClassVar[int] = 0
    reached: ClassVar[set[State]] = set()

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.told: list[tuple[State, State]] = []
        self.breaker = Breaker("Acme", RULES, lambda: self.now, lambda _, before, to: self.told.append((before, to)))
        self.model = Model()
        self.tickets: list[Ticket] = []

    @rule(seconds=st.sampled_from([0.25, 1.0, 4.0, 16.0, 64.0]))
    def time_passes(self, seconds: float) -> None:
        self.now += seconds

    @rule()
    def the_wait_is_over(self) -> None:
        # To the next quarter: sums of these are exact.
        self.now = max(self.now, -(-self.model.shut_until * 4 // 1) / 4)

    @rule(callers=st.integers(1, 20))
    def callers_come(self, callers: int) -> None:
        for _ in range(callers):
            self._enter()

    @rule(how=st.sampled_from(list(ENDS)), which=st.integers(0, 1000))
    def a_call_ends(self, how: str, which: int) -> None:
        if self.tickets:
            self._end(self.tickets.pop(which % len(self.tickets)), how)

    @rule(how=st.sampled_from(["passed", "failed", "failed"]), calls=st.integers(1, 12))
    def calls_come_and_go(self, how: str, calls: int) -> None:
        for _ in range(calls):
            ticket = self._enter()
            if ticket:
                self.tickets.remove(ticket)
                self._end(ticket, how)

    @invariant()
    def they_agree(self) -> None:
        type(self).steps += 1
        self.reached.add(self.model.state)
        assert self.breaker.snapshot.state == self.model.state
        assert all(before != to for before, to in self.told)
        assert [to for _, to in self.told[:-1]] == [before for before, _ in self.told[1:]]
        rest_s = max(0.0, self.model.shut_until - self.now)
        expected_s = {"closed": 0.0, "open": rest_s, "half_open": min(rest_s, LOOK_AGAIN_S)}[self.model.state]
        assert self.breaker.wait_s == pytest.approx(expected_s)

    def _enter(self) -> Ticket | None:
        expected = self.model.lets_in(self.now)
        ticket = self.breaker.enter()
        assert (ticket is not None) == expected
        if ticket:
            self.model.entered(self.now, ticket)
            self.tickets.append(ticket)
        return ticket

    def _end(self, ticket: Ticket, how: str) -> None:
        was_open = self.model.in_a_row
        ENDS[how](self.breaker, ticket)
        self.model.end(self.now, ticket, how)
        if self.model.in_a_row > was_open:
            pause_s = self.breaker.wait_s
            step_s = min(RULES.longest_open_s, RULES.first_open_s * 2**was_open)
            assert step_s / 2 <= pause_s <= step_s
            self.model.shut_until = self.now + pause_s


def test_it_agrees_with_the_model_for_ten_thousand_steps() -> None:
    BreakerMachine.steps = 0
    BreakerMachine.reached.clear()
    run_state_machine_as_test(
        BreakerMachine, settings=settings(max_examples=220, stateful_step_count=50, deadline=None, database=None)
    )
    assert BreakerMachine.steps >= STEPS
    assert {"closed", "open", "half_open"} == BreakerMachine.reached
