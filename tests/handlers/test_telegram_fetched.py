"""Every update has its number, however odd it is, and the offset passes those that have none."""

import json

import pytest

from handlers.http.requests import LARGEST_BODY
from handlers.telegram_fetched import offset_after, read_fetched


def said(chat_id: int) -> bytes:
    person = {"id": chat_id, "is_bot": False, "first_name": "Ann"}
    message = {"message_id": 7, "from": person, "chat": {"id": chat_id, "type": "private"}, "date": 1, "text": "hi"}
    return json.dumps({"update_id": 5, "message": message}).encode()


def test_an_update_is_understood() -> None:
    fetched = read_fetched(said(42))
    assert fetched.update is not None
    assert (fetched.number, fetched.lane, fetched.fault) == (5, 42, "")


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        (b'{"update_id":5,"message":{"date":"bad"}}', 5),
        (b'{"update_id":"5"}', 5),
        (b'{"update_id":5.0}', 5),
        (b'{"message":{"date":"bad"},"update_id":5}', 5),
        (b'{"message":{"date":"bad"},"update_id":"5"}', 5),
        (b'{"update_id":5,"update_id":5}', 5),
        (b'{ "update_id" : 5, "x": NaN}', 5),
        (b'{"update_id":"5","x":"\\ud800"}', 5),
        (b'{"update_id":5,"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}", 5),
        (b'{"update_id":5,"x":"' + b"x" * LARGEST_BODY + b'"}', 5),
        (b'{"update_id":"five"}', None),
        (b'{"update_id":true}', None),
        (b'{"update_id":99999999999999999999}', None),
        (b'{"x":NaN,"text":"\\"update_id\\":7"}', None),
        (b'{"x":{"update_id":7}}', None),
        (b"{}", None),
        (b"null", None),
        (b"\xff", None),
    ],
)
def test_what_is_not_understood_has_its_number_where_there_is_one(raw: bytes, number: int | None) -> None:
    fetched = read_fetched(raw)
    assert (fetched.number, fetched.update, fetched.lane) == (number, None, raw)
    assert fetched.fault


@pytest.mark.parametrize("number", [-5, 2**63 - 1])
def test_a_number_that_no_offset_can_pass_is_none(number: int) -> None:
    fetched = read_fetched(b'{"update_id":%d}' % number)
    assert fetched.update is not None
    assert fetched.number is None


@pytest.mark.parametrize(
    "raw", [b'{"update_id":5,"edited_message":{}}', b'{"update_id":5,"callback_query":{"id":"1","from":{"id":42}}}']
)
def test_what_belongs_to_no_chat_waits_for_none(raw: bytes) -> None:
    assert read_fetched(raw).lane == raw


def test_a_tap_waits_for_its_chat() -> None:
    tree = json.loads(said(42))
    tap = {"id": "1", "from": tree["message"]["from"], "message": tree["message"], "data": "x"}
    assert read_fetched(json.dumps({"update_id": 6, "callback_query": tap}).encode()).lane == 42


@pytest.mark.parametrize(
    ("numbers", "before", "after"),
    [
        ([7], None, 8),
        ([7, 9], 7, 10),
        ([None, 9], None, 10),
        ([7, None, None], 7, 10),
        ([None, None], 7, 9),
        ([None], None, None),
        ([9, 7], None, 10),
        # After a quiet week numbers may begin anew.
        ([3], 900, 4),
    ],
)
def test_the_offset_passes_all_and_no_more(numbers: list[int | None], before: int | None, after: int | None) -> None:
    assert offset_after(numbers, before) == after
