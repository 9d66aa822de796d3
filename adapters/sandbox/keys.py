"""What PAM and the pretend vendors both know: tokens, secrets, the number and the bot's name."""

import secrets
from dataclasses import dataclass


@dataclass(frozen=True)
class Keys:
    """One bot, one SMS account, one model. ``webhook_secret`` is what Telegram sends back in its secret header."""

    bot_token: str
    webhook_secret: str
    account_sid: str
    auth_token: str
    phone_number: str
    bot_username: str
    openai_key: str

    @property
    def bot_id(self) -> int:
        return int(self.bot_token.partition(":")[0])


def sandbox_keys() -> Keys:
    """Fresh secrets in the vendors' own shapes, with the number and the bot name of the two-phone page."""
    return Keys(
        bot_token=f"{7_000_000_000 + secrets.randbelow(10**9)}:{secrets.token_urlsafe(26)}",
        webhook_secret=secrets.token_urlsafe(24),
        account_sid=f"AC{secrets.token_hex(16)}",
        auth_token=secrets.token_hex(16),
        phone_number="+14155550100",
        bot_username="pam_sandbox_bot",
        openai_key=f"sk-proj-{secrets.token_urlsafe(48)}",
    )
