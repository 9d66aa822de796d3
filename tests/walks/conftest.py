"""Every walk here is walked on every store there is."""

from tests.shelves import shelf

__all__ = ["shelf"]
