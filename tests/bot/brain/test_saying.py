"""What of a model's words may be said, where: an SMS spells fewer letters than a chat."""

from datetime import date

import pytest

from bot.brain.message import Message
from bot.brain.saying import Saying
from bot.domain.decision import NOTHING, Reader
from bot.domain.statement import Statement

TRUE = "$4.50 spent at Ашан this month."
TOLD = (Statement(TRUE, (("amount", "$4.50"), ("merchant", "Ашан"), ("period", "this month"))),)


@pytest.mark.parametrize(("channel", "is_said"), [("telegram", True), ("sms", False)])
def test_a_letter_that_would_double_an_sms_is_left_to_the_books_own_words(channel: str, *, is_said: bool) -> None:
    reader = Reader(date(2026, 11, 18), "12:00", "UTC", "en-US", "USD", channel)
    saying = Saying(Message("how much at the russian place, be honest", reader, NOTHING))
    assert (saying.phrased(TRUE, (), (TRUE,), TOLD) is not None) == is_said


def test_an_sms_is_shorter_than_a_chat() -> None:
    prose = "\n".join([TRUE.replace("Ашан", "Auchan")] * 15)
    told = (Statement(TRUE.replace("Ашан", "Auchan")),)
    for channel, is_said in (("telegram", True), ("sms", False)):
        reader = Reader(date(2026, 11, 18), "12:00", "UTC", "en-US", "USD", channel)
        assert (Saying(Message("", reader, NOTHING)).phrased(prose, (), (), told) is not None) == is_said
