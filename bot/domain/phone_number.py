"""Phone numbers as people write them, and as networks do (E.164)."""

import phonenumbers

from bot.domain.errors import Refused

# A short message to one of these can be charged for: to whoever sends it.
COSTLY = frozenset({phonenumbers.PhoneNumberType.PREMIUM_RATE, phonenumbers.PhoneNumberType.SHARED_COST})


def e164(written: str) -> str:
    """The number in E.164. Raises Refused when it is no valid international number, or costs whoever texts it."""
    try:
        number = phonenumbers.parse(written, None)
    except phonenumbers.NumberParseException:
        raise Refused("not_a_number", number=written) from None
    if not phonenumbers.is_valid_number(number) or phonenumbers.number_type(number) in COSTLY:
        raise Refused("not_a_number", number=written)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def country_of(number: str) -> str:
    """The ISO 3166 country of an E.164 number, "" where it has none."""
    return phonenumbers.region_code_for_number(phonenumbers.parse(number, None)) or ""
