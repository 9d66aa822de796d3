"""A storm where PAM asks for updates: she is killed and started while they stream in, and lets go of none unkept."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.crash.evidence import Evidence
from tests.crash.pam_process import Home, that_polls
from tests.crash.storm import Strike, book, live_on, live_until
from tests.crash.town import Phone, Town, neighbours
from tests.crash.verdict import verdict


@dataclass(frozen=True)
class PollingStorm:
    """A wave of messages is said in each life: by turns all at once, and one after another as the street moves on."""

    people: int
    wave: int
    strikes: tuple[Strike, ...]


async def run_polling_storm(storm: PollingStorm, town: Town, home: Home) -> list[str]:
    """Everything that was found wrong. The first life finds a webhook, and what waited for it."""
    home = that_polls(home)
    town.street.point_at(home.public_url)
    phones = [each.phones[0] for each in neighbours(storm.people)]
    book(town, phones[:1])
    for number, strike in enumerate(storm.strikes):
        said = [phones[(number * storm.wave + turn) % len(phones)] for turn in range(storm.wave)]
        speak = _all_at_once(town, said) if number % 2 else _streaming_in(town, said)
        await live_until(strike, home, town, speak)
    await live_on(home, town, _all_at_once(town, phones))
    return [*verdict(town, home.evidence), *_out_of_order(home.evidence), *_never_let_go_of(town)]


def _all_at_once(town: Town, phones: list[Phone]) -> Callable[[], None]:
    return partial(book, town, phones)


def _streaming_in(town: Town, phones: list[Phone]) -> Callable[[], None]:
    """The next one is said at the next entry in the street's record."""
    left = iter(phones)

    def say_next() -> None:
        phone = next(left, None)
        if phone is not None:
            town.once(lambda _: True, say_next)
            town.book(phone)

    return say_next


def _out_of_order(evidence: Evidence) -> list[str]:
    later = evidence.rows(
        """SELECT sooner.external_id, later.external_id FROM inbox AS sooner JOIN inbox AS later
           ON later.address_id = sooner.address_id AND later.id > sooner.id
           WHERE CAST(later.external_id AS bigint) < CAST(sooner.external_id AS bigint)"""
    )
    return [f"kept out of order: {each}" for each in later]


def _never_let_go_of(town: Town) -> list[str]:
    """All but what the last poll brought, which the next one would have let go of."""
    lacking = sum((said.source, said.external_id) not in town.acknowledged for said in town.said)
    return (
        [f"{lacking} updates were kept and not let go of"] if lacking > len({said.phone for said in town.said}) else []
    )
