"""Twilio's signature of a webhook: HMAC-SHA1 over the address and the sorted parameters, in base64."""

import base64
import hashlib
import hmac
from collections.abc import Mapping


def sign(auth_token: str, url: str, parameters: Mapping[str, str]) -> str:
    """For the header X-Twilio-Signature; ``url`` exactly as it is called, query included."""
    signed = url + "".join(name + parameters[name] for name in sorted(parameters))
    digest = hmac.new(auth_token.encode(), signed.encode(), hashlib.sha1).digest()
    return base64.b64encode(digest).decode()
