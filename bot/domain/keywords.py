"""STOP, START and HELP: words that mean the line itself, and come before everything else."""

import re
import unicodedata
from typing import Literal

import msgspec

LineWish = Literal["stop", "start", "help"]

# https://help.twilio.com/articles/223134027: the carrier's side answers these itself.
CARRIER: dict[str, LineWish] = {
    **dict.fromkeys("stop stopall unsubscribe cancel end quit revoke optout".split(), "stop"),
    **dict.fromkeys("start unstop yes".split(), "start"),
    **dict.fromkeys("help info".split(), "help"),
}

# What people say in es, fr, de, it, pt, nl, pl, sv, ru, tr: one confirmation each, by PAM.
SPOKEN: dict[str, LineWish] = {
    **dict.fromkeys(
        "alto parar baja cancelar arret arreter desabonner desinscrire stopp halt abmelden abbestellen aufhoren ferma "
        "fermare basta disiscriviti annulla pare sair afmelden stoppen wypisz zatrzymaj przestan sluta avsluta стоп "
        "отписаться хватит dur durdur iptal".split(),
        "stop",
    ),
    **dict.fromkeys(
        "iniciar comenzar empezar demarrer commencer anmelden starten inizia iniziare comecar aanmelden zacznij borja "
        "старт начать basla baslat".split(),
        "start",
    ),
}

# Cyrillic and Greek letters that look like Latin ones: STOP typed with a Cyrillic O is meant as STOP.
LOOKALIKES = str.maketrans(
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "ABEKMHOPCTYXaeopcyxABEZHIKMNOPTYX",
)


# "stop stop stop" is meant; a sentence or an amount is not.
LONGEST_WORD = 24
DIGIT = re.compile(r"\d")


class LineWord(msgspec.Struct, frozen=True):
    """What was wished, and whether the carrier's side answers it already."""

    wish: LineWish
    by_carrier: bool


def line_word(text: str, channel: str, *, stopped: bool) -> LineWord | None:
    """A message that is nothing but such a word.

    "yes" means START only to somebody who stopped. Away from SMS there is no carrier, and "cancel", "end", "quit",
    "yes" and "help" are ordinary words.
    """
    if len(text) > LONGEST_WORD or DIGIT.search(text):
        return None
    word = _bare(text)
    spoken = SPOKEN.get(word) or SPOKEN.get(_bare(text.translate(LOOKALIKES)))
    wish = CARRIER.get(word) or CARRIER.get(_bare(text.translate(LOOKALIKES)))
    if channel == "sms" and wish:
        if word == "yes" and not stopped:
            return None
        return LineWord(wish, by_carrier=text.strip().casefold() in CARRIER)
    if wish in ("stop", "start") and word in ("stop", "stopall", "unsubscribe", "start", "unstop", "optout"):
        return LineWord(wish, by_carrier=False) if word != "start" or stopped else None
    return LineWord(spoken, by_carrier=False) if spoken else None


def _bare(text: str) -> str:
    """Folded to letters and digits: case, accents, marks, spaces and invisible characters gone.

    Digits stay: "cancel 2" is not "cancel".
    """
    wide = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in wide if letter.isalnum())
