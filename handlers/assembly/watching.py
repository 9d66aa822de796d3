"""What whoever watches PAM is shown: what this process counted, its breakers, and how the whole house stands."""

from collections.abc import Iterable, Mapping
from typing import Protocol, runtime_checkable

from adapters.guard import Guard
from bot.brain.senses import Senses
from bot.kit.breaker import Snapshot
from bot.pam import Pam
from bot.ports.channel import Channel
from handlers.http.app import Door
from handlers.http.metrics import METRICS_PATH, Metrics, metrics_door
from handlers.settings import Settings


@runtime_checkable
class Guarded(Protocol):
    """A door out with a breaker before it."""

    @property
    def guard(self) -> Guard: ...


def watching_doors(settings: Settings, pam: Pam, channels: Mapping[str, Channel], senses: Senses) -> dict[str, Door]:
    ways_out = (*channels.values(), senses.model, senses.embedder, senses.receipts, senses.transcriber, senses.files)

    async def read() -> Metrics:
        standing = await pam.looks.standing()
        return Metrics(
            counted=pam.tally.all,
            breakers=tuple(_snapshots(ways_out)),
            month=standing.month,
            inbox_waiting=standing.inbox_waiting,
            outbox_waiting=standing.outbox_waiting,
        )

    return {METRICS_PATH: metrics_door(read, settings.ops_token)}


def _snapshots(ways_out: Iterable[object]) -> Iterable[Snapshot]:
    return (way.guard.snapshot for way in ways_out if isinstance(way, Guarded))
