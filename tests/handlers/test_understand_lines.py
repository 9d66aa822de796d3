"""The pipe answers each line in its place and never breaks."""

import io
import json
from decimal import Decimal
from pathlib import Path

import pytest

from handlers.understand_lines import understand_lines
from tests.data.score import evaluate

DATA = Path(__file__).parents[1] / "data"


def answers(*lines: str) -> list[dict[str, object]]:
    out = io.StringIO()
    understand_lines(lines, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def ask(text: str, **more: object) -> str:
    return json.dumps({"id": "1", "text": text, "now": "2026-11-18T23:30:00-05:00", **more})


def test_a_booking_is_told_in_plain_values() -> None:
    (answer,) = answers(ask("spent 45.30 on groceries yesterday", tz="America/New_York"))
    slots = {"amount": "45.30", "currency": "USD", "category": "groceries", "date": "2026-11-17"}
    slots["category_text"] = "groceries"
    assert answer == {"id": "1", "predicted": [{"skill": "record_expense", "slots": slots}]}


def test_a_category_is_told_by_its_leaf_and_in_the_persons_own_word() -> None:
    (answer,) = answers(ask("winter coat 149.99"))
    assert '"category": "clothing", "category_text": "winter coat"' in json.dumps(answer)


def test_today_is_the_day_in_the_readers_zone() -> None:
    (answer,) = answers(ask("spent 300 on dinner today", tz="Asia/Kolkata", currency_default="INR"))
    assert '"date": "2026-11-19"' in json.dumps(answer)


def test_a_period_is_told_from_and_to() -> None:
    (answer,) = answers(ask("how much did I spend in October"))
    assert answer["predicted"] == [
        {"skill": "spending_query", "slots": {"period": {"from": "2026-10-01", "to": "2026-10-31"}}}
    ]


def test_what_no_label_names_is_told_as_nothing() -> None:
    (answer,) = answers(ask("how much did I cost?"))
    assert answer["predicted"] == [{"skill": "none", "slots": {}}]


def test_to_forget_everything_is_told_by_the_one_label_there_is_and_other_memories_by_none() -> None:
    (everything, ann) = answers(ask("forget everything you know about me"), ask("remember that Ann is my sister"))
    assert everything["predicted"] == [{"skill": "delete_my_data", "slots": {}}]
    assert ann["predicted"] == [{"skill": "none", "slots": {}}]


def test_a_question_back_does_nothing() -> None:
    (answer,) = answers(ask("spent 1.234 on food"))
    assert answer == {"id": "1", "predicted": [{"skill": "none", "question": "which_amount"}]}


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("not json", None),
        ("", None),
        ("[]", None),
        ('{"id": "7", "text": 5}', "7"),
        ('{"id": "7", "text": "hi", "tz": "Nowhere/Land"}', "7"),
        ('{"id": "7", "text": "hi", "tz": "../etc"}', "7"),
        ('{"id": "7", "text": "hi", "now": "yesterday"}', "7"),
        ('{"id": "7", "text": "hi", "currency_default": "???"}', "7"),
    ],
)
def test_a_malformed_line_is_answered_and_the_stream_goes_on(line: str, known: str | None) -> None:
    broken, whole = answers(line, ask("hi"))
    assert broken["id"] == known
    assert broken["predicted"] == [{"skill": "none"}]
    assert broken["error"]
    assert whole["predicted"] == [{"skill": "greet", "slots": {}}]


def test_the_development_set_is_understood() -> None:
    lines = (DATA / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    predictions = {str(answer["id"]): answer["predicted"] for answer in answers(*lines)}
    result, slots, *_ = evaluate([json.loads(line) for line in lines], predictions)
    assert result["intent"] >= Decimal("0.97") * result["n"]
    assert result["full"] >= Decimal("0.95") * result["n"]
    assert result["critical_n"] == 0
    assert result["unsafe_n"] <= 2
    assert slots["amount"][1] >= Decimal("0.99") * slots["amount"][0]


def test_a_share_of_a_split_is_told_as_an_amount_with_whoever_paid() -> None:
    (answer,) = answers(ask("i owe ann 12 for lunch"))
    told = json.dumps(answer)
    assert '"amount": "12"' in told
    assert '"with": ["ann"]' in told
