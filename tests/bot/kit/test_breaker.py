"""The breaker opens on a rate, heals by one probe at a time, and is told nothing by what is none of its business."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from msgspec.structs import replace

from bot.kit.breaker import LEAST_CALLS, LOOK_AGAIN_S, WINDOW_S, Breaker, Rules, State, Ticket

RULES = Rules(slow_s=5.0, probe_s=10.0, first_open_s=4.0, longest_open_s=60.0)
# More than adding up seconds can be off by.
A_BIT_S = 0.01


@dataclass
class Scene:
    """A breaker, the clock it reads and what it told."""

    now: float = 0.0
    told: list[tuple[str, State, State]] = field(default_factory=list)
    breaker: Breaker = field(init=False)

    def __post_init__(self) -> None:
        self.breaker = Breaker("Acme", RULES, lambda: self.now, lambda *event: self.told.append(event))

    def let_in(self) -> Ticket:
        ticket = self.breaker.enter()
        assert ticket is not None
        return ticket

    def fail(self, times: int = 1) -> None:
        for _ in range(times):
            self.breaker.failed(self.let_in())

    def pass_(self, times: int = 1) -> None:
        for _ in range(times):
            self.breaker.passed(self.let_in())

    def probe(self) -> Ticket:
        """Waits until a call is let through."""
        self.now += self.breaker.wait_s + A_BIT_S
        return self.let_in()

    @property
    def state(self) -> State:
        return self.breaker.snapshot.state


@pytest.fixture
def scene() -> Scene:
    return Scene()


@pytest.mark.parametrize(
    ("passed", "failed", "state"),
    [
        (0, LEAST_CALLS - 1, "closed"),
        (0, LEAST_CALLS, "open"),
        (LEAST_CALLS, LEAST_CALLS - 1, "closed"),
        (LEAST_CALLS, LEAST_CALLS, "open"),
        (500, 499, "closed"),
        (500, 500, "open"),
    ],
)
def test_it_opens_when_half_of_at_least_ten_calls_fail(scene: Scene, passed: int, failed: int, state: State) -> None:
    scene.pass_(passed)
    scene.fail(failed)

    assert scene.state == state


@pytest.mark.parametrize(("failed", "state"), [(3, "closed"), (4, "open")])
def test_where_calls_are_few_fewer_are_enough(scene: Scene, failed: int, state: State) -> None:
    scene.breaker = Breaker("Acme", replace(RULES, least_calls=4), lambda: scene.now, lambda *_: None)
    scene.fail(failed)

    assert scene.state == state


def test_successes_in_between_do_not_keep_it_closed(scene: Scene) -> None:
    for _ in range(2):
        scene.pass_()
        scene.fail(4)

    assert scene.state == "open"


def test_failures_age(scene: Scene) -> None:
    for _ in range(100):
        scene.fail(3)
        scene.now += WINDOW_S / 3 + 1

    assert scene.state == "closed"


def test_successes_age_too(scene: Scene) -> None:
    scene.pass_(1000)
    scene.now += WINDOW_S
    scene.fail(LEAST_CALLS)

    assert scene.state == "open"


@pytest.mark.parametrize("end", [Breaker.passed, Breaker.excused, Breaker.abandoned])
def test_a_slow_call_is_a_failure_however_it_ends(scene: Scene, end: Callable[[Breaker, Ticket], None]) -> None:
    tickets = [scene.let_in() for _ in range(LEAST_CALLS)]
    scene.now += RULES.slow_s
    for ticket in tickets:
        end(scene.breaker, ticket)

    assert scene.state == "open"
    assert (scene.breaker.snapshot.slow, scene.breaker.snapshot.failures) == (LEAST_CALLS, 0)


def test_our_own_mistakes_do_not_count(scene: Scene) -> None:
    scene.fail(LEAST_CALLS - 1)
    for _ in range(1000):
        scene.breaker.excused(scene.let_in())
        scene.breaker.abandoned(scene.let_in())
    assert scene.state == "closed"
    scene.fail()

    assert scene.state == "open"


def test_while_open_nobody_is_let_in_and_everybody_told_when_to_come_back(scene: Scene) -> None:
    scene.fail(LEAST_CALLS)
    wait_s = scene.breaker.wait_s

    assert RULES.first_open_s / 2 <= wait_s <= RULES.first_open_s
    assert [scene.breaker.enter() for _ in range(5)] == [None] * 5
    scene.now += wait_s - A_BIT_S
    assert scene.breaker.enter() is None
    assert scene.breaker.snapshot.turned_away == 6
    scene.now += 2 * A_BIT_S
    assert scene.breaker.enter() is not None


def test_of_a_thousand_at_once_one_is_let_through_half_open(scene: Scene) -> None:
    scene.fail(LEAST_CALLS)
    scene.now += scene.breaker.wait_s + A_BIT_S

    async def call() -> Ticket | None:
        await asyncio.sleep(0)
        return scene.breaker.enter()

    async def crowd() -> list[Ticket | None]:
        return await asyncio.gather(*[call() for _ in range(1000)])

    assert sum(ticket is not None for ticket in asyncio.run(crowd())) == 1
    assert scene.breaker.wait_s == LOOK_AGAIN_S


def test_a_probe_that_passes_closes_it_with_nothing_held_against_it(scene: Scene) -> None:
    scene.fail(LEAST_CALLS)
    scene.breaker.passed(scene.probe())
    scene.fail(LEAST_CALLS - 1)

    assert scene.state == "closed"
    assert scene.breaker.wait_s == 0


def test_a_probe_refused_for_a_mistake_of_ours_has_its_answer(scene: Scene) -> None:
    scene.fail(LEAST_CALLS)
    scene.breaker.excused(scene.probe())

    assert scene.state == "closed"


def test_each_probe_that_fails_doubles_the_wait_up_to_a_cap(scene: Scene) -> None:
    scene.fail(LEAST_CALLS)
    waits = []
    for _ in range(10):
        waits.append(scene.breaker.wait_s)
        scene.breaker.failed(scene.probe())

    steps = [4, 8, 16, 32, 60, 60, 60, 60, 60, 60]
    assert all(step / 2 <= wait <= step for step, wait in zip(steps, waits, strict=True))
    assert len(set(waits[4:])) > 1
    scene.breaker.passed(scene.probe())
    scene.fail(LEAST_CALLS)
    assert scene.breaker.wait_s <= RULES.first_open_s


def test_a_slow_probe_does_not_close_it(scene: Scene) -> None:
    scene.fail(LEAST_CALLS)
    probe = scene.probe()
    scene.now += RULES.slow_s + A_BIT_S
    scene.breaker.passed(probe)

    assert scene.state == "open"


def test_a_probe_that_never_ends_frees_its_place_for_one_other(scene: Scene) -> None:
    scene.fail(LEAST_CALLS)
    lost = scene.probe()
    scene.now += RULES.probe_s - A_BIT_S
    assert scene.breaker.enter() is None
    scene.now += 2 * A_BIT_S
    second = scene.let_in()
    assert scene.breaker.enter() is None

    scene.breaker.failed(lost)
    assert scene.state == "half_open"
    scene.breaker.passed(second)
    assert scene.state == "closed"


def test_a_probe_nobody_waited_for_frees_its_place_at_once(scene: Scene) -> None:
    scene.fail(LEAST_CALLS)
    scene.breaker.abandoned(scene.probe())

    assert scene.state == "half_open"
    scene.let_in()
    assert scene.breaker.enter() is None


@pytest.mark.parametrize("end", [Breaker.passed, Breaker.failed, Breaker.excused, Breaker.abandoned])
@pytest.mark.parametrize("state", ["open", "half_open", "closed"])
def test_the_late_end_of_an_old_call_changes_nothing(
    scene: Scene, state: State, end: Callable[[Breaker, Ticket], None]
) -> None:
    late = [scene.let_in() for _ in range(2 * LEAST_CALLS)]
    scene.fail(LEAST_CALLS)
    if state != "open":
        probe = scene.probe()
        if state == "closed":
            scene.breaker.passed(probe)
    before, wait_s = scene.breaker.snapshot, scene.breaker.wait_s
    for ticket in late:
        end(scene.breaker, ticket)

    assert before.state == state
    assert (scene.breaker.snapshot, scene.breaker.wait_s) == (before, wait_s)


def test_each_change_of_state_is_told_once(scene: Scene) -> None:
    scene.fail(LEAST_CALLS)
    scene.breaker.failed(scene.probe())
    scene.breaker.abandoned(scene.probe())
    scene.breaker.passed(scene.probe())

    assert scene.told == [
        ("Acme", "closed", "open"),
        ("Acme", "open", "half_open"),
        ("Acme", "half_open", "open"),
        ("Acme", "open", "half_open"),
        ("Acme", "half_open", "closed"),
    ]
    assert scene.breaker.snapshot.opened == 2
    assert scene.breaker.snapshot.calls == LEAST_CALLS + 3
