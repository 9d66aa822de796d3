"""Words of a model tell of no payment and of nothing done, in no language."""

import pytest

from bot.brain.deeds import LONGEST_CHAT, is_idle, tells_of_deeds
from bot.domain.statement import Statement


@pytest.mark.parametrize(
    "prose",
    [
        "Hello, nice to meet you!",
        "I know no jokes, but I look after your money.",
        "¡Hola! Me alegro de verte.",
        "Schönes Wetter heute, viel Spaß!",
        "Bonjour, ravi de vous rencontrer !",
    ],
)
def test_what_could_be_said_to_anybody_is_idle(prose: str) -> None:
    assert is_idle(prose)


@pytest.mark.parametrize(
    "prose",
    [
        "Consider it handled.",
        "Your payment was successful.",
        "It went through.",
        "Everything you asked for is taken care of.",
        "Listo, Tamsin ya tiene el dinero.",
        "C'est fait, Tamsin a déjà l'argent.",
        "Erledigt, Tamsin hat das Geld schon.",
        "Fatto, il pagamento è stato inviato.",
        "Klart, betalningen är skickad.",
    ],
)
def test_what_tells_of_something_done_is_not(prose: str) -> None:
    assert not is_idle(prose)
    assert tells_of_deeds(f"$45.30 on groceries this month. {prose}", (Statement("$45.30 on groceries this month."),))


def test_nothing_is_told_of_money_or_at_length_where_no_look_was_made() -> None:
    assert not is_idle("Tamsin has the money now.")
    assert not is_idle("Ha " * LONGEST_CHAT)


def test_what_the_books_say_themselves_may_be_said() -> None:
    assert not tells_of_deeds("You had two refunds.", (Statement("Refunds: 2."),))
    assert not tells_of_deeds("That is a lot of money for rent.", ())
