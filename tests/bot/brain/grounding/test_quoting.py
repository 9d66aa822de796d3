"""What a statement says itself may be said word for word, where it stands as there."""

import pytest

from bot.brain.grounding import ground
from bot.domain.statement import Statement
from tests.bot.brain.grounding.scenes import PEOPLE, QUESTIONS, listener, statements

OPENERS = {
    "en": ("Here is how it stands:", "Let me see:", "Sure:", "Of course."),
    "de": ("Mal sehen:", "So sieht es aus:", "Natürlich."),
    "es": ("Veamos:", "Así está:", "Por supuesto."),
    "fr": ("Voyons :", "Voici ce qu'il en est :", "Bien sûr."),
}
LONG = Statement("$1,041.50 spent this month.\nrent $850.00\n2 more categories $191.50\nAnd 3 more.")


@pytest.mark.parametrize("language", PEOPLE)
def test_every_skills_own_words_hold(language: str) -> None:
    opener = OPENERS[language][0]
    texts = {scene: "\n".join(each.text for each in statements(language, scene)) for scene in QUESTIONS}
    prose = [(scene, said) for scene, text in texts.items() if text for said in (text, f"{opener}\n{text}")]
    assert [said for scene, said in prose if not _holds(language, scene, said)] == []


@pytest.mark.parametrize(("language", "opener"), [(each, opener) for each in OPENERS for opener in OPENERS[each]])
def test_an_opener_tells_nothing(language: str, opener: str) -> None:
    (statement,) = statements(language, "groceries")
    assert _holds(language, "groceries", f"{opener} {statement.text}")


def test_what_is_left_out_of_a_list_is_said_as_there() -> None:
    for prose in (LONG.text, "You spent $1,041.50 this month.\nrent $850.00\n2 more categories $191.50\nAnd 3 more."):
        assert ground(prose, (LONG,), listener("en")).holds


@pytest.mark.parametrize(
    ("scene", "prose"),
    [
        ("by month + groceries", "$119.70 on groceries this month.\nOctober: $119.70"),
        ("groceries + rent", "$119.70 on groceries this month.\nThat was for rent."),
        ("compared", "All in October: $160.00."),
        ("everything", "Your rent:\n$1,041.50 spent this month."),
        ("latest", "yesterday: $300.00 your main account -> vacation"),
    ],
)
def test_elsewhere_it_would_say_something_else(scene: str, prose: str) -> None:
    assert not _holds("en", scene, prose)


def _holds(language: str, scene: str, prose: str) -> bool:
    return ground(prose, statements(language, scene), listener(language)).holds
