"""What the environment says, read once and judged as a whole; the only place that reads it."""

import os
import re
from collections.abc import Mapping

import msgspec

from bot.kit.secret import Secret
from handlers.settings.database import passwords_of, read_database
from handlers.settings.exchange_rates import read_exchange_rates
from handlers.settings.keys import read_secret_keys
from handlers.settings.newcomers import read_countries, read_currency, read_locale, read_timezone
from handlers.settings.openai import OpenAiSettings, read_openai
from handlers.settings.reader import Reader
from handlers.settings.redis import passwords_in, read_redis
from handlers.settings.spending import SpendingSettings, read_spending
from handlers.settings.telegram import TelegramSettings, read_telegram
from handlers.settings.twilio import TwilioSettings, read_twilio

_HOST = re.compile(r"[A-Za-z0-9.:_-]{1,253}")
# A shorter key is a word that stands in for one; masking it would only blur the log.
SHORTEST_TOLD = 7
_OPS_TOKEN = re.compile(r"[A-Za-z0-9_-]{16,200}")
OF_THE_SANDBOX = ("PORT", "PAM_")
_LEVELS = ("TRACE", "DEBUG", "INFO", "SUCCESS", "WARNING", "ERROR", "CRITICAL")


class SettingsWrong(Exception):
    """Each fault names its variable and what to do; a value is never shown."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """``database_url`` is the address of a Postgres; with it ``database_path`` is empty.

    ``fast_lane`` is how sure, in percent, the offline brain has to be for a message not to wait for a model.
    ``sms_countries`` empty means the country of the sending number; ``log_format`` None means: ask the terminal.
    """

    role: str
    database_path: str
    database_url: Secret | None
    redis_url: Secret | None
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
    openai: OpenAiSettings | None
    fast_lane: int
    spending: SpendingSettings
    ops_token: Secret | None
    sms_countries: tuple[str, ...]
    exchange_rates: Secret | None
    log_level: str
    log_format: str | None
    warnings: tuple[str, ...]

    @classmethod
    def read(cls, environ: Mapping[str, str], *, role: str, real_model: bool = False) -> "Settings":
        """Raises SettingsWrong with every fault there is. An empty variable counts as unset.

        The sandbox knows no vendor of the host's, but for a ``real_model`` where that is asked for.
        """
        if role == "sandbox":
            known = (*OF_THE_SANDBOX, "OPENAI_") if real_model else OF_THE_SANDBOX
            environ = {name: value for name, value in environ.items() if name.startswith(known)}
        reader = Reader(environ, role)
        settings = _settings(reader)
        if reader.faults:
            raise SettingsWrong(tuple(reader.faults))
        return settings

    @classmethod
    def from_environment(cls, role: str, *, real_model: bool = False) -> "Settings":
        return cls.read(os.environ, role=role, real_model=real_model)

    def secrets(self) -> tuple[str, ...]:
        """Everything that must never be written anywhere, for the log's redactor."""
        known = list(self.secret_keys)
        if self.database_url is not None:
            known += passwords_of(self.database_url)
        if self.redis_url is not None:
            known += passwords_in(self.redis_url)
        if self.telegram is not None:
            known += self.telegram.secrets()
        if self.twilio is not None:
            known.append(self.twilio.auth_token)
        if self.openai is not None and len(self.openai.api_key.reveal()) > SHORTEST_TOLD:
            known.append(self.openai.api_key)
        if self.ops_token is not None:
            known.append(self.ops_token)
        if self.exchange_rates is not None and "?" in self.exchange_rates.reveal():
            known.append(self.exchange_rates)
        return tuple(secret.reveal() for secret in known)


def _settings(reader: Reader) -> Settings:
    database_path, database_url = read_database(reader)
    return Settings(
        role=reader.role,
        database_path=database_path,
        database_url=database_url,
        redis_url=read_redis(reader),
        host=reader.shaped("HOST", _HOST, "must be a host name or an address to listen on") or "127.0.0.1",
        port=reader.number("PORT", 8000, 1, 65535),
        public_url=reader.street("PUBLIC_URL"),
        telegram=read_telegram(reader),
        twilio=read_twilio(reader),
        secret_keys=read_secret_keys(reader),
        signup=reader.choice("PAM_SIGNUP", ("invite", "open", "closed"), "invite"),
        default_currency=read_currency(reader),
        default_timezone=read_timezone(reader),
        default_locale=read_locale(reader),
        openai=read_openai(reader),
        fast_lane=reader.number("PAM_FAST_LANE", 80, 0, 100),
        spending=read_spending(reader),
        ops_token=reader.secret("PAM_OPS_TOKEN", _OPS_TOKEN, "must be 16 or more letters, digits, - and _"),
        sms_countries=read_countries(reader),
        exchange_rates=read_exchange_rates(reader),
        log_level=reader.choice("PAM_LOG_LEVEL", _LEVELS, "INFO"),
        log_format=reader.choice("PAM_LOG_FORMAT", ("text", "json"), "text") if reader.text("PAM_LOG_FORMAT") else None,
        warnings=reader.warnings(),
    )
