"""Settings: every variable that PAM reads, and the one place that reads them."""

from handlers.settings.environment import Settings, SettingsWrong
from handlers.settings.openai import OpenAiSettings
from handlers.settings.telegram import TelegramSettings
from handlers.settings.twilio import TwilioSettings

__all__ = ["OpenAiSettings", "Settings", "SettingsWrong", "TelegramSettings", "TwilioSettings"]
