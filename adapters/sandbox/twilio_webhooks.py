"""Signed posts to PAM, repeated a bounded number of times while she does not answer."""

import asyncio
import secrets
from urllib.parse import urlencode

from adapters.sandbox.courier import Answer, Backoff, Courier, Parcel
from adapters.sandbox.twilio_signature import sign

Fields = dict[str, str]


class TwilioWebhooks:
    """Repeats after no answer and after 5xx, as a number with retries configured does; 4xx is final."""

    def __init__(self, courier: Courier, backoff: Backoff, auth_token: str) -> None:
        self._courier = courier
        self._backoff = backoff
        self._auth_token = auth_token

    async def post(self, url: str, fields: Fields) -> Answer:
        """The last answer."""
        parcel = Parcel(
            vendor="Twilio",
            url=url,
            headers={
                "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
                "X-Twilio-Signature": sign(self._auth_token, url, fields),
                "I-Twilio-Idempotency-Token": secrets.token_hex(16),
                "User-Agent": "TwilioProxy/1.1",
            },
            body=urlencode(fields).encode(),
            parameters=dict(fields),
        )
        answer = await self._courier.post(parcel)
        for failures in range(1, self._backoff.attempts):
            if 0 < answer.status < 500:
                break
            await asyncio.sleep(self._backoff.wait_s(failures))
            answer = await self._courier.post(parcel)
        return answer
