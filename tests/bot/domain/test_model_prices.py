"""What a call costs by the price list, always in whole millionths of a dollar."""

import pytest

from bot.domain.model_prices import cost_of, cost_of_embedding, cost_of_sound, most_it_can_cost
from bot.ports.language_model import Usage

MILLION = 1_000_000
DEAREST = 2_500_000 + 10_000_000


@pytest.mark.parametrize(
    ("model", "micro_usd"),
    [
        ("gpt-4o", 12_500_000),
        ("gpt-4o-2024-08-06", 12_500_000),
        ("gpt-4o-mini", 750_000),
        ("gpt-4o-mini-2024-07-18", 750_000),
        ("gpt-4.1-nano", 500_000),
        ("gpt-5", 11_250_000),
        ("gpt-5-chat-latest", 11_250_000),
        ("gpt-5-mini-2025-08-07", 2_250_000),
        ("gpt-5-nano", 450_000),
        ("o4-mini", 5_500_000),
        # Neither listed nor a snapshot of what is: as the dearest.
        ("gpt-5-pro", DEAREST),
        ("ft:gpt-4o-mini-2024-07-18:house", DEAREST),
        ("llama3.1:8b", DEAREST),
        ("", DEAREST),
    ],
)
def test_a_million_tokens_each_way_cost_what_the_list_says(model: str, micro_usd: int) -> None:
    assert cost_of(model, Usage(tokens_in=MILLION, tokens_out=MILLION)) == micro_usd


def test_cached_tokens_are_among_those_that_went_in_and_cost_less() -> None:
    assert cost_of("gpt-5-mini", Usage(tokens_in=1000, tokens_cached=800, tokens_out=100)) == 50 + 20 + 200
    assert cost_of("gpt-5-mini", Usage(tokens_in=10, tokens_cached=800)) == 1


def test_a_part_of_a_millionth_is_a_whole_one() -> None:
    assert cost_of("gpt-5-nano", Usage(tokens_in=1)) == 1
    assert cost_of("gpt-5-nano", Usage()) == 0


def test_what_a_call_can_cost_is_more_than_it_does() -> None:
    text = "how much did we spend on eating out in October, and on what?"
    most = most_it_can_cost("gpt-5-mini", len(text), 700)
    assert most == 8 + 1400
    assert most > cost_of("gpt-5-mini", Usage(tokens_in=len(text) // 4, tokens_out=700))


@pytest.mark.parametrize(
    ("model", "seconds", "micro_usd"),
    [
        ("gpt-4o-mini-transcribe", 60, 3_000),
        ("whisper-1", 60, 6_000),
        ("whisper-1", 1, 100),
        ("a-hosts-own", 60, 6_000),
    ],
)
def test_sound_costs_by_the_minute(model: str, seconds: int, micro_usd: int) -> None:
    assert cost_of_sound(model, seconds) == micro_usd


def test_embedding_costs_by_the_token() -> None:
    assert cost_of_embedding("text-embedding-3-small", MILLION) == 20_000
    assert cost_of_embedding("a-hosts-own", MILLION) == 130_000
