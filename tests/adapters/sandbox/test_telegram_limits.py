"""Telegram's limits, and the count of calls that broke them."""

import pytest
from telegram import Bot
from telegram.error import RetryAfter

from adapters.sandbox.faults import Fault
from adapters.sandbox.people import Person
from adapters.sandbox.telegram_limits import Limits
from tests.adapters.sandbox.conftest import Served
from tests.adapters.sandbox.hands import Hands

# The library announces that retry_after will be a timedelta one day.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


@pytest.fixture
def limits(hands: Hands) -> Limits:
    return Limits(lambda: hands.now().timestamp(), enforced=True)


def test_a_chat_takes_three_at_once_and_then_one_a_second(limits: Limits, hands: Hands) -> None:
    assert [limits.count_message(1) for _ in range(3)] == [None] * 3
    hands.move(1)
    assert limits.count_message(1) is None
    assert limits.count_message(1) == limits.halt_s
    assert limits.violations == 1


def test_a_slow_chat_never_breaks_a_limit(limits: Limits, hands: Hands) -> None:
    for _ in range(200):
        assert limits.count_message(1) is None
        hands.move(1)


def test_all_chats_together_take_thirty_a_second(limits: Limits, hands: Hands) -> None:
    assert [limits.count_message(chat) for chat in range(1, 31)] == [None] * 30
    hands.move(0.9)
    assert limits.count_message(99) == limits.halt_s
    hands.move(0.1)
    assert limits.count_message(99) is None


def test_a_group_takes_twenty_a_minute(limits: Limits, hands: Hands) -> None:
    for _ in range(20):
        assert limits.count_message(-5) is None
        hands.move(2)
    assert limits.count_message(-5) == limits.halt_s
    hands.move(60)
    assert limits.count_message(-5) is None


def test_every_call_within_a_halt_is_a_violation(limits: Limits, hands: Hands) -> None:
    limits.halt(3)
    hands.move(1.5)
    assert (limits.refuse_while_halted(), limits.refuse_while_halted()) == (2, 2)
    hands.move(1.5)
    assert limits.refuse_while_halted() is None
    assert limits.violations == 2


async def test_the_real_bot_is_told_how_long_to_wait(served: Served, bot: Bot, hands: Hands) -> None:
    served.street.limits.enforced = True
    people = [Person(id=number, first_name="Somebody") for number in range(1, 33)]
    for person in people:
        served.street.telegram.open(person)
    for person in people[:30]:
        await bot.send_message(person.id, "hello")
    for person in people[30:]:
        with pytest.raises(RetryAfter) as caught:
            await bot.send_message(person.id, "hello")
        assert caught.value._retry_after.total_seconds() == 3
    assert (served.street.limits.violations, served.street.limits.halts) == (2, 1)
    hands.move(3)
    assert (await bot.send_message(people[31].id, "hello")).text == "hello"


async def test_a_limit_switched_on_halts_the_whole_bot(served: Served, bot: Bot) -> None:
    served.street.limits.enforced = True
    served.street.faults.add("Telegram", Fault("limit", times=1, retry_after_s=7))
    for _ in range(2):
        with pytest.raises(RetryAfter):
            await bot.get_me()
    assert served.street.limits.violations == 1


async def test_limits_are_off_unless_asked_for(served: Served, bot: Bot) -> None:
    served.street.telegram.open()
    for _ in range(10):
        await bot.send_message(1001, "hello")
    assert served.street.limits.violations == 0
