"""Backups: everything, as it was at one moment, from either engine into either engine; or nothing at all."""

import asyncio
import base64
import gzip
import hashlib
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest

from adapters.sql_store.backup_file import BATCH, WORD
from bot.domain.act import Booked
from bot.domain.answer import say
from bot.domain.errors import Refused
from bot.domain.ids import LedgerId
from bot.domain.letter import Address
from bot.kit.keyring import Keyring
from bot.ports.codes import NewCode
from bot.ports.outbox import Draft
from bot.ports.questions import Asked
from tests.clocks import NOON
from tests.contracts.conftest import KINDS, Shelf
from tests.entries import spent
from tests.kept import SECRET
from tests.visits import ANN, BOB, visit_of

RING = Keyring((SECRET,))
BUDGET_AT_FIRST = "id ledger_id scope_kind scope_key word recurs amount_minor currency removed".split()


@pytest.fixture(params=KINDS)
async def other_shelf(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Shelf]:
    """Where a backup goes: an empty one of each kind, beside the one it comes from."""
    (tmp_path / "other").mkdir()
    shelf = Shelf(request.param, tmp_path / "other")
    yield shelf
    await shelf.close()
    shelf.clear()


async def live_a_little(shelf: Shelf) -> None:
    """A row or more of most kinds."""
    store = shelf.open()
    ann = await visit_of(store, ANN)
    await visit_of(store, BOB)
    async with store.transaction() as tx:
        first = await tx.books.add(ann.ledger_id, ann.person_id, spent(4530, "Żabka 'n' \"Co\""))
        second = await tx.books.add(ann.ledger_id, ann.person_id, spent(10**15))
        await tx.books.remove(ann.ledger_id, second)
        await tx.journal.write(ann.ledger_id, ann.person_id, Booked(first), at=NOON, message_id=None)
        draft = Draft(address_id=ann.address.id, channel="sms", answer=say("Which?"))
        letter_id = await tx.outbox.post(draft, at=NOON)
        asked = await tx.questions.ask(ann.person_id, ann.address.id, letter_id, Asked(slot="category"), at=NOON)
        await tx.questions.give_tokens(asked, ("one", "two"))
        await tx.codes.issue(NewCode(purpose="invite", code="ABCD", expires_at=NOON), NOON)
        await tx.codes.redeem("link", "000000", ann.address.id, NOON)
        await tx.inbox.keep_raw("telegram", "raw-1", b"{}", at=NOON, fault="no update_id")
        await tx.costs.count_sms(ann.person_id, ann.today, 1, None)


def everything(shelf: Shelf) -> dict[str, list[str]]:
    return {table: sorted(map(repr, shelf.rows(f"SELECT {names} FROM {table}"))) for table, names in shelf.columns()}  # noqa: S608


def unfinished(folder: Path) -> list[Path]:
    return list(folder.glob(".*"))


async def test_everything_comes_back_as_it_was_on_either_engine(
    shelf: Shelf, other_shelf: Shelf, tmp_path: Path
) -> None:
    await live_a_little(shelf)
    rows = await shelf.back_up(RING, tmp_path / "backup")
    assert await other_shelf.restore(RING, tmp_path / "backup") == rows
    assert everything(other_shelf) == everything(shelf)
    assert sum(map(len, everything(shelf).values())) == rows > 20


async def test_life_goes_on_after_a_restore_with_numbers_nobody_had(
    shelf: Shelf, other_shelf: Shelf, tmp_path: Path
) -> None:
    await live_a_little(shelf)
    await shelf.back_up(RING, tmp_path / "backup")
    await other_shelf.restore(RING, tmp_path / "backup")
    store = other_shelf.open()
    ann = await visit_of(store, ANN)
    async with store.transaction() as tx:
        latest = await tx.books.latest(ann.ledger_id, 1)
        booking = await tx.books.add(ann.ledger_id, ann.person_id, spent(1))
        acts = await tx.journal.all(ann.ledger_id)
        act_id = await tx.journal.write(ann.ledger_id, ann.person_id, Booked(booking), at=NOON, message_id=None)
        assert await tx.questions.by_token("two", ann.person_id, ann.address.id, NOON)
    # The booking that was removed keeps its number too.
    assert booking.id == latest[0].id + 2
    assert [act.deed for act in acts] == [Booked(latest[0])]
    assert act_id == acts[0].id + 1


async def test_a_backup_is_for_its_owners_eyes_and_tells_no_words(shelf: Shelf, tmp_path: Path) -> None:
    store = shelf.open()
    visit = await visit_of(store)
    async with store.transaction() as tx:
        draft = Draft(address_id=visit.address.id, channel="sms", answer=say("a very private word"))
        await tx.outbox.post(draft, at=NOON)
    await shelf.back_up(RING, tmp_path / "backup")
    assert (tmp_path / "backup").stat().st_mode & 0o777 == 0o600
    written = gzip.decompress((tmp_path / "backup").read_bytes())
    assert b"private" not in written
    assert b"4155550123" not in written


async def test_many_rows_come_back_in_parts(shelf: Shelf, other_shelf: Shelf, tmp_path: Path) -> None:
    many = BATCH + 1
    ledgers = ", ".join(f"({number}, 0)" for number in range(1, many + 1))
    shelf.change(f"INSERT INTO ledger (id, created_at) VALUES {ledgers}")  # noqa: S608
    assert await shelf.back_up(RING, tmp_path / "backup") == many
    assert await other_shelf.restore(RING, tmp_path / "backup") == many
    assert other_shelf.rows("SELECT count(*), max(id) FROM ledger") == [(many, many)]


