"""What a memory may look like: names, relations, days. Whatever else is said, above all what PAM should do, is none."""

import re
import unicodedata
from datetime import date

from bot.domain.errors import Refused
from bot.domain.memory import Memory, MemoryKind
from bot.domain.relations import relation_of
from bot.domain.taxonomy import fold

LONGEST_NAME = 40
MOST_WORDS = 3
_JOINERS = str.maketrans("", "", "'’-&")
_DAY = re.compile(r"(\d\d)-(\d\d)")
# A year that has a 29th of February.
LEAP_YEAR = 2024
# What tells somebody to do something is no name, however it is written: it would be read to a language model.
_ORDERS = frozenset(
    (
        "always never ignore disregard override bypass skip approve approved confirm confirmed confirmation allow "
        "allowed authorize authorise authorized permit accept verify verified trust trusted obey follow pretend "
        "execute send pay transfer wire refund payment payments money limit limits rule rules policy policies "
        "instruction instructions prompt system admin administrator root assistant developer password code codes "
        "pin token key access without must should not all every any everything anything unlimited siempre nunca "
        "ignora ignorar aprueba aprobar confirma confirmar permite permitir envia enviar paga pagar pago pagos "
        "dinero limite limites regla reglas instrucciones sin todo todos contrasena toujours jamais ignore "
        "ignorer approuve approuver confirme confirmer autorise envoie envoyer payer paiement paiements argent "
        "regle regles consigne consignes sans tout tous immer niemals nie ignoriere ignorieren genehmige "
        "genehmigen bestatige bestatigen erlaube erlauben sende senden zahle zahlen uberweise zahlung zahlungen "
        "geld grenze regel regeln anweisung anweisungen ohne alle alles passwort"
    ).split()
)


def shaped(kind: MemoryKind, subject: str, value: str) -> Memory:
    """As it is kept. Raises Refused for anything that is not of that shape."""
    if kind == "person":
        relation = relation_of(value)
        if not relation:
            raise Refused("not_a_memory")
        return Memory(kind, name_written(subject), relation)
    if kind == "birthday":
        return Memory(kind, relation_of(subject) or (name_written(subject) if subject else ""), _day(value))
    return Memory(kind, "", name_written(value))


def name_written(text: str) -> str:
    """A name of one to three words of letters, each with a capital. Raises Refused where it is none."""
    words = unicodedata.normalize("NFC", text).split()
    name = " ".join(word[:1].upper() + word[1:] for word in words)
    if not 0 < len(words) <= MOST_WORDS or len(name) > LONGEST_NAME or not all(map(_is_word, words)):
        raise Refused("not_a_memory")
    return name


def _is_word(word: str) -> bool:
    """Letters, with an apostrophe, "-" or "&" among them."""
    return word[0].isalpha() and word.translate(_JOINERS).isalpha() and _ORDERS.isdisjoint(_parts(word))


def _parts(word: str) -> list[str]:
    return re.split("['’&-]", fold(word))


def _day(value: str) -> str:
    found = _DAY.fullmatch(value)
    if not found or not found[0].isascii():
        raise Refused("not_a_memory")
    try:
        day = date(LEAP_YEAR, int(found[1]), int(found[2]))
    except ValueError as fault:
        raise Refused("not_a_memory") from fault
    return f"{day:%m-%d}"


def day_of(value: str) -> date:
    """A kept birthday as a day of some year."""
    return date.fromisoformat(f"{LEAP_YEAR}-{value}")
