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
        ("es", "ahora cuánto me queda", "how much is left"),
        ("es", "ahora no, mañana", "not now , tomorrow"),
        ("fr", "j'ai dépensé 20 d'essence", "i spent 20 on essence"),
        ("fr", "café 2€50", "cafe 2,50€"),
        ("fr", "il me reste combien", "how much is left"),
        ("fr", "il a payé 30", "he paid 30"),
        ("fr", "Jean a dépensé 50 en bières", "jean he paid 50 in bieres"),
        ("fr", "la voiture d'Anna a coûté 12000", "anna's voiture was 12000"),
        ("fr", "le cadeau d'Anna a coûté 40", "the cadeau of anna cost 40"),
        ("fr", "est-ce que j'ai dépensé 20 en taxi", "i spent 20 on taxi ?"),
        ("fr", "rendez-vous à 22h30", "we meet at 22:30"),
        ("fr", "préviens-moi à 80 et 100", "alert me at 80% and 100%"),
        ("es", "le pagué al fontanero 80", "paid 80 to fontanero"),
        ("de", "gestern hab ich 80 für Schuhe ausgegeben", "yesterday i spent 80 for schuhe"),
        ("de", "wie viel kann ich pro Tag ausgeben", "how much can i spend per day"),
        ("de", "mein Bruder hat 50 bezahlt", "my brother paid 50"),
        ("de", "ich muss 50 zahlen", "i have to pay 50"),
        ("de", "Kaffeebudget 50", "kaffee budget 50"),
        ("de", "20 fuer Pizza", "20 for pizza"),
        ("de", "gestren 20", "yesterday 20"),
        ("de", "trag mal 8 Euro für Kaffee ein", "log 8 euro for kaffee"),
        ("de", "3 mal 4", "3 times 4"),
        ("de", "kann ich mir den neuen roten Laptop leisten", "can i afford the new roten laptop"),
        ("de", "hat mir. 20 überwiesen", "has me . 20 transferred"),
        ("de", "es wären 25 gewesen", "it would be 25 gewesen"),
        ("de", "es waren 25", "it was 25"),
        ("de", "habe 15 für Pizza und 6 für Bier bezahlt", "i paid 15 for pizza and 6 for bier"),
        ("de", "gestern 500 aufs Sparkonto überwiesen", "transferred 500 to savings yesterday"),
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
