"""The Bot API's methods about how updates reach the bot."""

import re
from urllib.parse import urlsplit

import msgspec

from adapters.sandbox.telegram_parameters import DeleteWebhook, GetUpdates, Nothing, SetWebhook
from adapters.sandbox.telegram_refusal import bad_request
from adapters.sandbox.telegram_updates import Updates, Webhook

Json = dict[str, object]

# Bot API: "1-256 characters. Only characters A-Z, a-z, 0-9, _ and - are allowed."
SECRET = re.compile(r"[A-Za-z0-9_-]*\Z")
LONGEST_SECRET = 256
MOST_CONNECTIONS = 100
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def set_webhook(updates: Updates, asked: SetWebhook) -> bool:
    """An empty url removes the webhook. Plain http is taken on loopback, which the real one never calls."""
    if len(asked.secret_token) > LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not SECRET.match(asked.secret_token):
        raise bad_request("secret token contains unallowed characters")
    if not 1 <= asked.max_connections <= MOST_CONNECTIONS:
        raise bad_request("invalid max_connections")
    _remember_kinds(updates, asked.allowed_updates)
    if not asked.url:
        updates.point(None, drop_pending=asked.drop_pending_updates)
        return True
    address = urlsplit(asked.url)
    if address.scheme != "https" and address.hostname not in LOOPBACK:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    webhook = Webhook(asked.url, asked.secret_token, asked.max_connections)
    updates.point(webhook, drop_pending=asked.drop_pending_updates)
    return True


def delete_webhook(updates: Updates, asked: DeleteWebhook) -> bool:
    updates.point(None, drop_pending=asked.drop_pending_updates)
    return True


def webhook_info(updates: Updates, _: Nothing) -> Json:
    webhook = updates.webhook
    info: Json = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": updates.pending,
    }
    if webhook is not None:
        info["max_connections"] = webhook.max_connections
    if updates.last_error is not None:
        info["last_error_date"] = updates.last_error.at
        info["last_error_message"] = updates.last_error.message
    if updates.allowed:
        info["allowed_updates"] = updates.allowed
    return info


async def get_updates(updates: Updates, asked: GetUpdates) -> list[Json | msgspec.Raw]:
    _remember_kinds(updates, asked.allowed_updates)
    return await updates.fetch(asked.offset, asked.limit, asked.timeout)


def _remember_kinds(updates: Updates, kinds: list[str] | None) -> None:
    if kinds is not None:
        updates.allowed = kinds
