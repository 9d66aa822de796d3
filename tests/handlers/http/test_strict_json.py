"""JSON is read in one way or not at all."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.http.strict_json import Json, NotStrictJson, parse_json

NUMBERS = st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)
TREES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


@given(tree=TREES, escaped=st.booleans())
def test_what_was_written_is_read(tree: Json, *, escaped: bool) -> None:
    assert parse_json(json.dumps(tree, ensure_ascii=escaped).encode()) == tree


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b'{"a":1,"a":2}',
        b'{"a":1,"\\u0061":2}',
        b'{"a":":","a":1}',
        b'[{"a":{"b":1,"c":2,"b":3}}]',
        b'{"a":NaN}',
        b'{"a":Infinity}',
        b'{"a":-Infinity}',
        b'{"a":1e999}',
        b'{"a":9223372036854775808}',
        b'{"a":-9223372036854775809}',
        b'{"a":' + b"9" * 10_000 + b"}",
        b'{"a":"\\ud800"}',
        b'{"a":"\\udc00\\ud800"}',
        b'{"\\ud800":1}',
        b'{"a":"\xed\xa0\x80"}',
        b'{"a":"\xff"}',
        b'{"a":"\x00"}',
        b'\xef\xbb\xbf{"a":1}',
        b"\xff\xfe{\x00}\x00",
        b"[" * 33 + b"]" * 33,
        b'{"a":' * 33 + b"1" + b"}" * 33,
        b"[" * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"":' * 60_000,
        b"{" + b",".join(b'"%d":1' % number for number in range(1001)) + b"}",
        b"[" + b",".join(b'{"a":1}' for _ in range(1001)) + b"]",
        b'"' + b'\\"' * 120_000,
        b'{"a":1} {"b":2}',
        b"{'a':1}",
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(raw: bytes) -> None:
    with pytest.raises(NotStrictJson):
        parse_json(raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"[" * 32 + b"]" * 32,
        b'{"a":"' + b"[{" * 5000 + b'"}',
        b'{"a":"at 12:30: \\"x\\": y","b":1}',
        b"[" + b",".join(b"[1]" for _ in range(500)) + b"]",
        b"{" + b",".join(b'"%d":1' % number for number in range(1000)) + b"}",
        b'{"a":-9223372036854775808,"b":9223372036854775807}',
        '{"a":"\U0001f600 \\ud83d\\ude00"}'.encode(),
    ],
)
def test_what_only_looks_dangerous_is_read(raw: bytes) -> None:
    assert parse_json(raw) == json.loads(raw)
