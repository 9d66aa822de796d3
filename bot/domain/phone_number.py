"""Phone numbers as people write them, and as networks do (E.164).

The numbering plans are imported when the first number is read: 14 ms that an ordinary booking never needs.
"""

from bot.domain.errors import Refused


def e164(written: str) -> str:
    """The number in E.164. Raises Refused when it is no valid international number, or costs whoever texts it."""
    import phonenumbers
    from phonenumbers import PhoneNumberType

    try:
        number = phonenumbers.parse(written, None)
    except phonenumbers.NumberParseException:
        raise Refused("not_a_number", number=written) from None
    # A short message to one of these can be charged for: to whoever sends it.
    costly = phonenumbers.number_type(number) in (PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST)
    if costly or not phonenumbers.is_valid_number(number):
        raise Refused("not_a_number", number=written)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def country_of(number: str) -> str:
    """The ISO 3166 country of an E.164 number, "" where it has none."""
    import phonenumbers

    return phonenumbers.region_code_for_number(phonenumbers.parse(number, None)) or ""
