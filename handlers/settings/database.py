"""Where PAM keeps what she knows: a file of SQLite's, or a Postgres that many processes may share."""

import re
from urllib.parse import unquote

from bot.kit.secret import Secret
from handlers.settings.reader import Reader

# https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS, and always a database's name.
_HOST = r"(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._%-]*)(?::[0-9]{1,5})?"
_POSTGRES = re.compile(rf"postgres(?:ql)?://(?:[^\s@/?#]*@)?{_HOST}(?:,{_HOST})*/[^\s/?#]+(?:\?[^\s#]*)?")
_PASSWORDS = re.compile(r"//[^:@/]*:([^@/]+)@|[?&]password=([^&]+)")


def read_database(reader: Reader) -> tuple[str, Secret | None]:
    """The path of SQLite's file; or no path, and the address of a Postgres with its password in it."""
    url = reader.text("DATABASE_URL") or "sqlite:///var/pam.db"
    if url.startswith(("postgres://", "postgresql://")):
        if not _POSTGRES.fullmatch(url):
            reader.fault("DATABASE_URL", "must be postgresql://user:password@host:port/name, signs in them %-encoded")
        return "", Secret(url)
    path = url.removeprefix("sqlite:///")
    if path == url or not path or "?" in path or path == ":memory:":
        reader.fault("DATABASE_URL", "must be sqlite:/// and the path of a file, or postgresql:// and an address")
    return path, None


def passwords_of(url: Secret) -> list[Secret]:
    """What an address holds that must never be written: its password, as it stands there and as it is meant."""
    written = [early or late for early, late in _PASSWORDS.findall(url.reveal())]
    return [Secret(spelling) for password in written for spelling in {password, unquote(password)}]
