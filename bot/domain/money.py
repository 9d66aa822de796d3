"""Money: integer minor units and an ISO 4217 currency, never a float.

The exponents are ISO 4217's (its table of active currencies), which differ from CLDR's display digits
for a dozen currencies; the payment provider has exceptions of its own, listed apart.
"""

from decimal import Context, Decimal

import msgspec

from bot.domain.errors import Refused

ZERO_DECIMALS = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split())
THREE_DECIMALS = frozenset("BHD IQD JOD KWD LYD OMR TND".split())
TWO_DECIMALS = frozenset(
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY "
    "COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS "
    "INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR "
    "MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD "
    "SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG".split()
)

# https://docs.stripe.com/currencies: ISK and UGX are sent as if they had two decimals, MGA as if it had none, and the
# last digit of three decimals must be 0.
STRIPE_EXPONENTS = {"ISK": 2, "UGX": 2, "MGA": 0}
STRIPE_STEPS = dict.fromkeys(THREE_DECIMALS, 10)

# 10^15 minor units: a hundred times the largest private fortune in cents, and far inside 64 bits.
LARGEST_MINOR = 10**15
# No message is longer than its 4,096 characters: nothing is rounded before it is looked at.
EXACTLY = Context(prec=5000)


def exponent_of(currency: str) -> int:
    """Decimals of a currency. Raises Refused for a code that is not an active ISO 4217 currency."""
    if currency in TWO_DECIMALS:
        return 2
    if currency in ZERO_DECIMALS:
        return 0
    if currency in THREE_DECIMALS:
        return 3
    raise Refused("unknown_currency", currency=currency)


def is_currency(code: str) -> bool:
    return code in TWO_DECIMALS or code in ZERO_DECIMALS or code in THREE_DECIMALS


class Money(msgspec.Struct, frozen=True):
    """An exact amount. Sums and differences only within one currency."""

    minor: int
    currency: str

    @classmethod
    def of(cls, amount: Decimal, currency: str) -> "Money":
        """From a decimal amount. Raises Refused for a fraction of a minor unit, not a number, or too much."""
        exponent = exponent_of(currency)
        if not amount.is_finite() or abs(amount.adjusted()) > 20:
            raise Refused("amount_out_of_range")
        minor = amount.scaleb(exponent, EXACTLY)
        if minor != minor.to_integral_value():
            raise Refused("amount_too_fine", currency=currency, decimals=exponent)
        if abs(minor) > LARGEST_MINOR:
            raise Refused("amount_out_of_range")
        return cls(int(minor), currency)

    @property
    def amount(self) -> Decimal:
        return Decimal(self.minor).scaleb(-exponent_of(self.currency))

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other), self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def _same(self, other: "Money") -> int:
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add up")
        return other.minor


def stripe_minor(money: Money) -> int:
    """The payment provider's integer for an amount, by its own table. Raises Refused for what it cannot take."""
    exponent = exponent_of(money.currency)
    theirs = STRIPE_EXPONENTS.get(money.currency, exponent)
    step = STRIPE_STEPS.get(money.currency, 10 ** max(exponent - theirs, 0))
    if money.minor % step:
        raise Refused("amount_too_fine", currency=money.currency, decimals=exponent - len(str(step)) + 1)
    return money.minor * 10 ** max(theirs - exponent, 0) // 10 ** max(exponent - theirs, 0)
