"""What a piece of work came to, its fault included: whoever works for many must outlive what one does to them."""

from collections.abc import Awaitable
from typing import TypeVar

Result = TypeVar("Result")


async def outcome_of(work: Awaitable[Result]) -> Result | Exception:
    """Its result, or what it raised."""
    try:
        return await work
    except Exception as fault:  # noqa: BLE001 - the one place; what is done about it is the caller's
        return fault
