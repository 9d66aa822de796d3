"""Telegram's variables: the bot's token, and the webhook's secret where there is an address to call."""

import re

import msgspec

from bot.kit.secret import Secret
from handlers.settings.reader import Reader

_BOT_TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{3,100}")
_SECRET_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,256}")


class TelegramSettings(msgspec.Struct, frozen=True):
    """``webhook_secret`` is never None where there is a public address; without one PAM polls and needs none."""

    bot_token: Secret
    webhook_secret: Secret | None
    api_url: str | None

    def secrets(self) -> list[Secret]:
        return [secret for secret in (self.bot_token, self.webhook_secret) if secret]


def read_telegram(reader: Reader) -> TelegramSettings | None:
    token = reader.secret("TELEGRAM_BOT_TOKEN", _BOT_TOKEN, "must be the bot's token as @BotFather gave it")
    secret = reader.secret("TELEGRAM_WEBHOOK_SECRET", _SECRET_TOKEN, "must be 1 to 256 of A-Z, a-z, 0-9, _ and -")
    api_url = reader.street("TELEGRAM_API_URL")
    if secret is not None and not reader.text("TELEGRAM_BOT_TOKEN"):
        reader.fault("TELEGRAM_BOT_TOKEN", "must be set beside TELEGRAM_WEBHOOK_SECRET")
    if token is None:
        return None
    if reader.answers_the_street and reader.text("PUBLIC_URL") and not reader.text("TELEGRAM_WEBHOOK_SECRET"):
        reader.fault("TELEGRAM_WEBHOOK_SECRET", "must be set for Telegram's webhook; without PUBLIC_URL PAM polls")
    return TelegramSettings(token, secret, api_url)
