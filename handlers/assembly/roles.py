"""The roles a process can have: doors open to the street, work done, the clock kept; ``run`` is all of them."""

import msgspec

from handlers.settings import Settings


class Role(msgspec.Struct, frozen=True):
    """What a process does.

    serves   opens the doors in
    works    works the queues, hears the bus, and polls where nobody can call
    ticks    stands by to be the leading clock
    """

    serves: bool
    works: bool
    ticks: bool


ALL = Role(serves=True, works=True, ticks=True)
ROLES = {
    "run": ALL,
    "sandbox": ALL,
    "web": Role(serves=True, works=False, ticks=False),
    "worker": Role(serves=False, works=True, ticks=False),
    "clock": Role(serves=False, works=False, ticks=True),
}


def is_alone(settings: Settings) -> bool:
    """Whether no other process is meant to work on the same data: all of PAM in one process, on a file."""
    return settings.database_url is None and ROLES.get(settings.role, ALL) == ALL
