"""The tree of phrases: what goes on where, and which of two phrases is meant."""

from bot.brain.offline.tongues.phrase_tree import exactness, grown
from bot.brain.offline.tongues.tables import Phrase

OWE = Phrase(("ich", "schulde", "*", "#"), ("i", "owe", "<1>", "<2>"))
FINE = Phrase(("ich", "schulde", "*", "nichts"), ("i", "owe", "<1>", "nothing"))


def test_phrases_that_begin_alike_share_their_way() -> None:
    owing = grown([OWE, FINE]).following["ich"].following["schulde"].following["*"]
    assert owing.phrase is None
    assert {element: node.phrase for element, node in owing.following.items()} == {"#": OWE, "nichts": FINE}


def test_of_two_phrases_with_the_same_words_the_first_stays() -> None:
    again = Phrase(OWE.words, ("i", "lent", "<1>", "<2>"))
    node = grown([OWE, again])
    for element in OWE.words:
        node = node.following[element]
    assert node.phrase is OWE


def test_a_phrase_of_more_own_words_or_accents_is_the_exacter() -> None:
    assert exactness(FINE) > exactness(OWE)
    assert exactness(Phrase(("es", "wären"), ("it",))) > exactness(Phrase(("es", "waren"), ("it",)))
