"""The account's messages page by page, filtered as Twilio filters them."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from adapters.sandbox.twilio_messages import API_VERSION, Sms
from adapters.sandbox.twilio_refusal import TwilioRefusal

FILTERS = frozenset({"To", "From", "DateSent", "DateSent<", "DateSent>", "PageSize", "Page", "PageToken"})
LARGEST_PAGE = 1000


def list_messages(newest_first: list[Sms], account_sid: str, asked: dict[str, str]) -> dict[str, object]:
    """One page. Raises TwilioRefusal for a filter that does not exist."""
    unknown = asked.keys() - FILTERS
    if unknown:
        raise TwilioRefusal(20001, ", ".join(sorted(unknown)))
    found = [sms for sms in newest_first if _matches(sms, asked)]
    size = min(int(asked.get("PageSize", "50")), LARGEST_PAGE)
    page = int(asked.get("Page", "0"))
    shown = found[page * size : (page + 1) * size]
    return {
        "messages": [sms.as_json() for sms in shown],
        "first_page_uri": _uri(account_sid, asked, 0),
        "previous_page_uri": _uri(account_sid, asked, page - 1) if page else None,
        "next_page_uri": _uri(account_sid, asked, page + 1) if len(found) > (page + 1) * size else None,
        "page": page,
        "page_size": size,
        "start": page * size,
        "end": page * size + max(len(shown) - 1, 0),
        "uri": _uri(account_sid, asked, page),
    }


def _matches(sms: Sms, asked: dict[str, str]) -> bool:
    if asked.get("To", sms.to) != sms.to or asked.get("From", sms.from_) != sms.from_:
        return False
    sent = datetime.fromtimestamp(sms.updated, UTC)
    if "DateSent" in asked and not timedelta() <= sent - _moment(asked["DateSent"]) < timedelta(days=1):
        return False
    if "DateSent<" in asked and sent > _moment(asked["DateSent<"]):
        return False
    return "DateSent>" not in asked or sent >= _moment(asked["DateSent>"])


def _moment(text: str) -> datetime:
    """A date or a date and time; without a zone it is UTC."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _uri(account_sid: str, asked: dict[str, str], page: int) -> str:
    query = urlencode({**asked, "Page": str(page)})
    return f"/{API_VERSION}/Accounts/{account_sid}/Messages.json?{query}"
