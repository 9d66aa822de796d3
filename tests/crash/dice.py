"""Chance that a seed decides: the same throws for the same seed, on any machine."""

import hashlib


class Dice:
    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._thrown = 0

    def below(self, most: int) -> int:
        self._thrown += 1
        digest = hashlib.sha256(f"{self._seed} {self._thrown}".encode()).digest()
        return int.from_bytes(digest[:4], "big") % most

    def one_in(self, most: int) -> bool:
        return self.below(most) == 0
