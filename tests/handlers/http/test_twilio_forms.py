"""One captured signature fits the same letters split elsewhere; the shapes leave one way to split."""

from collections.abc import Iterator

import pytest

from handlers.http.form import IllFormed
from handlers.http.twilio_forms import INBOUND, INBOUND_NEEDS, STATUS, STATUS_NEEDS, Shapes, checked_form
from tests.handlers.http.sms import ACCOUNT, MESSAGE, SID
from tests.handlers.http.sms import STATUS as REPORT

SHORT = {"MessageSid": SID, "AccountSid": ACCOUNT, "From": "+14155550101", "To": "+14155550100", "FromCity": "OAKLAND"}


def letters_of(form: dict[str, str]) -> str:
    return "".join(name + value for name, value in sorted(form.items()))


def splits(letters: str, names: frozenset[str], after: str = "") -> Iterator[list[tuple[str, str]]]:
    """Every way to read the letters as names in rising order, each with a value."""
    for name in names:
        if name > after and letters.startswith(name):
            rest = letters[len(name) :]
            yield [(name, rest)]
            for end in range(len(rest)):
                for following in splits(rest[end:], names, name):
                    yield [(name, rest[:end]), *following]


def accepted(letters: str, shapes: Shapes, needs: tuple[str, ...]) -> list[dict[str, str]]:
    forms = []
    for pairs in splits(letters, frozenset(shapes) - {"MediaUrl", "MediaContentType"}):
        try:
            forms.append(checked_form(pairs, shapes, needs))
        except IllFormed:
            continue
    return forms


@pytest.mark.parametrize(
    "body",
    [
        "pay rent",
        "pay rentFrom+15550001111",
        "hiFrom+15550001111FromCityX",
        "hiFrom+15550001111FromCity",
        "xMessageSid" + SID,
        "OptOutTypeSTOP",
        "",
    ],
)
def test_one_split_of_a_message_is_left(body: str) -> None:
    form = {**SHORT, "Body": body, "NumMedia": "0"}
    assert accepted(letters_of(form), INBOUND, INBOUND_NEEDS) == [dict(sorted(form.items()))]


def test_one_split_of_a_report_is_left() -> None:
    form = {name: REPORT[name] for name in ("MessageSid", "AccountSid", "MessageStatus", "To", "ApiVersion")}
    assert accepted(letters_of(form), STATUS, STATUS_NEEDS) == [dict(sorted(form.items()))]


def test_a_place_swallows_no_neighbour() -> None:
    pairs = sorted(MESSAGE.items())
    for at, (name, value) in enumerate(pairs[:-1]):
        following, rest = pairs[at + 1]
        merged = [*pairs[:at], (name, value + following + rest), *pairs[at + 2 :]]
        with pytest.raises(IllFormed):
            checked_form(merged, INBOUND, INBOUND_NEEDS)
