"""A store to act in."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.ports.store import Store
from tests.kept import fresh_store


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = fresh_store(tmp_path)
    yield store
    await store.close()
