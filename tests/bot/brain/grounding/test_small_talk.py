"""Friendly words go out, claims about the person do not, with books read or not."""

import pytest

from bot.brain.deeds import is_idle
from bot.brain.grounding import ground
from bot.domain.statement import Statement
from tests.bot.brain.grounding.chat import CHAT, CLAIMED
from tests.bot.brain.grounding.scenes import listener, statements

# As of the answers out of the books, a refusal costs little.
MOSTLY = 0.85


@pytest.mark.parametrize("language", CHAT)
def test_small_talk_mostly_goes_out(language: str) -> None:
    said = [prose for prose in CHAT[language] if is_idle(prose) and ground(prose, (), listener(language)).holds]
    assert len(said) / len(CHAT[language]) >= MOSTLY


@pytest.mark.parametrize("language", CLAIMED)
def test_no_claim_goes_out_beside_what_the_books_say(language: str) -> None:
    (told,) = statements(language, "groceries")
    both = [prose for claim in CLAIMED[language] for prose in (f"{told.text} {claim}", f"{claim} {told.text}")]
    assert [prose for prose in both if ground(prose, (told,), listener(language)).holds] == []


@pytest.mark.parametrize("language", CLAIMED)
def test_no_claim_goes_out_where_nobody_looked(language: str) -> None:
    questions = {claim: ("", claim) for claim in CLAIMED[language]}
    said = [
        claim
        for claim, asked in questions.items()
        if any(is_idle(claim) and ground(claim, (), listener(language, question)).holds for question in asked)
    ]
    assert said == []


def test_what_a_statement_says_of_the_person_may_be_said() -> None:
    told = (Statement("You can afford it."),)
    assert ground("You can afford it.", told, listener("en")).holds


def test_a_category_is_no_small_talk_once_books_were_read() -> None:
    told = statements("en", "groceries")
    assert ground("Enjoy your coffee!", (), listener("en")).holds
    assert not ground("You spent $119.70 on groceries this month. It was coffee.", told, listener("en")).holds
