"""The switches that break a vendor on purpose."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, get_args

Vendor = Literal["Telegram", "Twilio", "OpenAI", "Stripe", "Supabase"]
BadAnswer = Literal[
    "hang", "drip", "cut", "clean_end", "html", "empty", "length", "bad_json", "unknown_tool", "wrong_types",
    "extra_args", "endless", "hundred", "liar", "quota", "key", "forbidden",
]  # fmt: skip
Mode = Literal["slow", "error", "limit", "drop", "down", "repeat", "reorder", "mad"] | BadAnswer

VENDORS: tuple[Vendor, ...] = get_args(Vendor)


@dataclass(frozen=True)
class Fault:
    """One way to misbehave, ``times`` times or (None) until healed.

    PAM's calls     slow      answered after ``seconds``
                    error     answered with ``status``
                    limit     answered with 429 and ``retry_after_s``
                    drop      done, but the answer never arrives
                    down      the connection is closed at once
    what PAM is     repeat    delivered twice at the same moment
    told            reorder   the newest waiting first
    a model's       mad       the nine ways of ``openai_mischief.NINE`` in turn, call by call
    answers         hang      none, and the connection stays open
                    drip      whole, a byte every ``seconds``
                    cut, clean_end      half of it; then a broken connection, or an end as if it were whole
                    html, empty, length a page instead, no choice in it, cut at the most tokens
                    bad_json, unknown_tool, wrong_types, extra_args     calls nobody can follow
                    endless, hundred    the same call whatever came of it, a hundred calls at once
                    liar      other figures in its prose
                    quota, key, forbidden   429 for good, 401, 403
    """

    mode: Mode
    times: int | None = None
    seconds: float = 2.0
    status: int = 500
    retry_after_s: int = 3


class Faults:
    """Which faults are on, by vendor; ``changed`` hears of every switch, with mode "ok" when the last is off."""

    def __init__(self, changed: Callable[[Vendor, str], None]) -> None:
        self._changed = changed
        self._on: dict[Vendor, dict[Mode, Fault]] = {vendor: {} for vendor in VENDORS}

    def add(self, vendor: Vendor, fault: Fault) -> None:
        """Switch on one more; the same mode again replaces the former."""
        self._on[vendor][fault.mode] = fault
        self._changed(vendor, fault.mode)

    def replace(self, vendor: Vendor, fault: Fault) -> None:
        """Switch on this one and all others off."""
        self._on[vendor] = {fault.mode: fault}
        self._changed(vendor, fault.mode)

    def heal(self, vendor: Vendor) -> None:
        self._on[vendor].clear()
        self._changed(vendor, "ok")

    def modes(self, vendor: Vendor) -> tuple[Mode, ...]:
        return tuple(self._on[vendor])

    def take(self, vendor: Vendor, mode: Mode) -> Fault | None:
        """The fault to play now, if it is on; a counted one is used up by this."""
        on = self._on[vendor]
        fault = on.get(mode)
        if fault is None or fault.times is None:
            return fault
        if fault.times > 1:
            on[mode] = replace(fault, times=fault.times - 1)
            return fault
        del on[mode]
        if not on:
            self._changed(vendor, "ok")
        return fault
