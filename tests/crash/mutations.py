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
    """In the file ``path`` the words ``old`` give way to ``new``; ``found_as`` begins the finding it must lead to."""

    name: str
    path: str
    old: str
    new: str
    found_as: str


ACKNOWLEDGED_BEFORE_KEPT = Mutation(
    name="the door answers and keeps the message a little later",
    path="handlers/http/sms_webhook.py",
    old="        await self._accept(message)\n",
    new="""        import asyncio
        asyncio.get_running_loop().call_later(0.3, lambda: asyncio.ensure_future(self._accept(message)))
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

UPDATE_KEPT_AGAIN = Mutation(
    name="a message with a known id is kept again",
    path="adapters/sql_store/migrations/0001_the_house.sql",
    old="    UNIQUE (source, external_id)\n",
    new="    CHECK (length(source) > 0)\n",
    found_as="kept 2 times",
)

SMS_KEPT_AGAIN = Mutation(
    name="a message is kept under an id and a proof that nobody can have used before",
    path="adapters/sql_store/inbox.py",
    old="""                "external_id": message.external_id,
                "proof": message.proof,
""",
    new="""                "external_id": message.external_id + new_trace_id(),
                "proof": None,
""",
    found_as="booked 2 times",
)

LETTER_LEASE_IGNORED = Mutation(
    name="letters are claimed that somebody holds",
    path="adapters/sql_store/queries/outbox.sql",
    old="AND due_at <= :now ORDER BY",
    new="AND due_at >= 0 ORDER BY",
    found_as="told twice in one life",
)

FENCE_REMOVED = Mutation(
    name="a message is finished by whoever held it once",
    path="adapters/sql_store/queries/inbox.sql",
    old="SET state = 'done', body = NULL\nWHERE id = :id AND attempts = :attempts AND state = 'head'",
    new="SET state = 'done', body = NULL\nWHERE id = :id AND :attempts > 0",
    found_as="a message was done twice",
)

ACTED_AND_FINISHED_APART = Mutation(
    name="the act is committed, and the message finished in a transaction of its own",
    path="bot/turns/message_turn.py",
    old="""            await tx.inbox.finish(situation.claim)
""",
    new="""        async with self.store.transaction() as tx:
            await tx.inbox.finish(situation.claim)
""",
    found_as="a message was done twice",
)

FINISHED_WITHOUT_ACT = Mutation(
    name="the message is finished, and acted on in a transaction of its own",
    path="bot/turns/message_turn.py",
    old="""            await self._act(tx, visit, situation, reading, decision)
            await tx.inbox.finish(situation.claim)
""",
    new="""            await tx.inbox.finish(situation.claim)
        async with self.store.transaction() as tx:
            await self._act(tx, visit, situation, reading, decision)
""",
    found_as="a message was done and not answered",
)

ANSWERED_APART = Mutation(
    name="the act is committed, and its answer posted in a transaction of its own",
    path="bot/turns/message_turn.py",
    old="""            await self._act(tx, visit, situation, reading, decision)
            await tx.inbox.finish(situation.claim)
""",
    new="""            drafts, post = [], tx.outbox.post

            async def put_off(draft, *, at):
                drafts.append((draft, at))

            tx.outbox.post = put_off
            await self._act(tx, visit, situation, reading, decision)
            tx.outbox.post = post
            await tx.inbox.finish(situation.claim)
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


def mutated(mutation: Mutation | None, folder: Path) -> Path:
    """A copy of PAM's sources with the one change, or with none. Raises NotThere."""
    for name in SOURCES:
        shutil.copytree(REPOSITORY / name, folder / name)
    if mutation is not None:
        path = folder / mutation.path
        source = path.read_text(encoding="utf-8")
        if source.count(mutation.old) != 1:
            raise NotThere(f"{mutation.path}: {mutation.old!r}")
        path.write_text(source.replace(mutation.old, mutation.new), encoding="utf-8")
    return folder
