"""Posts what a vendor has to tell PAM, once or, when the fault is on, twice at the same moment."""

import asyncio
from dataclasses import dataclass
from urllib.parse import urlsplit

import aiohttp

from adapters.sandbox.faults import Faults, Vendor
from adapters.sandbox.journal import Journal

# Twilio waits 15 s for a webhook's answer; Telegram waits longer, which nothing here depends on.
ANSWER_WITHIN_S = 15


@dataclass(frozen=True)
class Backoff:
    """The n-th wait: ``first_s`` doubled each time up to ``most_s``. Far shorter than the vendors', same shape."""

    first_s: float = 0.02
    most_s: float = 1.0
    attempts: int = 40

    def wait_s(self, failures: int) -> float:
        return min(self.first_s * 2.0 ** min(failures - 1, 30), self.most_s)


@dataclass(frozen=True)
class Parcel:
    """A webhook request; ``parameters`` is what the journal keeps of ``body``."""

    vendor: Vendor
    url: str
    headers: dict[str, str]
    body: bytes
    parameters: dict[str, object]


@dataclass(frozen=True)
class Answer:
    """PAM's answer to a webhook; status 0 is none at all."""

    status: int
    media_type: str = ""
    body: bytes = b""
    trouble: str = ""

    @property
    def taken(self) -> bool:
        return 200 <= self.status < 300


class Courier:
    """One HTTP client for all vendors, opened at the first delivery."""

    def __init__(self, journal: Journal, faults: Faults) -> None:
        self._journal = journal
        self._faults = faults
        self._session: aiohttp.ClientSession | None = None

    async def post(self, parcel: Parcel) -> Answer:
        """One attempt, never raises for what happens on the way. Of two deliveries the worse answer counts."""
        if self._faults.take(parcel.vendor, "repeat") is None:
            return await self._post_once(parcel)
        first, second = await asyncio.gather(self._post_once(parcel), self._post_once(parcel))
        return first if not first.taken else second

    def note_fetched(self, vendor: Vendor, what: str, parameters: dict[str, object]) -> None:
        """Something PAM came for herself and has acknowledged: in the journal as if it had been delivered."""
        self._journal.record("webhook", vendor, what, parameters, (200, "fetched"))

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _post_once(self, parcel: Parcel) -> Answer:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_WITHIN_S))
        try:
            async with self._session.post(
                parcel.url, data=parcel.body, headers=parcel.headers, allow_redirects=False
            ) as response:
                answer = Answer(response.status, response.content_type, await response.read())
        except (aiohttp.ClientError, TimeoutError) as error:
            answer = Answer(0, trouble=type(error).__name__)
        self._journal.record(
            "webhook",
            parcel.vendor,
            urlsplit(parcel.url).path,
            parcel.parameters,
            (answer.status, answer.trouble),
        )
        return answer
