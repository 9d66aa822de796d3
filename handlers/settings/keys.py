"""The keys for codes, tokens and encryption at rest."""

from bot.kit.secret import Secret
from handlers.settings.reader import PLACEHOLDER, Reader

SHORTEST_SECRET_KEY = 32

# Roles that keep something secret at rest.
_KEEPING_SECRETS = frozenset({"run", "web", "worker", "clock"})


def read_secret_keys(reader: Reader) -> tuple[Secret, ...]:
    keys = [key.strip() for key in reader.text("PAM_SECRET_KEY").split(",") if key.strip()]
    if not keys and reader.role in _KEEPING_SECRETS:
        reader.fault("PAM_SECRET_KEY", f"must be set: {SHORTEST_SECRET_KEY} or more random characters")
    if any(len(key) < SHORTEST_SECRET_KEY or PLACEHOLDER.fullmatch(key) for key in keys):
        reader.fault("PAM_SECRET_KEY", f"must have {SHORTEST_SECRET_KEY} or more random characters in each key")
    return tuple(map(Secret, keys))
