"""What the environment says, read once and judged as a whole; the only place that reads it."""

import os
import re
from collections.abc import Mapping

import msgspec

from bot.domain.money import is_currency
from bot.kit.secret import Secret
from bot.kit.web_origin import is_web_origin

SHORTEST_SECRET_KEY = 32

# Roles that open the doors of the street, and roles that keep something secret at rest.
_ANSWERING = frozenset({"run", "web"})
_KEEPING_SECRETS = frozenset({"run", "web", "worker", "clock"})

# Every PAM_ variable there is or will be; another one is a slip of the pen.
KNOWN = frozenset(
    "PAM_OPENAI_API PAM_PAYEES PAM_SECRET_KEY PAM_SIGNUP PAM_DEFAULT_CURRENCY PAM_DEFAULT_TIMEZONE PAM_DEFAULT_LOCALE "
    "PAM_STEP_UP_AMOUNT PAM_DAILY_MODEL_USD PAM_DAILY_TURNS PAM_DAILY_SMS PAM_MONTHLY_USD PAM_SMS_COUNTRIES "
    "PAM_SERVICES PAM_LOG_LEVEL PAM_LOG_FORMAT PAM_OPS_TOKEN PAM_OPERATOR_CHAT PAM_EXCHANGE_RATES".split()
)

_PLACEHOLDER = re.compile(r"(?i:change[-_ ]?me|your[-_ ].*|x{3,}|todo|placeholder|secret|password|example|<.*>)")
_SECRET_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,256}")
_BOT_TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{3,100}")
_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_HOST = re.compile(r"[A-Za-z0-9.:_-]{1,253}")
_LEVELS = ("TRACE", "DEBUG", "INFO", "SUCCESS", "WARNING", "ERROR", "CRITICAL")


class SettingsWrong(Exception):
    """Each fault names its variable and what to do; a value is never shown."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class TelegramSettings(msgspec.Struct, frozen=True):
    """``webhook_secret`` is None only where nobody answers Telegram."""

    bot_token: Secret
    webhook_secret: Secret | None
    api_url: str | None


class TwilioSettings(msgspec.Struct, frozen=True, kw_only=True):
    """``number`` or ``messaging_service_sid``, or both."""

    account_sid: str
    auth_token: Secret
    number: str | None
    messaging_service_sid: str | None
    verify_service_sid: str | None
    api_url: str | None


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """``sms_countries`` empty means the country of the sending number; ``log_format`` None means: ask the terminal."""

    role: str
    database_path: str
    host: str
    port: int
    public_url: str | None
    telegram: TelegramSettings | None
    twilio: TwilioSettings | None
    secret_keys: tuple[Secret, ...]
    signup: str
    default_currency: str
    default_timezone: str
    default_locale: str
    daily_sms: int
    sms_countries: tuple[str, ...]
    log_level: str
    log_format: str | None
    warnings: tuple[str, ...]

    @classmethod
    def read(cls, environ: Mapping[str, str], *, role: str) -> "Settings":
        """Raises SettingsWrong with every fault there is. An empty variable counts as unset."""
        if role == "sandbox":
            environ = {name: value for name, value in environ.items() if name == "PORT" or name.startswith("PAM_")}
        reader = _Reader(environ, role)
        settings = _settings(reader)
        if reader.faults:
            raise SettingsWrong(tuple(reader.faults))
        return settings

    @classmethod
    def from_environment(cls, role: str) -> "Settings":
        return cls.read(os.environ, role=role)

    def secrets(self) -> tuple[str, ...]:
        """Everything that must never be written anywhere, for the log's redactor."""
        known = list(self.secret_keys)
        if self.telegram is not None:
            known += [secret for secret in (self.telegram.bot_token, self.telegram.webhook_secret) if secret]
        if self.twilio is not None:
            known.append(self.twilio.auth_token)
        return tuple(secret.reveal() for secret in known)


