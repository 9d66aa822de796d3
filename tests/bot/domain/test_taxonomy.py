"""Every word finds its place, and a scope covers exactly what lies below it."""

import pytest

from bot.domain.taxonomy import TAXONOMY, Place, Scope, covers, place_of, scope_of


def test_the_published_levels_are_about_a_dozen_groups_and_fifty_leaves() -> None:
    assert 12 <= len(TAXONOMY) <= 15
    assert 45 <= sum(len(leaves) for leaves in TAXONOMY.values()) <= 65


def test_no_leaf_lies_in_two_groups() -> None:
    leaves = [leaf for group in TAXONOMY.values() for leaf in group]
    assert len(leaves) == len(set(leaves))


@pytest.mark.parametrize(
    ("word", "group", "leaf"),
    [
        ("gas", "transport", "fuel"),
        ("Petrol", "transport", "fuel"),
        ("fuel", "transport", "fuel"),
        ("lunch", "food", "eating out"),
        ("restaurants", "food", "eating out"),
        ("movie tickets", "leisure", "movies"),
        ("winter coat", "shopping", "clothing"),
        ("lebensmittel", "food", "groceries"),
        ("supermercado", "food", "groceries"),
        ("comida", "food", "other"),
        ("café", "food", "coffee"),
        ("xyzzy", "other", "other"),
    ],
)
def test_a_word_lies_at_its_leaf_and_stays_itself(word: str, group: str, leaf: str) -> None:
    assert place_of(word) == Place(group, leaf, word)


@pytest.mark.parametrize(
    ("word", "kind", "key"),
    [
        (None, "all", ""),
        ("total", "all", ""),
        ("everything", "all", ""),
        ("food", "group", "food"),
        ("Essen", "group", "food"),
        ("transportation", "group", "transport"),
        ("groceries", "leaf", "groceries"),
        ("petrol", "leaf", "fuel"),
        ("dining", "leaf", "eating out"),
        ("lunch", "word", "lunch"),
        ("zumba", "word", "zumba"),
    ],
)
def test_a_scope_is_as_wide_as_its_word(word: str | None, kind: str, key: str) -> None:
    scope = scope_of(word)
    assert (scope.kind, scope.key) == (kind, key)


def test_a_group_covers_its_leaves_and_no_others() -> None:
    food = scope_of("food")
    assert covers(food, place_of("groceries"))
    assert covers(food, place_of("lunch"))
    assert covers(food, place_of("food"))
    assert not covers(food, place_of("fuel"))


def test_a_leaf_covers_what_means_the_same_and_what_is_narrower() -> None:
    dining = scope_of("dining")
    assert covers(dining, place_of("restaurant"))
    assert covers(dining, place_of("lunch"))
    assert not covers(dining, place_of("groceries"))


def test_a_narrower_word_covers_itself_alone() -> None:
    lunch = scope_of("lunch")
    assert covers(lunch, place_of("Lunches"))
    assert not covers(lunch, place_of("dinner"))


def test_everything_covers_the_unknown_too() -> None:
    assert covers(Scope("all", ""), place_of("xyzzy"))
