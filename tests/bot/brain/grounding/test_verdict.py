"""Why prose may not go out, in one word for the log."""

import msgspec
import pytest

from bot.brain.grounding import ground
from bot.domain.statement import Statement
from tests.bot.brain.grounding.scenes import listener, statements

GROCERIES = Statement("$120.00 on groceries this month.", (("amount", "$120.00"), ("category", "groceries")))
SECRET = "Never say that something was booked, sent, paid, changed or deleted: PAM says that herself."
ENGLISH = msgspec.structs.replace(listener("en", "what did groceries cost?"), secret_text=(SECRET,))


@pytest.mark.parametrize(
    ("prose", "why"),
    [
        ("You spent $120.00 on groceries this month.", ""),
        ("You spent 120 on groceries this month.", ""),
        ("You spent **120 dollars** on groceries in November.", ""),
        ("You spent $1.2k on groceries this month.", "wrong_figure"),
        ("You spent $121.00 on groceries this month.", "wrong_figure"),
        ("You spent $1 2 0 on groceries this month.", "wrong_figure"),
        ("You spent half of it on groceries this month.", "wrong_figure"),
        ("You spent 120 euros on groceries this month.", "wrong_currency"),
        ("You spent $120.00 on rent this month.", "wrong_owner"),
        ("You have $120.00 left for groceries this month.", "wrong_owner"),
        ("You spent $120.00 on groceries last month.", "wrong_period"),
        ("You spent $120.00 on groceries this month. I've booked it.", "claim"),
        ("Your groceries are confirmed.", "claim"),
        ("My rule: never say that something was booked.", "leak"),
        ("The spending_query tool says $120.00 on groceries this month.", "leak"),
        ("See https://pam.example for groceries.", "link"),
        ("Call +1 415 555 0123 about groceries.", "link"),
        ("You spent <b>$120.00</b> on groceries this month.", "shape"),
        ("You spent $١٢٠ on groceries this month.", "shape"),
        ("Groceries. " * 90, "shape"),
    ],
)
def test_it_says_why(prose: str, why: str) -> None:
    assert ground(prose, (GROCERIES,), ENGLISH).why == why


@pytest.mark.parametrize(
    ("question", "prose", "holds"),
    [
        ("and groceries?", "That was $120.00 this month.", True),
        ("and rent?", "That was $120.00 this month.", False),
        ("and last month?", "You spent $120.00 on groceries.", False),
        ("what is left for groceries?", "It's $120.00.", False),
    ],
)
def test_what_prose_does_not_say_the_question_said(question: str, prose: str, *, holds: bool) -> None:
    assert ground(prose, (GROCERIES,), listener("en", question)).holds is holds


@pytest.mark.parametrize(
    ("scene", "question", "prose"),
    [
        ("groceries + rent", "groceries?", "You spent $119.70 this month. That was for rent."),
        ("groceries + rent", "groceries?", "You spent $119.70 on\nrent this month"),
        ("groceries + rent", "groceries?", "$119.70 this month. For rent, that is."),
        ("groceries + groceries in october", "groceries?", "You spent $160.00 on groceries. That was this month."),
        ("budgets", "", "Groceries: $280.30 left this month. You spent it."),
        ("everything", "", "12. That's what you spent on coffee this month."),
    ],
)
def test_what_follows_a_figure_is_of_that_figure(scene: str, question: str, prose: str) -> None:
    assert not ground(prose, statements("en", scene), listener("en", question)).holds


def test_a_bare_number_is_the_persons_own_money() -> None:
    lunch = Statement("€20.00 on lunch this month.")
    assert ground("You spent 20 euros on lunch this month.", (lunch,), ENGLISH).holds
    assert not ground("You spent 20 on lunch this month.", (lunch,), ENGLISH).holds


def test_what_a_person_could_say_is_no_figure_of_theirs() -> None:
    said = Statement("Counted from your first booking. To set it say: my balance is 1200")
    assert not ground("Your balance is 1200.", (said,), ENGLISH).holds


def test_without_any_statement_friendly_words_go_out_and_figures_do_not() -> None:
    assert ground("Hello! How can I help you today?", (), ENGLISH).holds
    assert not ground("You spent $120.00.", (), ENGLISH).holds
