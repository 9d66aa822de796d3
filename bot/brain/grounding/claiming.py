"""Words that say something was done or will be, or how somebody stands: they are PAM's alone, for what she knows."""

from functools import cache

from bot.brain.grounding import english, french, german, spanish
from bot.brain.grounding.small_talk import asks_for_yes
from bot.brain.grounding.tokens import END, Token

_CLAIMS = {
    "en": english.CLAIMS + english.STANDING,
    "de": german.CLAIMS + german.STANDING,
    "es": spanish.CLAIMS + spanish.STANDING,
    "fr": french.CLAIMS + french.STANDING,
}
_FIRST = {"en": english.FIRST, "de": german.FIRST, "es": spanish.FIRST, "fr": french.FIRST}
_MAY = {"en": english.FIRST_MAY, "de": german.FIRST_MAY, "es": spanish.FIRST_MAY, "fr": french.FIRST_MAY}
# In Spanish the verb tells who does it: "transferiré", "envié". These are no verbs.
_NO_VERBS = frozenset("café té qué sé porqué bebé puré también José René André".lower().split())


@cache
def claim_words(language: str) -> frozenset[str]:
    """Those of every language PAM speaks, but where a word of another one is an everyday one in this."""
    own = set(_CLAIMS.get(language, _CLAIMS["en"]).split())
    every = {word for words in _CLAIMS.values() for word in words.split()}
    return frozenset(own | (every - _SHARED))


_SHARED = frozenset(
    "note notes change token listo hecho fixe lie valide complete active bloque cree creee regle retire traite accepte "
    "refuse autorise filed wired recuerdo clave abierto notee tan investi vire ouvert ferme confirme verifie corrige "
    "annule efface termine debite connecte restaure promis facture garanti arm pirate rico rica riche reich vole "
    "ruine".split()
)


def claims_in(tokens: list[Token], language: str, borne: frozenset[str]) -> bool:
    """Whether something is said to be done that no statement has the word for, or somebody speaks of what they do."""
    words = [token for token in tokens if token.kind == "word"]
    claims, first = claim_words(language), set(_FIRST.get(language, "").split())
    may = set(_MAY.get(language, "").split())
    if asks_for_yes(words, language, borne):
        return True
    for at, word in enumerate(words):
        if word.key in claims and word.key not in borne:
            return True
        after = words[at + 1] if at + 1 < len(words) else END
        before = words[at - 1] if at else END
        if word.key in first and not {after.key, before.key} & may and word.key not in borne:
            return True
        if language == "es" and _is_first_person(word) and word.key not in borne:
            return True
    return False


def _is_first_person(word: Token) -> bool:
    lower = word.text.lower()
    return len(lower) > 3 and lower.endswith("é") and lower not in _NO_VERBS