class _Reader:
    """Reads one variable at a time and remembers what is wrong."""

    def __init__(self, environ: Mapping[str, str], role: str) -> None:
        self._environ = environ
        self.role = role
        self.faults: list[str] = []

    def fault(self, name: str, advice: str) -> None:
        self.faults.append(f"{name} {advice}")

    def text(self, name: str) -> str:
        return self._environ.get(name, "").strip()

    def shaped(self, name: str, shape: re.Pattern[str], advice: str) -> str:
        """The value, or nothing and a fault."""
        value = self.text(name)
        if value and (_PLACEHOLDER.fullmatch(value) or not shape.fullmatch(value)):
            self.fault(name, advice)
            return ""
        return value

    def secret(self, name: str, shape: re.Pattern[str], advice: str) -> Secret | None:
        value = self.shaped(name, shape, advice)
        return Secret(value) if value else None

    def choice(self, name: str, choices: tuple[str, ...], default: str) -> str:
        value = self.text(name) or default
        if value not in choices:
            self.fault(name, f"must be one of {', '.join(choices)}")
        return value

    def number(self, name: str, default: int, least: int, most: int) -> int:
        value = self.text(name) or str(default)
        if not (value.isascii() and value.isdigit() and len(value) <= 9 and least <= int(value) <= most):
            self.fault(name, f"must be a whole number from {least} to {most}")
            return default
        return int(value)

    def street(self, name: str) -> str | None:
        """Scheme, host and port of a web address; plain http only on this machine."""
        value = self.text(name)
        if not value:
            return None
        if not is_web_origin(value):
            self.fault(name, "must be https://host[:port] without path or trailing slash (http only for this machine)")
            return None
        return value

    def warnings(self) -> tuple[str, ...]:
        unknown = sorted(name for name in self._environ if name.startswith("PAM_") and name not in KNOWN)
        return tuple(f"{name} is not a variable PAM knows" for name in unknown)


def _settings(reader: _Reader) -> Settings:
    public_url = reader.street("PUBLIC_URL")
    return Settings(
        role=reader.role,
        database_path=_database_path(reader),
        host=reader.shaped("HOST", _HOST, "must be a host name or an address to listen on") or "127.0.0.1",
        port=reader.number("PORT", 8000, 1, 65535),
        public_url=public_url,
        telegram=_telegram(reader, public_url),
        twilio=_twilio(reader, public_url),
        secret_keys=_secret_keys(reader),
        signup=reader.choice("PAM_SIGNUP", ("invite", "open", "closed"), "invite"),
        default_currency=_currency(reader),
        default_timezone=_timezone(reader),
        default_locale=_locale(reader),
        daily_sms=reader.number("PAM_DAILY_SMS", 20, 0, 100_000),
        sms_countries=_countries(reader),
        log_level=reader.choice("PAM_LOG_LEVEL", _LEVELS, "INFO"),
        log_format=reader.choice("PAM_LOG_FORMAT", ("text", "json"), "text") if reader.text("PAM_LOG_FORMAT") else None,
        warnings=reader.warnings(),
    )


def _database_path(reader: _Reader) -> str:
    url = reader.text("DATABASE_URL") or "sqlite:///var/pam.db"
    if url.startswith(("postgres://", "postgresql://")):
        reader.fault("DATABASE_URL", "names Postgres, which is not built yet: use sqlite:///var/pam.db")
        return ""
    path = url.removeprefix("sqlite:///")
    if path == url or not path or "?" in path or path == ":memory:":
        reader.fault("DATABASE_URL", "must be sqlite:/// and the path of a file")
    return path


def _telegram(reader: _Reader, public_url: str | None) -> TelegramSettings | None:
    token = reader.secret("TELEGRAM_BOT_TOKEN", _BOT_TOKEN, "must be the bot's token as @BotFather gave it")
    secret = reader.secret("TELEGRAM_WEBHOOK_SECRET", _SECRET_TOKEN, "must be 1 to 256 of A-Z, a-z, 0-9, _ and -")
    api_url = reader.street("TELEGRAM_API_URL")
    if secret is not None and not reader.text("TELEGRAM_BOT_TOKEN"):
        reader.fault("TELEGRAM_BOT_TOKEN", "must be set beside TELEGRAM_WEBHOOK_SECRET")
    if token is None:
        return None
    if reader.role in _ANSWERING:
        if public_url is None and not reader.text("PUBLIC_URL"):
            reader.fault("PUBLIC_URL", "must be set for Telegram's webhook (long polling comes later)")
        if secret is None and not reader.text("TELEGRAM_WEBHOOK_SECRET"):
            reader.fault("TELEGRAM_WEBHOOK_SECRET", "must be set for Telegram's webhook")
    return TelegramSettings(token, secret, api_url)


