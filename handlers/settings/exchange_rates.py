"""Where the daily table of exchange rates is."""

import re

from bot.kit.secret import Secret
from bot.kit.web_origin import is_web_origin
from handlers.settings.reader import Reader

_ADDRESS = re.compile(r"(https?://[^\s/?#]+)(?:[/?][!-~]*)?")


def read_exchange_rates(reader: Reader) -> Secret | None:
    """A file's path, or a web address; that of a paid service holds a key."""
    where = reader.text("PAM_EXCHANGE_RATES")
    if "://" in where:
        address = _ADDRESS.fullmatch(where)
        if address is None or not is_web_origin(address[1]):
            reader.fault("PAM_EXCHANGE_RATES", "must be a file or an https address (http only for this machine)")
    return Secret(where) if where else None
