"""Where the bus and the shared limits are: a Redis, or nowhere but in this process."""

import re
from urllib.parse import unquote

from bot.kit.secret import Secret
from handlers.settings.reader import Reader

_REDIS = re.compile(
    r"rediss?://(?:[^\s@/?#]*@)?(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::[0-9]{1,5})?(?:/[0-9]*)?(?:\?[^\s#]*)?"
)
_PASSWORD = re.compile(r"//[^:@/]*:([^@/]+)@")


def read_redis(reader: Reader) -> Secret | None:
    return reader.secret("REDIS_URL", _REDIS, "must be redis://user:password@host:port/number, signs in them %-encoded")


def passwords_in(url: Secret) -> list[Secret]:
    """What the address holds that must never be written, as it stands there and as it is meant."""
    found = _PASSWORD.findall(url.reveal())
    return [Secret(spelling) for password in found for spelling in {password, unquote(password)}]