def _twilio(reader: _Reader, public_url: str | None) -> TwilioSettings | None:
    names = ("ACCOUNT_SID", "AUTH_TOKEN", "PHONE_NUMBER", "MESSAGING_SERVICE_SID", "VERIFY_SERVICE_SID")
    if not any(reader.text(f"TWILIO_{name}") for name in names):
        return None
    account = _sid(reader, "TWILIO_ACCOUNT_SID", "AC")
    token = reader.secret("TWILIO_AUTH_TOKEN", re.compile("[!-~]{8,}"), "must be the account's auth token")
    number = reader.shaped("TWILIO_PHONE_NUMBER", _E164, "must be a number like +14155550123")
    service = _sid(reader, "TWILIO_MESSAGING_SERVICE_SID", "MG")
    verify = _sid(reader, "TWILIO_VERIFY_SERVICE_SID", "VA")
    for name in names[:2]:
        if not reader.text(f"TWILIO_{name}"):
            reader.fault(f"TWILIO_{name}", "must be set: Twilio's variables go together")
    if not (reader.text("TWILIO_PHONE_NUMBER") or reader.text("TWILIO_MESSAGING_SERVICE_SID")):
        reader.fault("TWILIO_PHONE_NUMBER", "or TWILIO_MESSAGING_SERVICE_SID must be set: who sends?")
    if reader.role in _ANSWERING and public_url is None and not reader.text("PUBLIC_URL"):
        reader.fault("PUBLIC_URL", "must be set for SMS: signatures are checked against it")
    return TwilioSettings(
        account_sid=account,
        auth_token=token or Secret(""),
        number=number or None,
        messaging_service_sid=service or None,
        verify_service_sid=verify or None,
        api_url=reader.street("TWILIO_API_URL"),
    )


def _sid(reader: _Reader, name: str, prefix: str) -> str:
    return reader.shaped(name, re.compile(f"{prefix}[0-9a-fA-F]{{32}}"), f"must be {prefix} and 32 hex digits")


def _secret_keys(reader: _Reader) -> tuple[Secret, ...]:
    keys = [key.strip() for key in reader.text("PAM_SECRET_KEY").split(",") if key.strip()]
    if not keys and reader.role in _KEEPING_SECRETS:
        reader.fault("PAM_SECRET_KEY", f"must be set: {SHORTEST_SECRET_KEY} or more random characters")
    if any(len(key) < SHORTEST_SECRET_KEY or _PLACEHOLDER.fullmatch(key) for key in keys):
        reader.fault("PAM_SECRET_KEY", f"must have {SHORTEST_SECRET_KEY} or more random characters in each key")
    return tuple(map(Secret, keys))


def _currency(reader: _Reader) -> str:
    currency = reader.text("PAM_DEFAULT_CURRENCY") or "USD"
    if not is_currency(currency):
        reader.fault("PAM_DEFAULT_CURRENCY", "must be an ISO 4217 code in capitals, like EUR")
    return currency


def _timezone(reader: _Reader) -> str:
    name = reader.text("PAM_DEFAULT_TIMEZONE")
    if not name:
        return "UTC"
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        reader.fault("PAM_DEFAULT_TIMEZONE", "must be a name of the IANA list, like Europe/Berlin")
    return name


def _locale(reader: _Reader) -> str:
    name = reader.text("PAM_DEFAULT_LOCALE")
    if not name:
        return "en-US"
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(name, sep="-")
    except (UnknownLocaleError, ValueError):
        reader.fault("PAM_DEFAULT_LOCALE", "must be a known locale, like de-DE")
    return name


def _countries(reader: _Reader) -> tuple[str, ...]:
    countries = tuple(part.strip().upper() for part in reader.text("PAM_SMS_COUNTRIES").split(",") if part.strip())
    if countries:
        from phonenumbers import SUPPORTED_REGIONS

        if not SUPPORTED_REGIONS.issuperset(countries):
            reader.fault("PAM_SMS_COUNTRIES", "must be ISO 3166 codes parted by commas, like US,CA")
    return countries
