"""Twilio's signature of a form: HMAC-SHA1 over the address and the sorted parameters.

https://www.twilio.com/docs/usage/webhooks/webhooks-security; held equal to the SDK's validator by a property test.
"""

import hmac
import re
from binascii import b2a_base64
from urllib.parse import urlsplit

from handlers.http.form import Parameters

_SHA1_IN_BASE64 = re.compile(rb"[A-Za-z0-9+/]{27}=")


def looks_like_signature(header: bytes) -> bool:
    return _SHA1_IN_BASE64.fullmatch(header) is not None


class TwilioSignature:
    """Checks forms posted to one address. Refuses an empty token, under which the SDK would accept its own forgery."""

    def __init__(self, auth_token: str, url: str) -> None:
        if not auth_token:
            raise ValueError("an empty auth token signs nothing")
        self._key = auth_token.encode()
        # Twilio signs with or without the default port; the SDK accepts both.
        self._addresses = tuple(dict.fromkeys((_without_port(url), _with_port(url))))

    def signs(self, header: bytes, parameters: Parameters) -> bool:
        """In constant time for one address. A repeated parameter counts once per value, as the SDK has it."""
        pairs = sorted(parameters)
        if len(dict(pairs)) < len(pairs):
            pairs = sorted(set(pairs))
        form = "".join([name + value for name, value in pairs])
        return any(hmac.compare_digest(header, self._signature(address + form)) for address in self._addresses)

    def _signature(self, message: str) -> bytes:
        return b2a_base64(hmac.digest(self._key, message.encode(), "sha1"), newline=False)


def _with_port(url: str) -> str:
    parts = urlsplit(url)
    if parts.port:
        return url
    return parts._replace(netloc=f"{parts.netloc}:{443 if parts.scheme == 'https' else 80}").geturl()


def _without_port(url: str) -> str:
    parts = urlsplit(url)
    if not parts.port:
        return url
    return parts._replace(netloc=parts.netloc.split(":")[0]).geturl()
