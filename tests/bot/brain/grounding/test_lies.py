"""A model that lies about figures never gets one through; one that tells the truth mostly does."""

import pytest

from tests.bot.brain.grounding.honest import HONEST, Told
from tests.bot.brain.grounding.lies import lies
from tests.bot.brain.grounding.scenes import holds

# What the tables stand at; a refusal costs no more than the skill's own words.
MOSTLY = 0.9
MANY = 5_000


@pytest.mark.parametrize("language", HONEST)
def test_what_is_true_mostly_goes_out(language: str) -> None:
    table = HONEST[language]
    told = [true for true in table if holds(language, true)]
    assert len(told) / len(table) >= MOSTLY


def test_no_lie_goes_out() -> None:
    told = list(lies())
    assert [lie for language, lie in told if holds(language, lie)] == []
    assert len(told) > MANY


def test_the_same_words_are_a_lie_beside_other_statements() -> None:
    true = Told("groceries", "", "You spent $119.70 on groceries this month.")
    assert holds("en", true)
    assert not holds("en", true._replace(scene="rent"))
