"""A question that waits for a yes or a no, answered in a word of any language PAM speaks."""

from bot.domain.decision import Choice, SkillCall
from bot.domain.taxonomy import fold

LEAVE_IT = SkillCall("leave_it")

_YES = frozenset(
    "yes y yep yeah yup ok okay sure please go book do right correct ja jo klar gerne genau si vale claro oui ouais "
    "d'accord exact".split()
)
_NO = frozenset("no n nope nah not wrong cancel nein ne falsch non faux mal".split())
_BESIDES = frozenset("it that this please so es das bitte lo por favor le la s'il te plait ahead thanks".split())


def answered(choices: tuple[Choice, ...], text: str) -> tuple[SkillCall, ...] | None:
    """What a yes or a no stands for, where the last choice is to leave it; a yes only where it means one thing."""
    if not choices or choices[-1].calls != (LEAVE_IT,):
        return None
    first, *others = fold(text).replace(",", " ").replace(".", " ").replace("!", " ").split() or [""]
    if not _BESIDES.issuperset(others):
        return None
    if first in _NO:
        return choices[-1].calls
    return choices[0].calls if first in _YES and len(choices) == 2 else None
