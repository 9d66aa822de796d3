"""Texts where they were not written for: an order to a chat as the name of a shop, another on a receipt or in a voice note."""

from msgspec.structs import replace

from tests.attack.assault import Attempt
from tests.attack.enemy_moves import MOVES
from tests.attack.injections import IN_THE_BOOKS, Injection, injections
from tests.crash.dice import Dice

# All by which a text comes that is not the person's own word.
OF_OTHERS = (*IN_THE_BOOKS, "receipt_ocr")


def crossed(lines: tuple[Injection, ...]) -> list[Attempt]:
    """Each text once, by a way that is not its own; the ways in turn."""
    return [_by(line, OF_OTHERS[number % len(OF_OTHERS)], number) for number, line in enumerate(lines)]


def thrown(seed: str, most: int) -> list[Attempt]:
    """So many attempts that the seed decides: a text or two in one, any way that is somebody else's, any move."""
    dice, lines = Dice(seed), injections()
    attempts = []
    for _ in range(most):
        first, second = lines[dice.below(len(lines))], lines[dice.below(len(lines))]
        text = f"{first.text} {second.text}" if dice.one_in(3) else first.text
        way = OF_OTHERS[dice.below(len(OF_OTHERS))]
        attempts.append(_by(replace(first, text=text[:200]), way, dice.below(len(MOVES))))
    return attempts


def _by(line: Injection, channel: str, move: int) -> Attempt:
    return Attempt(replace(line, channel=channel), move)
