"""Every kind of alert has somebody who says it."""

from typing import get_args

from bot.domain.alert import AlertKind
from bot.services.unasked.speakers import SPEAKERS


def test_every_kind_is_said_by_somebody() -> None:
    assert set(SPEAKERS) == set(get_args(AlertKind))
