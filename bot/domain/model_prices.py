"""What models cost: OpenAI's price list as of August 2025, and what a call comes to by it.

A dated name costs as the model it is a snapshot of. A name that is not listed, a host's own model or a newer one, costs
as the dearest of its kind: a cap errs on the safe side. Not listed are models that think for minutes (``-pro``): they
cost more than anything here, and answer too late for a chat.
"""

import re
from decimal import Decimal
from typing import Protocol

import msgspec

# US dollars a million tokens: in, in from the vendor's cache, out. So a token costs as many millionths of a dollar.
_LANGUAGE = """
gpt-4o           2.50  1.25   10.00
gpt-4o-mini      0.15  0.075   0.60
gpt-4.1          2.00  0.50    8.00
gpt-4.1-mini     0.40  0.10    1.60
gpt-4.1-nano     0.10  0.025   0.40
gpt-5            1.25  0.125  10.00
gpt-5-mini       0.25  0.025   2.00
gpt-5-nano       0.05  0.005   0.40
o3               2.00  0.50    8.00
o4-mini          1.10  0.275   4.40
"""
# The same, in alone.
_EMBEDDING = """
text-embedding-3-small  0.02
text-embedding-3-large  0.13
"""
# US dollars a minute of sound.
_TRANSCRIPTION = """
gpt-4o-mini-transcribe  0.003
gpt-4o-transcribe       0.006
whisper-1               0.006
"""

# The list has three decimals: counted in thousandths all of it is whole.
THOUSANDTHS = 1000
# A token is about four characters of English, three of German, and two where words are rare.
CHARACTERS_OF_A_TOKEN = 2
USUAL_CHARACTERS_OF_A_TOKEN = 4
SECONDS_OF_A_MINUTE = 60
MICRO_USD = 1_000_000
_SNAPSHOT = re.compile(r"(?:-\d{4}-\d{2}-\d{2}|(?:-chat)?-latest)$")


class Tokens(Protocol):
    """What a vendor counted; the cached ones are among those that went in."""

    @property
    def tokens_in(self) -> int: ...
    @property
    def tokens_cached(self) -> int: ...
    @property
    def tokens_out(self) -> int: ...


class Price(msgspec.Struct, frozen=True):
    """In thousandths: of a dollar a million tokens of each sort, or a minute of sound."""

    each_in: int
    each_cached: int = 0
    each_out: int = 0


def is_listed(model: str) -> bool:
    return model in _PRICES or _SNAPSHOT.sub("", model) in _PRICES


def cost_of(model: str, used: Tokens) -> int:
    """Millionths of a dollar, rounded up."""
    price = _priced(model, _PRICES)
    cached = min(used.tokens_cached, used.tokens_in)
    fresh = used.tokens_in - cached
    return _rounded_up(fresh * price.each_in + cached * price.each_cached + used.tokens_out * price.each_out)


def most_it_can_cost(model: str, characters_in: int, most_tokens_out: int) -> int:
    """What to hold for a call before it begins: as if little of its text made a token, and the answer were the longest.

    Millionths of a dollar.
    """
    price = _priced(model, _PRICES)
    return _rounded_up(tokens_of(characters_in) * price.each_in + most_tokens_out * price.each_out)


def tokens_of(characters: int) -> int:
    """At most, where nobody counted them."""
    return -(-characters // CHARACTERS_OF_A_TOKEN)


def tokens_about(characters: int) -> int:
    """As English mostly comes to, where nobody counted them."""
    return -(-characters // USUAL_CHARACTERS_OF_A_TOKEN)


def cost_of_embedding(model: str, tokens: int) -> int:
    """Millionths of a dollar, rounded up."""
    return _rounded_up(tokens * _priced(model, _EMBEDDINGS).each_in)


def cost_of_sound(model: str, seconds: int) -> int:
    """Transcribing it: millionths of a dollar, rounded up."""
    of_a_minute = _priced(model, _TRANSCRIPTIONS).each_in
    return _rounded_up(-(-seconds * of_a_minute * MICRO_USD // SECONDS_OF_A_MINUTE))


def _rounded_up(thousandths: int) -> int:
    return -(-thousandths // THOUSANDTHS)


def _priced(model: str, prices: dict[str, Price]) -> Price:
    return prices.get(model) or prices.get(_SNAPSHOT.sub("", model)) or prices[""]


def _read(table: str) -> dict[str, Price]:
    """By name; under "" the dearest there is of each sort."""
    prices: dict[str, Price] = {}
    for line in table.strip().splitlines():
        name, *dollars = line.split()
        prices[name] = Price(*(int(Decimal(each) * THOUSANDTHS) for each in dollars))
    every = prices.values()
    prices[""] = Price(
        max(each.each_in for each in every),
        max(each.each_cached for each in every),
        max(each.each_out for each in every),
    )
    return prices


_PRICES, _EMBEDDINGS, _TRANSCRIPTIONS = _read(_LANGUAGE), _read(_EMBEDDING), _read(_TRANSCRIPTION)
