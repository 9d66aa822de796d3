"""Words under a picture: a message of their own, or a help to book what it shows."""

from datetime import date

import pytest

from bot.brain.captions import Caption, read_caption
from bot.domain.decision import Calls, Question, Reader
from bot.domain.money import Money

READER = Reader(date(2026, 11, 25), "10:00", "UTC", "en-US", "USD", "telegram")
GERMAN = Reader(date(2026, 11, 25), "10:00", "UTC", "de-DE", "EUR", "telegram", "de")
YESTERDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "skill", "slots"),
    [
        ("lunch", "record_expense", {"category": "lunch"}),
        ("team lunch yesterday", "record_expense", {"category": "lunch", "date": YESTERDAY}),
        ("zumba", "record_expense", {"category": "zumba"}),
        ("gizmo fizzle", "record_expense", {"category": "gizmo fizzle"}),
        ("look at this thing", "record_expense", {}),
        ("this weird purple gizmo", "record_expense", {}),
        ("#berlin", "record_expense", {"tags": ("berlin",)}),
        ("split with Ann and Tom", "split_expense", {"with": ("ann", "tom")}),
        ("", "record_expense", {}),
        ("here is my receipt", "record_expense", {}),
        ("thanks!", "record_expense", {}),
    ],
)
def test_words_that_go_with_the_picture(text: str, skill: str, slots: dict[str, object]) -> None:
    assert read_caption(text, READER) == Caption(text, skill=skill, slots=slots)


@pytest.mark.parametrize("text", ["Mittagessen", "geteilt mit Ann", "gestern"])
def test_they_help_in_other_languages(text: str) -> None:
    assert read_caption(text, GERMAN).slots


@pytest.mark.parametrize(("text", "minor"), [("12.40", 1240), ("$14", 1400), ("1,99", 199)])
def test_an_amount_alone_is_the_persons(text: str, minor: int) -> None:
    assert read_caption(text, READER).amount == Money(minor, "USD")


@pytest.mark.parametrize("text", ["lunch 12.40", "split 30 with Ann", "coffee 4 and cake 5"])
def test_a_whole_booking_is_one_by_itself(text: str) -> None:
    assert read_caption(text, READER).is_booking


@pytest.mark.parametrize(
    "text", ["undo", "how much did I spend on food?", "remind me tomorrow to send it", "lunch 1.234"]
)
def test_another_wish_is_a_message_by_itself(text: str) -> None:
    caption = read_caption(text, READER)
    assert isinstance(caption.says, Calls | Question)
    assert not caption.is_booking
