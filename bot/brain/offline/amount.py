"""An amount as read from a text: clear, ambiguous or unreadable."""

from decimal import Decimal

import msgspec

# Time, weight, distance and the like: a number before one of these is no money.
MEASURES = frozenset(
    "oz kg g gm gms mg lb lbs ml l litre litres liter liters km kms mile miles m cm mm ft inch inches min mins minute "
    "minutes hour hours hr hrs h sec seconds day days week weeks month months year years yr yrs night nights percent % "
    "people persons person guests friends kids children dogs cats times calories kcal cal steps degrees gb mb tb kwh "
    "mph kmh yo old pages points stars reps sets followers emails messages episodes mbps kbps watts volts psi rpm "
    "hp cc cl dl mcg cups slices laps rounds reps runs goals".split()
)


class Amount(msgspec.Struct, gc=False):
    """``readings``: one when it is clear, more when it must be asked, none when it is a figure nobody can read.

    ``marked``: a currency or decimals were written, so it can be nothing but money. ``sign``: "+" as written, "x" for
    a count ("2x"). ``whole``: the figure as a plain number, -1 when it is none. ``below``: the readings of what is said
    to be zero or below: no sum of money, but a balance can be there.
    """

    readings: tuple[Decimal, ...]
    currency: str
    marked: bool
    sign: str = ""
    whole: int = -1
    below: tuple[Decimal, ...] = ()

    @property
    def amount(self) -> Decimal:
        return self.readings[0]


def unreadable(currency: str) -> Amount:
    return Amount((), currency, marked=True)
