"""Each guard of durability taken out, one at a time: the named twins that the crash tests must tell from PAM."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.crash.pam_process import REPOSITORY

SOURCES = ("bot", "handlers", "adapters")


class NotThere(AssertionError):
    """The words to replace are not in the source exactly once: the twin has to follow its original."""


@dataclass(frozen=True)
class Mutation:
    """In the file ``path`` the words ``old`` give way to ``new``; ``found_as`` begins the finding it must lead to.

    ``in_thought`` is whether it shows only where messages wait for the loop.
    """

    name: str
    path: str
    old: str
    new: str
    found_as: str
    in_thought: bool = False


ACKNOWLEDGED_BEFORE_KEPT = Mutation(
    name="the door answers and keeps the message a little later",
    path="handlers/http/sms_webhook.py",
    old="        await self._accept(message)\n",
    new="""        import asyncio
        asyncio.get_running_loop().call_later(0.3, lambda: asyncio.ensure_future(self._accept(message)))
""",
    found_as="acknowledged and not kept",
)

LET_GO_BEFORE_KEPT = Mutation(
    name="the offset moves on, and the updates are kept a little later",
    path="handlers/telegram_polling.py",
    old="        await _seen_through(self._keep(fetched))\n",
    new="""        asyncio.get_running_loop().call_later(0.3, lambda: asyncio.ensure_future(self._keep(fetched)))
""",
    found_as="acknowledged and not kept",
)

TOLD_BEFORE_COMMIT = Mutation(
    name="a transaction is told to be durable while its COMMIT is on the way to a slow disk",
    path="adapters/sql_store/sqlite_engine.py",
    old="""        commit = asyncio.get_running_loop().run_in_executor(self._committer, self._connection.execute, "COMMIT")
""",
    new="""        self._settle(batch, None, kept=True)
        commit = asyncio.get_running_loop().run_in_executor(
            self._committer, lambda: (__import__("time").sleep(0.3), self._connection.execute("COMMIT"))[1]
        )
""",
    found_as="acknowledged and not kept",
)

TOLD_WITHOUT_ANSWER = Mutation(
    name="a transaction whose COMMIT was not answered is told to be durable",
    path="adapters/sql_store/postgres_engine.py",
    old="""            pool.discard(connection)
            told = as_told(fault, lost=True)
""",
    new="""            pool.discard(connection)
            return
            told = as_told(fault, lost=True)
