"""Which currency a symbol, a code or a word means to the reader."""

from functools import lru_cache

from bot.domain.decision import Reader
from bot.domain.money import is_currency

_DOLLARS = frozenset("USD AUD CAD NZD SGD HKD TWD BSD BBD BZD BMD BND FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD".split())
_PESOS = frozenset("MXN ARS CLP COP UYU DOP CUP PHP".split())
_POUNDS = frozenset("GBP EGP LBP SYP SDG SSP GIP FKP SHP".split())
_RUPEES = frozenset("INR PKR LKR NPR MUR SCR".split())
_CROWNS = frozenset("SEK NOK DKK ISK CZK".split())
_FRANCS = frozenset("CHF XAF XOF XPF CDF RWF BIF DJF GNF KMF".split())
_DINARS = frozenset("KWD BHD JOD IQD LYD TND DZD RSD MKD".split())
_FAMILIES: dict[str, tuple[frozenset[str], str]] = {
    "$": (_DOLLARS | _PESOS, "USD"),
    "dollar": (_DOLLARS, "USD"),
    "buck": (_DOLLARS, ""),
    "cent": (frozenset(), ""),
    "peso": (_PESOS, "MXN"),
    "pound": (_POUNDS, "GBP"),
    "quid": (_POUNDS, "GBP"),
    "£": (_POUNDS, "GBP"),
    "rupee": (_RUPEES, "INR"),
    "rs": (_RUPEES, "INR"),
    "re": (_RUPEES, "INR"),
    "kr": (_CROWNS, "SEK"),
    "kronor": (_CROWNS, "SEK"),
    "krona": (_CROWNS, "SEK"),
    "kroner": (_CROWNS, "NOK"),
    "franc": (_FRANCS, "CHF"),
    "franken": (_FRANCS, "CHF"),
    "dinar": (_DINARS, "KWD"),
    "dirham": (frozenset({"AED", "MAD"}), "AED"),
    "riyal": (frozenset({"SAR", "QAR", "OMR", "YER"}), "SAR"),
    "shilling": (frozenset({"KES", "TZS", "UGX"}), "KES"),
    "¥": (frozenset({"JPY", "CNY"}), "JPY"),
}
_FIXED = {
    "€": "EUR", "euro": "EUR", "₹": "INR", "yen": "JPY", "yuan": "CNY", "rmb": "CNY", "₩": "KRW", "won": "KRW",
    "₽": "RUB", "ruble": "RUB", "rouble": "RUB", "₺": "TRY", "lira": "TRY", "₴": "UAH", "hryvnia": "UAH", "₦": "NGN",
    "naira": "NGN", "₱": "PHP", "฿": "THB", "baht": "THB", "₪": "ILS", "shekel": "ILS", "₫": "VND", "dong": "VND",
    "₡": "CRC", "₲": "PYG", "₵": "GHS", "cedi": "GHS", "₸": "KZT", "zloty": "PLN", "złoty": "PLN", "złotych": "PLN",
    "zł": "PLN", "zl": "PLN", "forint": "HUF", "ft": "HUF", "kč": "CZK", "koruna": "CZK", "koruny": "CZK", "lei": "RON",
    "ringgit": "MYR", "rm": "MYR", "rupiah": "IDR", "rp": "IDR", "reais": "BRL", "real": "BRL", "r$": "BRL",
    "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD", "s$": "SGD",
    "sg$": "SGD", "nt$": "TWD", "mx$": "MXN", "rand": "ZAR", "taka": "BDT", "sterling": "GBP", "loonie": "CAD",
}  # fmt: skip
# Codes that are also words: they count only in capitals.
_CODES_LIKE_WORDS = frozenset("ALL TRY CUP TOP MAD GEL PEN BOB RON MOP COP SOS BAM LAK MUR ERN NAD ANG BAN".split())
PREFIXES = frozenset({"rs", "rs.", "re", "rp", "rm", "kr", "r$", "us$", "chf"})
CENTS = frozenset("cent cents p pence penny pennies c ¢ paise centime centimes centimo centimos ct cts".split())
WORDS = frozenset(_FAMILIES) | frozenset(_FIXED) | CENTS | {"francs", "kronen", "quids"}


_PLAIN_WORDS = frozenset("real won sterling rand re all top try ft".split())


def is_plain_word(word: str, raw: str) -> bool:
    """Whether a word after a number says something else than its currency, unless it is in capitals."""
    return word in _PLAIN_WORDS and not raw.isupper()


def currency_of(word: str, raw: str, reader: Reader) -> str | None:
    """The ISO code for a lower-cased symbol, code or word, or None when it names no currency."""
    return _named(word, raw, reader.currency)


@lru_cache(maxsize=4096)
def _named(word: str, raw: str, own: str) -> str | None:
    word = word.rstrip(".")
    for key in (word, word.removesuffix("s")):
        if key in _FIXED:
            return _FIXED[key]
        family = _FAMILIES.get(key)
        if family:
            members, other = family
            if own in members or not other:
                return own
            return other
    if len(raw) == 3 and raw.isascii():
        code = raw.upper()
        if is_currency(code) and (raw == code or code not in _CODES_LIKE_WORDS):
            return code
    return None
