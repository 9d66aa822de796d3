"""Updates are asked for, kept, and only then let go of; whatever goes wrong is waited out."""

import asyncio
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from loguru import logger

from bot.domain.errors import Conflict, Rejected, Unavailable
from bot.domain.messages import IncomingMessage
from handlers.telegram_polling import HASTY_S, LONG_AWAY, MOST, TelegramPolling
from tests.handlers.http.standing import Notebook
from tests.handlers.polled import ScriptedSource, poll_all, polling, update
from tests.virtual_time import run_in_virtual_time

CONFLICT = Conflict("terminated by other getUpdates request")
AWAY = Unavailable("Telegram cannot be reached")


@pytest.fixture
def log() -> Iterator[list[str]]:
    lines: list[str] = []
    sink = logger.add(lines.append, level="INFO", format="{level} {message}")
    yield lines
    logger.remove(sink)


def told(log: list[str], *levels: str) -> list[str]:
    return [level for level in (line.partition(" ")[0] for line in log) if level in levels]


def test_what_is_kept_is_let_go_of() -> None:
    notebook = Notebook()
    source = run_in_virtual_time(poll_all(notebook, [update(5), update(6)], [update(9)]))
    assert [said.external_id for said in notebook.messages] == ["5", "6", "9"]
    assert source.offsets == [None, 7, 10]
    assert {each.most for each in source.asked} == {MOST}


def test_after_a_quiet_while_numbers_may_begin_anew() -> None:
    notebook = Notebook()
    source = run_in_virtual_time(poll_all(notebook, [update(900)], [], [update(3)]))
    assert source.offsets == [None, 901, None, 4]
    assert len(notebook.messages) == 2


def test_somebody_who_does_not_wait_for_updates_is_not_asked_without_pause() -> None:
    source = run_in_virtual_time(poll_all(Notebook(), [], [], [update(1)], []))
    assert source.pauses_s == pytest.approx([HASTY_S, HASTY_S, 0, HASTY_S])


@dataclass
class Slow(Notebook):
    """Takes a second to keep a message, and notes how many chats it works for."""

    order: list[str] = field(default_factory=list)
    chats: Counter[str] = field(default_factory=Counter)
    most_chats: int = 0

    async def accept(self, message: IncomingMessage) -> bool:
        self.chats[message.sender.value] += 1
        self.most_chats = max(self.most_chats, self.chats.total())
        assert self.chats[message.sender.value] == 1
        await asyncio.sleep(1)
        self.chats[message.sender.value] -= 1
        self.order.append(message.external_id)
        return await super().accept(message)


def test_one_chat_is_kept_in_order_and_others_beside_it() -> None:
    slow = Slow()
    batch = [update(number, chat_id=1 + number % 3) for number in range(12)]
    source = run_in_virtual_time(poll_all(slow, batch))
    assert slow.most_chats == 3
    for chat in range(3):
        kept = [int(number) for number in slow.order if int(number) % 3 == chat]
        assert kept == sorted(kept)
    assert source.pauses_s == pytest.approx([4])


POISON = [
    update(2).replace(b'"date": 1', b'"date": "bad"'),
    b'{"update_id":"2","message":{}}',
    b'{"update_id":2,"message":NaN}',
    b'{"update_id":2,"message":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    update(2, "x" * 1_000_000),
    b'{"update_id":"two"}',
    b"{}",
    b"null",
]


@pytest.mark.parametrize("poison", POISON, ids=lambda raw: raw[:40].decode())
def test_poison_is_kept_aside_and_holds_up_nobody(poison: bytes) -> None:
    notebook = Notebook()
    source = run_in_virtual_time(poll_all(notebook, [update(1), poison, update(3)], [update(4), poison], [poison]))
    assert [said.external_id for said in notebook.messages] == ["1", "3", "4"]
    assert [(name, raw) for name, raw, _ in notebook.raw] == [("telegram", poison)] * 3
    assert source.offsets[:2] == [None, 4]
    assert set(source.pauses_s[:1]) == {0}


@pytest.mark.parametrize(
    "quiet", [b'{"update_id":5,"poll":{"id":"1"}}', b'{"update_id":5,"edited_message":{"date":1}}']
)
def test_what_pam_does_not_hear_is_let_go_of(quiet: bytes) -> None:
    notebook = Notebook()
    source = run_in_virtual_time(poll_all(notebook, [quiet]))
    assert notebook.is_empty
    assert source.offsets == [None, 6]


def test_one_without_a_number_waits_for_a_neighbour() -> None:
    """Alone, and with no offset to count from, nobody knows how to pass it; whoever comes behind it is kept."""
    nameless = b'{"update_id":"two"}'
    notebook = Notebook()
    source = run_in_virtual_time(poll_all(notebook, [nameless], [nameless], [nameless, update(3)]))
    assert source.offsets == [None, None, None, 4]
    assert min(source.pauses_s[:2]) >= 1
    # Asked for one alone it would never be seen who stands behind.
    assert [each.most for each in source.asked[:3]] == [MOST, 1, MOST]
    assert len(notebook.messages) == 1


@dataclass
class Broken(Notebook):
    """Has a bug that one message meets."""

    async def accept(self, message: IncomingMessage) -> bool:
        if message.text == "the one":
            raise KeyError(message.text)
        return await super().accept(message)


def test_one_that_meets_a_bug_is_kept_aside(log: list[str]) -> None:
    broken = Broken()
    bad = update(2, "the one")
    source = run_in_virtual_time(poll_all(broken, [update(1), bad, update(3)]))
    assert [said.external_id for said in broken.messages] == ["1", "3"]
    assert broken.raw == [("telegram", bad, "KeyError")]
    assert source.offsets == [None, 4]
    assert told(log, "ERROR") == ["ERROR"]


