"""Whether a model's words tell of something done, or of money no look was made at: PAM alone tells of either."""

import re

from bot.domain.statement import Statement
from bot.domain.taxonomy import fold

LONGEST_CHAT = 280
# The person's own, or what she is there for: "I look after your money", "a money assistant". That tells nothing.
_YOURS = re.compile(
    r"\b(?:your|about|dein|ihr|tu|su|ton|votre|tuo) (?:money|geld|dinero|argent|soldi)\b"
    r"|\bmoney (?:assistant|helper)\b|\bgeld(?:assistent|helfer)(?:in)?\b"
    r"|\b(?:asistente|ayudante) de dinero\b|\bassistante? d.argent\b"
)
# How words begin, folded. Also in tongues PAM does not speak herself: a model may.
_MONEY = re.compile(r"\b(?:pay|paid|money|geld|zahl|bezahl|dinero|pag[aou]|argent|paie|soldi|betal)\w*")
_DONE = re.compile(
    r"\b(?:transfer|refund|sent\b|wired|approv|confirm|handled|success|complet|done\b|settled|went through|"
    r"gone through|taken care|on its way|uberw|gesend|erledig|genehm|bestat|ist raus|enviad|listo\b|hech[oa]\b|aprob|"
    r"virement|envoy|c.est fait|approuv|effectu|fatto\b|inviat|bonific|skick|klart\b|gjort|betaald|gedaan|verzonden|"
    r"przel|zaplac|odesl)\w*"
)


def tells_of_deeds(prose: str, statements: tuple[Statement, ...]) -> bool:
    """Words that the statements have themselves are theirs."""
    told = fold(" ".join(statement.text for statement in statements))
    return any(found[0] not in told for found in _DONE.finditer(fold(prose)))


def is_idle(prose: str) -> bool:
    """Whether it could be said of anybody on any day: all that is said without a look at the books."""
    words = _YOURS.sub(" ", fold(prose))
    return len(prose) <= LONGEST_CHAT and not _MONEY.search(words) and not _DONE.search(words)