""",
    found_as="acknowledged and not kept",
)

KEPT_AGAIN = Mutation(
    name="a message with a known id is kept again",
    path="adapters/sql_store/migrations/sqlite/0001_the_house.sql",
    old="    UNIQUE (source, external_id)\n",
    new="    CHECK (length(source) > 0)\n",
    found_as="kept ",
)

ANSWERED_AGAIN = Mutation(
    name="a message that is answered at once gets an id and a proof that nobody had before",
    path="adapters/sql_store/inbox.py",
    old="""            "inbox.keep_done",
            {
                "source": message.source,
                "external_id": message.external_id,
                "proof": message.proof,
""",
    new="""            "inbox.keep_done",
            {
                "source": message.source,
                "external_id": message.external_id + new_trace_id(),
                "proof": None,
""",
    found_as="booked 2 times",
)

WAITING_AGAIN = Mutation(
    name="a message that waits for the loop gets an id and a proof that nobody had before",
    path="adapters/sql_store/inbox.py",
    old="""            "inbox.keep",
            {
                "source": message.source,
                "external_id": message.external_id,
                "proof": message.proof,
""",
    new="""            "inbox.keep",
            {
                "source": message.source,
                "external_id": message.external_id + new_trace_id(),
                "proof": None,
""",
    found_as="booked 2 times",
    in_thought=True,
)

LETTER_LEASE_IGNORED = Mutation(
    name="letters are claimed that somebody holds",
    path="adapters/sql_store/queries/outbox.sql",
    old="AND due_at <= :now ORDER BY",
    new="AND due_at >= 0 ORDER BY",
    found_as="told twice in one life",
)

LETTER_LEASE_IGNORED_ON_POSTGRES = Mutation(
    name="letters are claimed that the other house holds",
    path="adapters/sql_store/queries/postgres/outbox.sql",
    old="AND due_at <= :now\n",
    new="AND due_at >= 0\n",
    found_as="two letters under way",
)

FENCE_REMOVED = Mutation(
    name="a message is finished by whoever held it once",
    path="adapters/sql_store/queries/inbox.sql",
    old="SET state = 'done', body = NULL\nWHERE id = :id AND attempts = :attempts AND state = 'head'",
    new="SET state = 'done', body = NULL\nWHERE id = :id AND :attempts > 0",
    found_as="a message was done twice",
)

KEPT_AND_ANSWERED_APART = Mutation(
    name="a message is kept as done, and answered in a transaction of its own",
    path="bot/turns/message_turn.py",
    old="""            visit = await self._visit(tx, situation, message_id, trace_id)
            await act(tx, visit, situation, reading, Thought(decision, "fast"))
""",
    new="""        async with self.store.transaction() as tx:
            visit = await self._visit(tx, situation, message_id, trace_id)
            await act(tx, visit, situation, reading, Thought(decision, "fast"))
""",
    found_as="a message was done and not answered",
)

ACTED_AND_FINISHED_APART = Mutation(
    name="the act is committed, and the message finished in a transaction of its own",
    path="bot/turns/message_turn.py",
    old="""            await tx.inbox.finish(claim)
""",
    new="""        async with self.store.transaction() as tx:
            await tx.inbox.finish(claim)
""",
    found_as="a message was done twice",
)

FINISHED_WITHOUT_ACT = Mutation(
    name="the message is finished, and acted on in a transaction of its own",
    path="bot/turns/message_turn.py",
    old="""            await act(tx, visit, situation, reading, thought)
            await tx.inbox.finish(claim)
""",
    new="""            await tx.inbox.finish(claim)
        async with self.store.transaction() as tx:
            await act(tx, visit, situation, reading, thought)
""",
    found_as="a message was done and not answered",
)

TOLD_APART = Mutation(
    name="the act is committed, and its answer posted in a transaction of its own",
    path="bot/turns/message_turn.py",
    old="""            await act(tx, visit, situation, reading, thought)
            await tx.inbox.finish(claim)
""",
    new="""            drafts, post = [], tx.outbox.post

            async def put_off(draft, *, at):
                drafts.append((draft, at))

            tx.outbox.post = put_off
            await act(tx, visit, situation, reading, thought)
            tx.outbox.post = post
            await tx.inbox.finish(claim)
        async with self.store.transaction() as tx:
            for draft, at in drafts:
                await tx.outbox.post(draft, at=at)
""",
    found_as="a message was done and not answered",
)

MARKED_BEFORE_SENT = Mutation(
    name="a letter is marked as sent when it is claimed",
    path="adapters/sql_store/queries/outbox.sql",
    old="SET due_at = :until, attempts = attempts + 1\n",
    new="SET due_at = :until, attempts = attempts + 1, state = 'sent'\n",
    found_as="never told to",
)


MANY_MOMENTS = Mutation(
    name="a backup reads each table as it is when its turn comes",
    path="adapters/sql_store/postgres_backup.py",
    old="""isolation="repeatable_read", readonly=True""",
    new="""isolation="read_committed", readonly=True""",
    found_as="",
)

# No mutations of a guard: a house so large that its backup takes a while, on either engine.
SLOWLY_BACKED_UP = (
    Mutation(
        name="Postgres takes a while for a table",
        path="adapters/sql_store/postgres_backup.py",
        old="                statement = await connection.prepare(",
        new="""                await connection.execute("SELECT pg_sleep(0.02)")
                statement = await connection.prepare(""",
        found_as="",
    ),
    Mutation(
        name="SQLite takes a while for a table",
        path="adapters/sql_store/sqlite_backup.py",
        old="            cursor = connection.execute(",
        new="""            __import__("time").sleep(0.02)
            cursor = connection.execute(""",
        found_as="",
    ),
)

# So that many messages are kept while it lasts, and not only a few.
MORE_SLOWLY_BACKED_UP = Mutation(
    name="Postgres takes ten times as long for a table",
    path="adapters/sql_store/postgres_backup.py",
    old="pg_sleep(0.02)",
    new="pg_sleep(0.2)",
    found_as="",
)

# No mutation of a guard: with it no message is answered in the transaction that keeps it.
THOUGHTFUL = Mutation(
    name="a brain that needs more thought than a transaction may wait for",
    path="bot/brain/brain.py",
    old="""        if self._senses.model is None or holds_code(text):
            return True
""",
    new="""        if self._senses.model is None:
            return False
""",
    found_as="",
)


def mutated(folder: Path, *mutations: Mutation) -> Path:
    """A copy of PAM's sources with these changes. Raises NotThere."""
    for name in SOURCES:
        shutil.copytree(REPOSITORY / name, folder / name)
    for mutation in mutations:
        path = folder / mutation.path
        source = path.read_text(encoding="utf-8")
        if source.count(mutation.old) != 1:
            raise NotThere(f"{mutation.path}: {mutation.old!r}")
        path.write_text(source.replace(mutation.old, mutation.new), encoding="utf-8")
    return folder
