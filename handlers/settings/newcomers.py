"""What is assumed about people until they say otherwise, and the countries their phones may be in."""

from bot.domain.money import is_currency
from handlers.settings.reader import Reader


def read_currency(reader: Reader) -> str:
    currency = reader.text("PAM_DEFAULT_CURRENCY") or "USD"
    if not is_currency(currency):
        reader.fault("PAM_DEFAULT_CURRENCY", "must be an ISO 4217 code in capitals, like EUR")
    return currency


def read_timezone(reader: Reader) -> str:
    name = reader.text("PAM_DEFAULT_TIMEZONE")
    if not name:
        return "UTC"
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        reader.fault("PAM_DEFAULT_TIMEZONE", "must be a name of the IANA list, like Europe/Berlin")
    return name


def read_locale(reader: Reader) -> str:
    name = reader.text("PAM_DEFAULT_LOCALE")
    if not name:
        return "en-US"
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(name, sep="-")
    except (UnknownLocaleError, ValueError):
        reader.fault("PAM_DEFAULT_LOCALE", "must be a known locale, like de-DE")
    return name


def read_countries(reader: Reader) -> tuple[str, ...]:
    countries = tuple(part.strip().upper() for part in reader.text("PAM_SMS_COUNTRIES").split(",") if part.strip())
    if countries:
        from phonenumbers import SUPPORTED_REGIONS

        if not SUPPORTED_REGIONS.issuperset(countries):
            reader.fault("PAM_SMS_COUNTRIES", "must be ISO 3166 codes parted by commas, like US,CA")
    return countries
