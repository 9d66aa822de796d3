"""``/metrics``: how PAM is, as Prometheus reads it, for this machine and for whoever has the token.

To everybody else the path does not exist. The format: https://prometheus.io/docs/instrumenting/exposition_formats
"""

import ipaddress
from collections.abc import Awaitable, Callable, Iterable, Mapping
from hmac import compare_digest

import msgspec
from starlette.types import Receive, Scope

from bot.kit.breaker import Snapshot
from bot.kit.counters import Counter
from bot.kit.secret import Secret
from bot.ports.costs import HouseMonth
from handlers.http.app import Door
from handlers.http.replies import NOT_FOUND, Reply, wrong_method
from handlers.http.requests import Headers, headers_of

METRICS_PATH = "/metrics"

# Whoever is behind a proxy is not on this machine, though the proxy is.
FORWARDED = frozenset(
    {b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-forwarded-proto", b"x-real-ip", b"via"}
)
BREAKER_STATES = ("closed", "half_open", "open")
MICRO_USD = 1_000_000

_HEADERS = ((b"content-type", b"text/plain; version=0.0.4; charset=utf-8"), (b"cache-control", b"no-store"))
_GET_ONLY = wrong_method(b"GET, HEAD")


class Metrics(msgspec.Struct, frozen=True, kw_only=True):
    """How things stand: what this process counted, what all processes spent this month and still have to do."""

    counted: tuple[Counter, ...]
    breakers: tuple[Snapshot, ...]
    month: HouseMonth
    inbox_waiting: int
    outbox_waiting: int


def metrics_door(read: Callable[[], Awaitable[Metrics]], ops_token: Secret | None) -> Door:
    async def metrics(scope: Scope, _receive: Receive) -> Reply:
        headers = headers_of(scope)
        if not (_is_from_here(scope, headers) or _has_token(headers, ops_token)):
            return NOT_FOUND
        if scope["method"] not in ("GET", "HEAD"):
            return _GET_ONLY
        return Reply(200, exposition(await read()).encode(), _HEADERS)

    return metrics


def _is_from_here(scope: Scope, headers: Headers) -> bool:
    client = scope.get("client")
    if not client or not FORWARDED.isdisjoint(headers):
        return False
    try:
        return ipaddress.ip_address(client[0]).is_loopback
    except ValueError:
        return False


def _has_token(headers: Headers, ops_token: Secret | None) -> bool:
    if ops_token is None:
        return False
    scheme, _, token = headers.get(b"authorization", b"").partition(b" ")
    return scheme.lower() == b"bearer" and compare_digest(token.strip(), ops_token.reveal().encode())


def exposition(metrics: Metrics) -> str:
    """The whole page, each family with its help and type."""
    month, breakers = metrics.month, metrics.breakers
    states = {(each.name, state): int(each.state == state) for each in breakers for state in BREAKER_STATES}
    parts = [
        *(_counter(each) for each in metrics.counted),
        _gauge("pam_month_spent_usd", "Spent on models this month.", _dollars(month.micro_usd)),
        _gauge("pam_month_reserved_usd", "Held for calls that were not settled.", _dollars(month.reserved_micro_usd)),
        _gauge("pam_month_sms_segments", "Segments of SMS posted this month.", str(month.sms_segments)),
        _gauge("pam_inbox_waiting", "Messages that are not worked off.", str(metrics.inbox_waiting)),
        _gauge("pam_outbox_waiting", "Letters that did not go out yet.", str(metrics.outbox_waiting)),
        _family("pam_breaker_state", "gauge", "1 for the state a vendor's breaker is in.", _states(states)),
        _vendors("pam_vendor_calls_total", "Calls let through to a vendor.", breakers, "calls"),
        _vendors("pam_vendor_failures_total", "Calls that failed.", breakers, "failures"),
        _vendors("pam_vendor_slow_total", "Calls that took too long.", breakers, "slow"),
        _vendors("pam_vendor_turned_away_total", "Calls that were not made.", breakers, "turned_away"),
        _vendors("pam_breaker_opened_total", "How often a breaker opened.", breakers, "opened"),
    ]
    return "".join(parts)


def _counter(family: Counter) -> str:
    samples = [(f'{{{family.label}="{value}"}}', str(count)) for value, count in family.counts.items()]
    return _family(family.name, "counter", family.told, samples)


def _gauge(name: str, told: str, value: str) -> str:
    return _family(name, "gauge", told, [("", value)])


def _vendors(name: str, told: str, breakers: Iterable[Snapshot], field: str) -> str:
    samples = [(f'{{vendor="{_escaped(each.name)}"}}', str(getattr(each, field))) for each in breakers]
    return _family(name, "counter", told, samples)


def _states(states: Mapping[tuple[str, str], int]) -> list[tuple[str, str]]:
    return [(f'{{vendor="{_escaped(name)}",state="{state}"}}', str(is_in)) for (name, state), is_in in states.items()]


def _family(name: str, kind: str, told: str, samples: Iterable[tuple[str, str]]) -> str:
    """Without a sample a family is not told at all."""
    lines = [f"{name}{labels} {value}\n" for labels, value in samples]
    return f"# HELP {name} {told}\n# TYPE {name} {kind}\n{''.join(lines)}" if lines else ""


def _dollars(micro_usd: int) -> str:
    """Exactly, as a decimal number."""
    whole, part = divmod(micro_usd, MICRO_USD)
    return f"{whole}.{part:06}"


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
