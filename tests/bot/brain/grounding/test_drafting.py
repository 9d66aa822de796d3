"""What may be shown while an answer is written, and whether the whole of it says enough."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.brain.grounding import ground, plain, sayable, says_enough
from bot.domain.statement import Statement
from tests.bot.brain.grounding.honest import ENGLISH, Told
from tests.bot.brain.grounding.scenes import listener, statements

ALL = "Your spending this month totals $1,041.50. Most of it went on rent, at $850.00. Anything else?"


@pytest.mark.parametrize(
    ("so_far", "shown"),
    [
        ("", ""),
        ("Your spen", "Your"),
        ("Your spending this month totals $1,0", "Your spending this month totals"),
        ("Your spending this month totals $1,041.50.", "Your spending this month totals"),
        ("Your spending this month totals $1,041.50. Mo", "Your spending this month totals $1,041.50."),
        ("Your spending this month totals $1,041.60. Mo", ""),
        ("Your spending this month totals $850.00. Mo", ""),
        (ALL, ALL.removesuffix(" Anything else?") + " Anything"),
    ],
)
def test_a_figure_waits_for_its_whole_sentence(so_far: str, shown: str) -> None:
    assert sayable(so_far, statements("en", "everything"), listener("en")) == shown


@given(st.sampled_from(ENGLISH), st.integers(0, 300))
@settings(max_examples=150, deadline=None)
def test_what_is_shown_is_a_beginning_that_could_go_out(true: Told, length: int) -> None:
    listening = listener("en", true.question)
    shown = sayable(true.prose[:length], statements("en", true.scene), listening)
    assert plain(true.prose).startswith(shown)
    assert not shown or ground(shown, statements("en", true.scene), listening).holds


FRAGMENTS = (
    "$ 1 12. 119.70 , ( ) : - < % € of less than this month Nov rent budget a day nothing ½ \n Ⅻ １ \u200b".split(" ")
)


@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=25).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_whatever_is_written_is_judged(prose: str) -> None:
    said = (*statements("en", "compared"), Statement(prose))
    listening = listener("en", prose)
    assert sayable(prose, said, listening) in plain(prose)
    assert says_enough(prose, said, listening) <= ground(prose, said, listening).holds


@pytest.mark.parametrize(
    ("scene", "prose", "enough"),
    [
        ("groceries", "You spent $119.70 on groceries this month.", True),
        ("groceries", "You spent $119.70 on groceries in November.", True),
        ("groceries", "You spent $119.70 on groceries.", False),
        ("groceries", "Your groceries this month look fine.", False),
        ("groceries", "You spent $119.80 on groceries this month.", False),
        ("balance", "You have $200.00 in your savings account.", True),
        ("nothing", "You spent nothing on gym this month.", True),
    ],
)
def test_a_figure_and_its_days_are_enough(scene: str, prose: str, *, enough: bool) -> None:
    assert says_enough(prose, statements("en", scene), listener("en")) is enough


def test_markdown_is_made_plain() -> None:
    assert plain("## Hi\n\n- **Rent**: $850.00\n* Taxi: $2.00\n") == "Hi\nRent: $850.00\nTaxi: $2.00"
