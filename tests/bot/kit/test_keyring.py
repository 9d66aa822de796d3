"""The keyring: what it seals only it opens, and a rotation loses nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.kit.keyring import Keyring, Unsealable

OLD, NEW = "the old secret", "the new secret"
RING = Keyring((NEW,))
ROTATED = Keyring((NEW, OLD))


@given(st.binary(max_size=5000))
def test_what_is_sealed_opens(plain: bytes) -> None:
    assert RING.open(RING.seal(plain)) == plain


def test_sealing_twice_looks_different_and_shows_nothing() -> None:
    first, second = RING.seal(b"a private word"), RING.seal(b"a private word")
    assert first != second
    assert b"private" not in first


@given(st.binary(max_size=40), st.integers(0, 200), st.integers(1, 255))
def test_a_changed_byte_is_noticed(plain: bytes, place: int, change: int) -> None:
    sealed = bytearray(RING.seal(plain))
    sealed[place % len(sealed)] ^= change
    with pytest.raises(Unsealable):
        RING.open(bytes(sealed))


@pytest.mark.parametrize("length", range(45))
def test_what_is_cut_short_is_noticed(length: int) -> None:
    sealed = RING.seal(b"a private word")
    assert len(sealed) > length
    with pytest.raises(Unsealable):
        RING.open(sealed[:length])


def test_after_a_rotation_the_old_secret_still_reads_and_the_new_one_writes() -> None:
    before = Keyring((OLD,)).seal(b"word")
    assert ROTATED.open(before) == b"word"
    assert RING.open(ROTATED.seal(b"word")) == b"word"
    with pytest.raises(Unsealable):
        Keyring((OLD,)).open(ROTATED.seal(b"word"))


def test_a_secret_that_was_taken_away_reads_nothing_more() -> None:
    with pytest.raises(Unsealable):
        RING.open(Keyring((OLD,)).seal(b"word"))


def test_a_fingerprint_is_the_same_for_the_same_value_and_key_alone() -> None:
    first = RING.fingerprint("address sms", "+14155550123")
    assert first == RING.fingerprint("address sms", "+14155550123")
    assert len({first, RING.fingerprint("address telegram", "+14155550123"), RING.fingerprint("address sms", "1")}) == 3
    assert first != Keyring((OLD,)).fingerprint("address sms", "+14155550123")


def test_a_purpose_and_a_value_do_not_run_into_each_other() -> None:
    assert RING.fingerprint("code", "1 2") != RING.fingerprint("code 1", "2")


def test_look_ups_go_by_every_secret_the_newest_first() -> None:
    old, new = Keyring((OLD,)).fingerprint("code", "1"), RING.fingerprint("code", "1")
    assert ROTATED.fingerprints("code", "1") == (new, old)
    assert ROTATED.fingerprint("code", "1") == new


@pytest.mark.parametrize("secrets", [(), ("",), ("good", "")])
def test_there_is_no_ring_without_a_secret(secrets: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="secret"):
        Keyring(secrets)