@dataclass
class Locked(Notebook):
    """Cannot keep anything so many times."""

    times: int = 3

    async def accept(self, message: IncomingMessage) -> bool:
        self.times -= 1
        if self.times >= 0:
            raise Unavailable("store")
        return await super().accept(message)

    async def keep_raw(self, source: str, raw: bytes, reason: str) -> None:
        self.times -= 1
        if self.times >= 0:
            raise Unavailable("store")
        await super().keep_raw(source, raw, reason)


@pytest.mark.parametrize("first", [update(1), b'{"update_id":1,"message":{}}'])
def test_what_cannot_be_kept_is_asked_for_again(first: bytes, log: list[str]) -> None:
    locked = Locked()
    batch = [first, update(2, chat_id=43)]
    source = run_in_virtual_time(poll_all(locked, batch, batch, batch))
    assert source.offsets == [None, None, None, 3]
    assert min(source.pauses_s[:2]) >= 1
    assert len(locked.messages) + len(locked.raw) >= 2
    assert told(log, "WARNING") == ["WARNING"]
    assert log[-1] == "INFO PAM gets updates from Telegram again\n"


@dataclass
class HalfLocked(Slow):
    """Keeps what one chat says, slowly, and nothing of the other."""

    async def accept(self, message: IncomingMessage) -> bool:
        if message.sender.value == "43":
            raise Unavailable("store")
        await asyncio.sleep(60)
        return await super().accept(message)


def test_the_next_question_waits_for_those_that_can_be_kept() -> None:
    source = run_in_virtual_time(poll_all(HalfLocked(), [update(1), update(2, chat_id=43)]))
    assert source.pauses_s[0] >= 62


def test_another_poller_is_not_fought_with(log: list[str]) -> None:
    source = run_in_virtual_time(poll_all(Notebook(), *[CONFLICT] * 10, [update(1)]))
    assert min(source.pauses_s[:10]) >= 35
    minutes = Counter(int(each.at // 60) for each in source.asked[:10])
    assert max(minutes.values()) <= 2
    assert told(log, "WARNING", "ERROR") == ["WARNING"]
    assert CONFLICT.args[0] in "".join(log)
    assert log[-1] == "INFO PAM gets updates from Telegram again\n"


@pytest.mark.parametrize("fault", [AWAY, Rejected("refused", "Bad Request")])
def test_whoever_is_away_is_asked_less_and_less_often(fault: Unavailable | Rejected, log: list[str]) -> None:
    source = run_in_virtual_time(poll_all(Notebook(), [update(6)], *[fault] * 12, [update(7)], [update(8)]))
    pauses = source.pauses_s[1:13]
    assert 1 <= min(pauses) <= 2
    assert 15 <= min(pauses[-6:]) <= max(pauses) <= 30
    assert set(source.offsets[1:14]) == {7}
    # Well again, the pauses begin anew.
    assert source.pauses_s[-1] == 0
    assert told(log, "WARNING", "ERROR") == ["WARNING"]


def test_after_a_long_absence_numbers_may_have_begun_anew() -> None:
    notebook = Notebook()
    source = run_in_virtual_time(poll_all(notebook, [update(900)], *[AWAY] * LONG_AWAY, [update(3)]))
    assert source.offsets[1:] == [901] * LONG_AWAY + [None, 4]
    assert [said.external_id for said in notebook.messages] == ["900", "3"]


def test_a_longer_pause_is_kept_when_it_is_asked_for() -> None:
    source = run_in_virtual_time(poll_all(Notebook(), Unavailable("a pause", retry_after_s=100), [update(1)]))
    assert source.pauses_s[0] >= 100


def test_another_trouble_is_told_again(log: list[str]) -> None:
    run_in_virtual_time(poll_all(Notebook(), AWAY, AWAY, CONFLICT, CONFLICT, AWAY, [update(1)]))
    assert told(log, "WARNING") == ["WARNING"] * 3


def test_what_is_too_much_at_once_comes_in_pieces() -> None:
    source = run_in_virtual_time(poll_all(Notebook(), AWAY, [update(1)], [update(2)]))
    assert [each.most for each in source.asked] == [MOST, 1, MOST, MOST]


def test_the_same_updates_again_and_again_are_not_kept_without_pause() -> None:
    notebook = Notebook()
    source = run_in_virtual_time(poll_all(notebook, [update(1)], [update(1)], [update(1)]))
    assert source.offsets == [None, 2, 2, 2]
    assert min(source.pauses_s[1:]) >= 1


def test_the_webhook_goes_first_however_often_it_has_to_be_asked() -> None:
    source = run_in_virtual_time(poll_all(Notebook(), [update(1)], removals=(AWAY, CONFLICT, None)))
    assert len(source.removed_at) == 3
    assert source.asked[0].at >= source.removed_at[-1]


def test_told_to_end_she_drops_the_open_poll() -> None:
    async def end() -> None:
        source = ScriptedSource(deque())
        door = TelegramPolling(source, accept=Notebook().accept, keep_raw=Notebook().keep_raw)
        async with polling(door) as running:
            await source.done.wait()
            running.cancel()
            await running
        assert asyncio.get_running_loop().time() == 0

    run_in_virtual_time(end())


def test_told_to_end_she_keeps_what_she_has_fetched() -> None:
    async def end() -> Slow:
        slow = Slow()
        source = ScriptedSource(deque([[update(1), update(2), update(3, chat_id=43)]]))
        async with polling(TelegramPolling(source, accept=slow.accept, keep_raw=slow.keep_raw)):
            while not slow.chats:  # noqa: ASYNC110
                await asyncio.sleep(0)
        assert source.offsets == [None]
        return slow

    assert sorted(run_in_virtual_time(end()).order) == ["1", "2", "3"]
