"""Sharing an amount evenly, to the last minor unit."""

from bot.domain.errors import Refused
from bot.domain.money import Money


def even_parts(whole: Money, heads: int) -> tuple[Money, Money]:
    """Each other's part, and the payer's own: what does not divide is the payer's.

    Raises Refused when there is less than a minor unit for each.
    """
    each = whole.minor // heads
    if each <= 0:
        raise Refused("split_too_small")
    return Money(each, whole.currency), Money(whole.minor - each * (heads - 1), whole.currency)


def name_as_written(name: str) -> str:
    """A name as people write it: one that came without any capital gets its own."""
    name = " ".join(name.split())
    return name if name != name.lower() else " ".join(part[:1].upper() + part[1:] for part in name.split())
