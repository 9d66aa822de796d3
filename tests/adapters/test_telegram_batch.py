"""The updates of an answer come apart, whatever stands in one of them."""

import msgspec
import pytest

from adapters.telegram_batch import updates_in

GOOD = b'{"update_id":1,"message":{"text":"[{\\"]},"}}'


def answer(*updates: bytes) -> bytes:
    return b'{"ok":true,"result":[' + b",".join(updates) + b"]}"


@pytest.mark.parametrize(
    "odd",
    [
        b'{"update_id":2}',
        b'{"update_id":NaN}',
        b'{"update_id":2,"x":"\\ud800"}',
        b'{"update_id":2,"x":"\x01"}',
        b'{"update_id":2,"x":"\xff"}',
        b'{"update_id":2,"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"update_id":2,"x":"' + b"x" * 1_000_000 + b'"}',
        b"nonsense",
        b"5",
        b"null",
        b"[]",
    ],
)
def test_one_that_cannot_be_read_hides_no_other(odd: bytes) -> None:
    assert updates_in(answer(GOOD, odd, GOOD)) == [GOOD, odd, GOOD]
    assert updates_in(answer(odd)) == [odd]


def test_two_readers_part_alike() -> None:
    many = [msgspec.json.encode({"update_id": number, "x": ['","', "\\", {"}": "]"}]}) for number in range(100)]
    assert updates_in(answer(*many)) == many
    assert updates_in(answer(*many, b"NaN")) == [*many, b"NaN"]


def test_spaces_part_nothing() -> None:
    assert updates_in(b' { "ok" : true , "result" : [ {"a": 1} , NaN ] } ') == [b'{"a": 1}', b"NaN"]


@pytest.mark.parametrize("empty", [b'{"ok":true,"result":[]}', b'{"ok":true,"result":[ ]}'])
def test_none_may_have_come(empty: bytes) -> None:
    assert updates_in(empty) == []


@pytest.mark.parametrize(
    "other",
    [
        b"",
        b"[]",
        b"null",
        b"<html></html>",
        b'{"ok":true}',
        b'{"ok":true,"result":{}}',
        b'{"ok":false,"result":[]}',
        b'{"ok":true,"result":[{"update_id":NaN}',
        b'{"ok":true,"result":[{"update_id":"',
        b'{"ok":false,"error_code":409,"description":"Conflict"}',
    ],
)
def test_another_answer_holds_no_updates(other: bytes) -> None:
    assert updates_in(other) is None
