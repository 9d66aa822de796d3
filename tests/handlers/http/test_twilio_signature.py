"""Our way of checking a signature and the SDK's are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from multidict import MultiDict
from twilio.request_validator import RequestValidator

from handlers.http.twilio_signature import TwilioSignature, looks_like_signature

TOKENS = st.text(min_size=1, max_size=40)
ADDRESSES = st.sampled_from(
    [
        "https://pam.example.com/sms/inbound",
        "https://pam.example.com:443/sms/inbound",
        "https://pam.example.com:8443/sms/inbound",
        "http://127.0.0.1:8000/sms/inbound",
        "http://localhost/sms/status",
    ]
)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
FORMS = st.lists(st.tuples(WORDS, WORDS), max_size=12)


@given(TOKENS, ADDRESSES, FORMS, ADDRESSES)
def test_we_and_the_sdk_accept_the_same(token: str, address: str, form: list[tuple[str, str]], signed_for: str) -> None:
    sdk = RequestValidator(token)
    theirs = MultiDict(form)
    signed = sdk.compute_signature(signed_for, theirs)
    assert TwilioSignature(token, address).signs(signed.encode(), form) is sdk.validate(address, theirs, signed)
    assert looks_like_signature(signed.encode())


@given(TOKENS, FORMS, st.text(st.characters(codec="ascii"), max_size=30))
def test_we_and_the_sdk_refuse_the_same(token: str, form: list[tuple[str, str]], invented: str) -> None:
    address = "https://pam.example.com/sms/inbound"
    theirs = RequestValidator(token).validate(address, MultiDict(form), invented)
    assert TwilioSignature(token, address).signs(invented.encode(), form) is theirs


def test_an_empty_token_signs_nothing() -> None:
    with pytest.raises(ValueError, match="empty auth token"):
        TwilioSignature("", "https://pam.example.com/sms/inbound")
