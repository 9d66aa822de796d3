"""Every suite here runs on every store there is."""

import pytest

from bot.ports.store import Store
from tests.shelves import KINDS, Shelf, shelf

__all__ = ["KINDS", "Shelf", "shelf", "store"]


@pytest.fixture
def store(shelf: Shelf) -> Store:
    return shelf.open()
