"""recall: what a message is about comes first, by its words in any language, and by near meaning where it is known."""

from collections.abc import Iterable

import pytest

from bot.domain.ids import MemoryId
from bot.domain.memory import KeptMemory, Memory
from bot.services.memory_vectors import as_unit
from bot.services.recalling import for_the_prompt, recall

ANN, BOB = Memory("person", "Ann", "sister"), Memory("person", "Bob", "boss")
ANN_BORN, MUM_BORN = Memory("birthday", "Ann", "05-14"), Memory("birthday", "mother", "03-03")
WORK, HOME, CARLA = Memory("employer", "", "Acme"), Memory("home", "", "Lisbon"), Memory("person", "Carla", "mother")
ALL = (ANN, BOB, ANN_BORN, MUM_BORN, WORK, HOME, CARLA)


def kept(memories: Iterable[Memory]) -> list[KeptMemory]:
    return [KeptMemory(MemoryId(number), memory) for number, memory in enumerate(memories)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("how much does Ann owe me", ANN),
        ("when is Ann's birthday", ANN_BORN),
        ("what shall I get my sister for her birthday", ANN_BORN),
        ("¿cuándo es el cumpleaños de mi hermana?", ANN_BORN),
        ("wann hat meine Schwester Geburtstag", ANN_BORN),
        ("l'anniversaire de Carla", MUM_BORN),
        ("lunch with my boss", BOB),
        ("how far is work", WORK),
        ("dinner in lisbon", HOME),
    ],
)
def test_the_memory_a_message_is_about_comes_first(text: str, first: Memory) -> None:
    assert recall(kept(ALL), text)[0] == first


def test_a_message_about_nothing_remembered_recalls_nothing() -> None:
    assert recall(kept(ALL), "coffee 4.50") == []
    assert recall([], "Ann") == []


def test_no_more_than_wanted_come() -> None:
    many = [Memory("person", f"Ann {name}", "friend") for name in ("Ash", "Bay", "Cox", "Day", "Eck", "Fox")]
    assert len(recall(kept(many), "Ann")) == 5
    assert recall(kept(many), "ann cox", most=1) == [many[2]]


def test_near_meaning_counts_where_the_vectors_are_of_one_model() -> None:
    near, far = KeptMemory(MemoryId(1), WORK, (1.0, 0.0), "small"), KeptMemory(MemoryId(2), HOME, (0.0, 1.0), "small")
    asked = as_unit((9.0, 1.0))
    assert recall([far, near], "hm", asked, "small") == [WORK]
    assert recall([far, near], "lisbon", asked, "small") == [HOME, WORK]
    assert recall([far, near], "hm", asked, "large") == []
    assert recall([far, near], "hm", (1.0,), "small") == []


def test_a_model_is_told_kept_values_in_plain_english() -> None:
    assert for_the_prompt([ANN, WORK, HOME, ANN_BORN, MUM_BORN, Memory("birthday", "", "02-29")]) == (
        '"Ann" is the person\'s sister.',
        'The person works at "Acme".',
        'The person lives in "Lisbon".',
        '"Ann" has birthday on May 14.',
        "The person's mother has birthday on March 3.",
        "The person has birthday on February 29.",
    )
