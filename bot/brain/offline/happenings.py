"""Verbs that tell of something else than money spent, in all their forms: "starts", "woke", "is leaving"."""

_REGULAR = (
    "accept act admit approve bounce decline ignore skip agree announce appear apply argue arrive ask attack "
    "attend avoid bake beat become begin "
    "believe belong bite boil "
    "borrow bring build burn carry catch cancel cause chase check cheat climb collect come complain compare "
    "consider contain continue "
    "cook count cover cross cry dance decide deliver demand depend deserve die differ dig disappear discuss doubt "
    "drop earn end enjoy escape expect expire explain explode express face fail fall feed feel fight find finish "
    "fit fold follow "
    "freeze gain get give grow guess happen hate hear hide hit hold hope hunt hurt imagine improve include "
    "increase invite "
    "jump keep kick kill kiss knock know land last laugh launch lead learn leave lend lie like listen live load "
    "look lose love "
    "make matter measure meet mention miss need notice occur offer open owe own pass pay perform pick plan plant play "
    "point prefer prepare pretend promise protect prove pull push quit quote raise rate reach realise realize "
    "recommend refuse reject "
    "rely remain remember remind remove repeat reply rise rob roll ruin run say score search see seem sell send "
    "shake shine "
    "shout show shut sign sing sink sit sleep smell smile snow speak stand stare start stay steal stick stop "
    "strike struggle "
    "study suffer suggest survive swear swim talk taste teach tear tell think threaten throw touch train translate "
    "travel "
    "trust try turn understand vote wait wake wander want warn watch wear weigh whisper win wish wonder work worry "
    "worth write yell"
)
_IRREGULAR = (
    "became began believed bit bled blew broke brought built burnt came chose crept drew drank drove fell fed felt "
    "fought flew found "
    "forgot froze grew heard hid held hurt kept knew laid led left lied lit made meant met quit rode rose ran said saw "
    "sang sank sat shook shone shot shut slept slid spoke stood stole struck swore swam taught tore thought told "
    "understood woke won wore wrote let lets dropped wanted needed hit hits leaving eyeing eyed"
)
_ELSEWHERE_NOUNS = frozenset(
    "bit last light like love loved show run ran play plan points point land landing offer offers plant plants "
    "sign count check roll "
    "rolls stick dance train study touch fit load end face rate rates open need needs wanted needed happy race throw "
    "meet drive jump shake shakes pass swim sleep throw knit collect finish build".split()
)
"""More often part of a thing's name or of courtesy: "a play", "race entry 30", "needed milk, 4.50"."""


def _forms(verb: str) -> set[str]:
    stem = verb.removesuffix("e")
    doubled = verb + verb[-1]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    plural = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    return {verb, plural, stem + "ed", stem + "ing", doubled + "ed", doubled + "ing"}


HAPPENINGS = frozenset(form for verb in _REGULAR.split() for form in _forms(verb)) | frozenset(_IRREGULAR.split())
HAPPENINGS -= _ELSEWHERE_NOUNS