async def test_it_is_one_moment_whatever_is_written_meanwhile(shelf: Shelf, other_shelf: Shelf, tmp_path: Path) -> None:
    store = shelf.open()
    ann = await visit_of(store)
    async with store.transaction() as tx:
        await tx.books.add(ann.ledger_id, ann.person_id, spent(100))
        # Not yet kept, so not in it.
        await shelf.back_up(RING, tmp_path / "backup")
    await other_shelf.restore(RING, tmp_path / "backup")
    assert other_shelf.rows("SELECT count(*) FROM booking") == [(0,)]
    assert other_shelf.rows("SELECT count(*) FROM person") == [(1,)]


async def test_who_comes_while_it_is_taken_is_in_it_wholly_or_not_at_all(
    shelf: Shelf, other_shelf: Shelf, tmp_path: Path
) -> None:
    store = shelf.open()

    async def come_one_after_another() -> None:
        for number in range(60):
            await visit_of(store, Address("sms", f"+1415555{number:04}"))

    await asyncio.gather(come_one_after_another(), shelf.back_up(RING, tmp_path / "backup"))
    await other_shelf.restore(RING, tmp_path / "backup")
    there = [other_shelf.rows(f"SELECT count(*) FROM {table}") for table in ("ledger", "person", "address")]  # noqa: S608
    assert there[0] == there[1] == there[2]


async def test_a_house_with_anything_in_it_is_not_overwritten(shelf: Shelf, tmp_path: Path) -> None:
    await live_a_little(shelf)
    await shelf.back_up(RING, tmp_path / "backup")
    before = everything(shelf)
    with pytest.raises(Refused) as refusal:
        await shelf.restore(RING, tmp_path / "backup")
    assert refusal.value.reason == "database_not_empty"
    assert everything(shelf) == before


async def refused(shelf: Shelf, backup: Path, ring: Keyring = RING) -> str:
    """The reason; and nothing of the file is there."""
    with pytest.raises(Refused) as refusal:
        await shelf.restore(ring, backup)
    assert [rows for rows in everything(shelf).values() if rows] == []
    return refusal.value.reason


async def test_what_is_not_the_whole_of_a_backup_brings_nothing(
    shelf: Shelf, other_shelf: Shelf, tmp_path: Path
) -> None:
    await live_a_little(shelf)
    backup = tmp_path / "backup"
    await shelf.back_up(RING, backup)
    packed = backup.read_bytes()
    lines = gzip.decompress(packed).splitlines(keepends=True)
    torn = {
        "cut": packed[: len(packed) // 2],
        "empty": b"",
        "something else": b"SQLite format 3\0",
        "without its end": gzip.compress(b"".join(lines[:-1])),
        "without a row": gzip.compress(b"".join([*lines[:2], *lines[3:]])),
        "with another amount": gzip.compress(b"".join(lines).replace(b"4530", b"9530")),
    }
    for how, content in torn.items():
        backup.write_bytes(content)
        assert await refused(other_shelf, backup) == "backup_unreadable", how


async def test_a_backup_of_another_house_or_a_later_version_is_refused(
    shelf: Shelf, other_shelf: Shelf, tmp_path: Path
) -> None:
    await live_a_little(shelf)
    backup = tmp_path / "backup"
    await shelf.back_up(RING, backup)
    assert await refused(other_shelf, backup, Keyring(("another secret",))) == "backup_other_key"
    lines = gzip.decompress(backup.read_bytes()).splitlines(keepends=True)
    later = lines[0].replace(b'"schema":', b'"schema":99')
    backup.write_bytes(gzip.compress(b"".join([later, *lines[1:]])))
    assert await refused(other_shelf, backup) == "backup_too_new"


async def test_a_backup_of_an_older_version_comes_to_the_newest_schema(other_shelf: Shelf, tmp_path: Path) -> None:
    key = base64.b64encode(RING.seal(WORD)).decode()
    lines: list[object] = [
        {"pam": "backup", "schema": 1, "key": key},
        {"table": "ledger", "columns": ["id", "created_at"]},
        [7, 0],
        {"table": "budget", "columns": BUDGET_AT_FIRST},
        [3, 7, "leaf", "groceries", "groceries", "monthly", 40000, "USD", 0],
    ]
    written = b"".join(msgspec.json.encode(line) + b"\n" for line in lines)
    end = {"rows": 2, "sha256": hashlib.sha256(written).hexdigest()}
    (tmp_path / "backup").write_bytes(gzip.compress(written + msgspec.json.encode(end) + b"\n"))
    assert await other_shelf.restore(RING, tmp_path / "backup") == 2
    async with other_shelf.open().transaction() as tx:
        (budget,) = await tx.budgets.all(LedgerId(7))
    assert (budget.id, budget.starts_on, budget.limit.minor) == (3, 0, 40000)


async def test_a_backup_that_fails_leaves_the_one_before_it(shelf: Shelf, tmp_path: Path) -> None:
    backup = tmp_path / "backup"
    backup.write_bytes(b"the one before")
    shelf.change("UPDATE schema_history SET version = version + 1000")
    with pytest.raises(Refused):
        await shelf.back_up(RING, backup)
    shelf.change("UPDATE schema_history SET version = version - 1000")
    assert backup.read_bytes() == b"the one before"
    assert unfinished(tmp_path) == []
