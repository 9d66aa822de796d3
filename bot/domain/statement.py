"""A sentence of PAM's with what stands in it: what a model's prose is held against."""

import msgspec


class Statement(msgspec.Struct, frozen=True):
    """``text`` as it is said to the person; ``facts`` are what the template was filled with.

    A fact is its name in the template and how it is written: ("amount", "$45.30"), ("category", "groceries"),
    ("period", "this month"), ("person", "Ann").
    """

    text: str
    facts: tuple[tuple[str, str], ...] = ()
