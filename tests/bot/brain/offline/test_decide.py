"""Whatever is written, PAM decides, quickly, the same each time, and does nothing that was not asked."""

import json
import sys
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.brain.offline import decide
from bot.domain.decision import NOTHING, Calls, Phrased
from tests.bot.brain.offline.readers import only_call, reader

DATA = Path(__file__).parents[3] / "data"
CRITICAL = {"pay", "subscribe", "cancel_subscription", "delete_my_data", "export_data", "link_account"}

MOST_STEPS = 120_000
"""Calls of functions in one decision; the longest text takes a few ten thousand, a quadratic one would take millions."""

EVIL = [
    "a ", "1 ", "1,", "$", "$1", "set budget ", "coffee 4, ", "and 4 ", "spnt ", "xqzwv ", "twenty ", "a hundred and ", "on the ",
    "every month ", "between 1 and ", "last 3 ", "from monday to ", "remind me at 9 ", "1 234 ", "\ufdfa", "e\u0301\u0327",
    "☕ ", "? ", "\n", "how much did i spend ", "#a ", "a@b.c ", "+1415", "+1((", "2 ", "to ", "1/2/", "--", "({[", "3 x ", "nov 1 ",
    "fish and ", "should have ", "pay a ", "\ud800", "\0", "'", "a.", "in the ", "$ -",
]  # fmt: skip


@given(text=st.text(max_size=300))
def test_any_text_is_decided_and_always_alike(text: str) -> None:
    first = decide(text, reader())
    assert not isinstance(first, Phrased)
    assert decide(text, reader()) == first


@given(
    text=st.lists(
        st.sampled_from([*EVIL, "spent 20 ", "on lunch ", "yesterday ", "not ", "i ", "mike "]), max_size=60
    ).map("".join),
    home=st.sampled_from([("en-US", "USD"), ("de-DE", "EUR"), ("fr-FR", "EUR"), ("xx", "JPY")]),
)
def test_any_mixture_of_what_pam_knows_is_decided(text: str, home: tuple[str, str]) -> None:
    assert not isinstance(decide(text, reader(*home)), Phrased)


@pytest.mark.parametrize("piece", EVIL)
def test_the_steps_of_a_decision_stay_few_however_long_the_text(piece: str) -> None:
    text = (piece * 4096)[:4096]
    decide(text, reader())
    steps = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal steps
        steps += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        decide(text, reader())
    finally:
        sys.setprofile(None)
    assert steps < MOST_STEPS


def test_no_line_of_the_development_set_brings_a_critical_skill_nobody_asked_for() -> None:
    for line in (DATA / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        allowed = {frame["skill"] for reading in [row["expect"], *row.get("also_ok", [])] for frame in reading}
        decision = decide(row["text"], reader(row["locale"], row["currency_default"]))
        done = {call.skill for call in decision.calls} if isinstance(decision, Calls) else set()
        assert not (done & CRITICAL) - allowed, row["text"]


def test_a_tag_is_kept_beside_the_category() -> None:
    call = only_call("coffee 4.50 #work #berlin", reader())
    assert (call.slots["category"], call.slots["tags"]) == ("coffee", ("work", "berlin"))


def test_a_misspelled_category_is_spelled_right_and_an_own_word_stays() -> None:
    assert only_call("grcries 31.50", reader()).slots["category"] == "groceries"
    assert only_call("grocery 31.50", reader()).slots["category"] == "groceries"
    assert only_call("zumba 12.50", reader()).slots["category"] == "zumba"
    assert only_call("boots 80.00", reader()).slots["category"] == "boots"


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("link +14155550123", {"phone": "+14155550123"}),
        ("link +1 (415) 555-0123", {"phone": "+14155550123"}),
        ("link +447911123456", {"phone": "+447911123456"}),
        ("link", {}),
        ("link account ann@example.com", {"email": "ann@example.com"}),
    ],
)
def test_linking_names_what_is_linked(text: str, slots: dict[str, str]) -> None:
    call = only_call(text, reader())
    assert (call.skill, call.slots) == ("link_account", slots)


def test_a_text_that_is_much_too_long_is_nothing() -> None:
    assert decide("coffee 4.50, " * 300, reader()) == NOTHING


def test_a_list_of_bookings_is_read_line_by_line() -> None:
    decision = decide("yesterday\n" + "\n".join(f"coffee {number}.50" for number in range(1, 31)), reader())
    assert isinstance(decision, Calls)
    assert len(decision.calls) == 30
