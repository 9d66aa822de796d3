"""Told in English: the words, their order, and what the person wrote for each."""

import pytest

from bot.brain.offline.pieces import texts
from bot.brain.offline.tokens import tokenise
from bot.brain.offline.tongues import in_english


def told(text: str, language: str) -> str:
    return " ".join(piece.word for piece in in_english(tokenise(text), language))


@pytest.mark.parametrize(
    ("language", "text", "english"),
    [
        ("es", "gasté 20 en pizza", "spent 20 on pizza"),
        ("es", "mi hermano gastó 20", "my brother spent 20"),
        ("es", "hace 3 días", "3 days ago"),
        ("es", "las 5 últimas compras", "the last 5 purchases"),
        ("es", "le debo 12 a Ana", "i owe ana 12"),
        ("es", "15 de taxi", "15 on taxi"),
        ("es", "recibí 50 de mi abuela", "received 50 from my grandma"),
        ("es", "taxi veinte con cincuenta", "taxi twenty point fifty"),
        ("es", "no gasté nada", "i did not spend nothing"),
        ("fr", "j'ai dépensé 20 d'essence", "i spent 20 on essence"),
        ("fr", "café 2€50", "cafe 2,50€"),
        ("fr", "il me reste combien", "how much is left"),
        ("fr", "il a payé 30", "he paid 30"),
        ("de", "gestern hab ich 80 für Schuhe ausgegeben", "yesterday i spent 80 for schuhe"),
        ("de", "wie viel kann ich pro Tag ausgeben", "how much can i spend per day"),
        ("de", "mein Bruder hat 50 bezahlt", "my brother paid 50"),
        ("de", "ich muss 50 zahlen", "i have to pay 50"),
        ("de", "Kaffeebudget 50", "kaffee budget 50"),
        ("de", "20 fuer Pizza", "20 for pizza"),
        ("de", "gestren 20", "yesterday 20"),
    ],
)
def test_a_sentence_is_told_in_english_order(language: str, text: str, english: str) -> None:
    assert told(text, language) == english


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "recuérdame pagar la luz mañana"),
        ("fr", "rappelle-moi de payer l'électricité le 5"),
        ("de", "Kaffeebudget 50 pro Woche"),
    ],
)
def test_nothing_a_person_wrote_is_lost(language: str, text: str) -> None:
    assert texts(in_english(tokenise(text), language)) == text
