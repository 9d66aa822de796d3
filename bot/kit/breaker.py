"""A circuit breaker: what fails half of its calls is left alone for a while, then tried with one call at a time.

What counts is a rate over a sliding window, so that neither a lone success hides a sickness nor a few failures of last
week make one. Belongs to one event loop: nothing here waits, so each method is one step for everybody.
"""

from collections import deque
from collections.abc import Callable
from typing import Literal, TypeAlias

import msgspec

from bot.kit.backoff import backoff_s

State = Literal["closed", "open", "half_open"]
Ticket: TypeAlias = tuple[int, float]
"""What a call holds while it is under way: the breaker's generation, and when it began."""

# A failure is forgotten between 29 and 30 s after it happened.
WINDOW_S = 30
LEAST_CALLS = 10
FAILED_SHARE = 0.5
# Who is turned away while the one probe is out comes back this soon: most probes are told within a second.
LOOK_AGAIN_S = 1.0


class Rules(msgspec.Struct, frozen=True):
    """``slow_s`` and longer is a failure, however it ends; a probe that is out for ``probe_s`` is given up.

    Fewer than ``least_calls`` do not open it. Open it stays for half to the whole of ``first_open_s``, doubled with
    each probe that fails to ``longest_open_s``.
    """

    slow_s: float
    probe_s: float
    first_open_s: float = 5.0
    longest_open_s: float = 30.0
    least_calls: int = LEAST_CALLS


class Snapshot(msgspec.Struct, frozen=True):
    """The breaker as it stands, and all it counted since it was made."""

    name: str
    state: State
    calls: int
    failures: int
    slow: int
    turned_away: int
    opened: int


class Breaker:
    """``enter`` before a call, and with its ticket one of ``passed``, ``failed``, ``excused``, ``abandoned`` after it.

    now    seconds that never go back
    told   hears each change of state: name, from, to
    """

    __slots__ = (
        *("_calls", "_failures", "_generation", "_name", "_now", "_opened", "_opened_in_a_row", "_rules"),
        *("_shut_until", "_slow", "_state", "_told", "_turned_away", "_window"),
    )

    def __init__(
        self, name: str, rules: Rules, now: Callable[[], float], told: Callable[[str, State, State], None]
    ) -> None:
        self._name, self._rules, self._now, self._told = name, rules, now, told
        self._state: State = "closed"
        self._window = _Window(rules.least_calls)
        # A ticket of another generation than this is of a time that is over: its end changes nothing.
        self._generation = 0
        # Open: until the next probe. Half open: until the probe that is out is given up.
        self._shut_until = 0.0
        self._opened_in_a_row = 0
        self._calls = self._failures = self._slow = self._turned_away = self._opened = 0

    def enter(self) -> Ticket | None:
        """None where the call shall not be made; ``wait_s`` tells when to come back."""
        now = self._now()
        if self._state != "closed":
            if now < self._shut_until:
                self._turned_away += 1
                return None
            self._shut_until = now + self._rules.probe_s
            self._turn("half_open")
        self._calls += 1
        return self._generation, now

    def passed(self, ticket: Ticket) -> None:
        """The call ended well."""
        self._end(ticket, failed=False)

    def failed(self, ticket: Ticket) -> None:
        """The other side did not answer, or not as it should."""
        self._end(ticket, failed=True)

    def excused(self, ticket: Ticket) -> None:
        """The other side did answer, and the fault was ours: not counted, unless slow; a probe has its answer."""
        if self._state == "half_open" or self._is_slow(ticket):
            self._end(ticket, failed=False)

    def abandoned(self, ticket: Ticket) -> None:
        """Nobody waited for the end: not counted, unless slow; a probe makes room for another."""
        if self._is_slow(ticket):
            self._end(ticket, failed=False)
        elif self._state == "half_open" and ticket[0] == self._generation:
            self._shut_until = self._now()

    @property
    def wait_s(self) -> float:
        """Until a call may be let through."""
        rest_s = max(0.0, self._shut_until - self._now())
        if self._state == "closed":
            return 0.0
        return rest_s if self._state == "open" else min(rest_s, LOOK_AGAIN_S)

    @property
    def snapshot(self) -> Snapshot:
        return Snapshot(
            name=self._name,
            state=self._state,
            calls=self._calls,
            failures=self._failures,
            slow=self._slow,
            turned_away=self._turned_away,
            opened=self._opened,
        )

    def _is_slow(self, ticket: Ticket) -> bool:
        return self._now() - ticket[1] >= self._rules.slow_s

    def _end(self, ticket: Ticket, *, failed: bool) -> None:
        generation, began = ticket
        if generation != self._generation:
            return
        now = self._now()
        if failed:
            self._failures += 1
        elif now - began >= self._rules.slow_s:
            self._slow += 1
            failed = True
        if self._state == "half_open":
            if failed:
                self._open(now)
            else:
                self._close()
        elif self._window.is_sick_with(now, failed=failed):
            self._open(now)

    def _open(self, now: float) -> None:
        self._opened += 1
        self._opened_in_a_row += 1
        rules = self._rules
        pause_s = backoff_s(self._opened_in_a_row, first_s=rules.first_open_s, cap_s=rules.longest_open_s)
        self._shut_until = now + pause_s
        self._turn("open")

    def _close(self) -> None:
        self._opened_in_a_row = 0
        self._window = _Window(self._rules.least_calls)
        self._turn("closed")

    def _turn(self, to: State) -> None:
        """A new generation, also where one probe follows another."""
        self._generation += 1
        before, self._state = self._state, to
        if before != to:
            self._told(self._name, before, to)


class _Window:
    """The calls of the last 30 s, in slices of one: as many numbers for ten calls as for ten thousand."""

    __slots__ = ("_calls", "_failures", "_least_calls", "_newest", "_slices")

    def __init__(self, least_calls: int) -> None:
        self._least_calls = least_calls
        # Each slice: its second, its calls, its failures.
        self._newest = [-WINDOW_S, 0, 0]
        self._slices: deque[list[int]] = deque((self._newest,))
        self._calls = self._failures = 0

    def is_sick_with(self, now: float, *, failed: bool) -> bool:
        """Takes one more call in; whether it fails, and with those before it makes too many."""
        second = int(now)
        if second != self._newest[0]:
            self._turn_to(second)
        self._calls += 1
        self._newest[1] += 1
        if not failed:
            return False
        self._failures += 1
        self._newest[2] += 1
        return self._calls >= self._least_calls and self._failures >= FAILED_SHARE * self._calls

    def _turn_to(self, second: int) -> None:
        self._newest = [second, 0, 0]
        self._slices.append(self._newest)
        while self._slices[0][0] <= second - WINDOW_S:
            _, calls, failures = self._slices.popleft()
            self._calls -= calls
            self._failures -= failures
