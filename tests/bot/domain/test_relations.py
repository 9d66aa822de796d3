"""Relations: one word of PAM's for each, said in every language she speaks."""

import pytest

from bot.domain.relations import RELATIONS, relation_of, wording_key
from bot.domain.wording import languages
from tests.bot.domain.test_translations import voice_of


@pytest.mark.parametrize(
    ("word", "relation"),
    [
        ("Mum", "mother"),
        ("hermana", "sister"),
        ("sœur", "sister"),
        ("Großmutter", "grandmother"),
        ("mother in law", "mother-in-law"),
        ("petite amie", "girlfriend"),
        ("female friend", "female friend"),
        ("administrator", ""),
        ("", ""),
    ],
)
def test_a_relation_is_known_by_its_word_in_any_language(word: str, relation: str) -> None:
    assert relation_of(word) == relation


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_relation_can_be_said(language: str) -> None:
    assert all(voice_of(language).knows(wording_key(relation)) for relation in RELATIONS)
