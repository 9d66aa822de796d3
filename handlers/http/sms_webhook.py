"""The door for SMS: what Twilio posts, checked and turned into PAM's words."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from loguru import logger
from starlette.types import Receive, Scope

from bot.domain.letter import Address
from bot.domain.messages import DeliveryReport, IncomingMessage
from bot.kit.payment_cards import mask_cards
from bot.kit.plain_text import plain_text
from handlers.http.app import Door
from handlers.http.form import IllFormed, Parameters, parse_form
from handlers.http.replies import EMPTY_TWIML, FORBIDDEN, ILL_FORMED, Reply
from handlers.http.requests import Headers, headers_of, read_body, refuse_unlike
from handlers.http.twilio_forms import INBOUND, INBOUND_NEEDS, STATUS, STATUS_NEEDS, Form, attached, checked_form
from handlers.http.twilio_signature import TwilioSignature, looks_like_signature

INBOUND_PATH = "/sms/inbound"
STATUS_PATH = "/sms/status"

_FORM = b"application/x-www-form-urlencoded"
# What Twilio calls it, and what PAM does; the steps before sent tell nothing new.
_OUTCOMES = {
    "sent": "sent",
    "delivered": "delivered",
    "read": "delivered",
    "undelivered": "undelivered",
    "failed": "failed",
    "canceled": "failed",
}

Accept = Callable[[IncomingMessage], Awaitable[bool]]
Report = Callable[[DeliveryReport], Awaitable[None]]


@dataclass(frozen=True)
class SmsSettings:
    """``number`` is PAM's own, where there is only one; ``public_url`` is what Twilio was told, without a path."""

    account_sid: str
    auth_token: str = field(repr=False)
    public_url: str
    number: str | None = None


class SmsWebhook:
    """Two doors: messages of people, and what became of PAM's own. Nothing is answered 2xx before it is kept."""

    def __init__(self, settings: SmsSettings, *, accept: Accept, report: Report) -> None:
        self._account_sid = settings.account_sid
        self._number = settings.number
        self._inbound = TwilioSignature(settings.auth_token, settings.public_url + INBOUND_PATH)
        self._status = TwilioSignature(settings.auth_token, settings.public_url + STATUS_PATH)
        self._accept = accept
        self._report = report

    def doors(self) -> dict[str, Door]:
        return {INBOUND_PATH: self.receive_sms, STATUS_PATH: self.receive_status}

    async def receive_sms(self, scope: Scope, receive: Receive) -> Reply:
        signed = await _signed_form(scope, receive, self._inbound)
        if isinstance(signed, Reply):
            return signed
        if _is_nobody_to_answer(signed.parameters):
            return EMPTY_TWIML
        try:
            form = checked_form(signed.parameters, INBOUND, INBOUND_NEEDS)
            self._check_addressee(form)
        except IllFormed as fault:
            return _ill_formed(fault)
        text, card_masked = mask_cards(plain_text(form["Body"]))
        message = IncomingMessage(
            source="twilio",
            external_id=form["MessageSid"],
            sender=Address("sms", form["From"]),
            text=text,
            proof=signed.proof,
            card_masked=card_masked,
            attachment=attached(form),
        )
        await self._accept(message)
        return EMPTY_TWIML

    async def receive_status(self, scope: Scope, receive: Receive) -> Reply:
        signed = await _signed_form(scope, receive, self._status)
        if isinstance(signed, Reply):
            return signed
        try:
            form = checked_form(signed.parameters, STATUS, STATUS_NEEDS)
            self._check_account(form)
        except IllFormed as fault:
            return _ill_formed(fault)
        outcome = _OUTCOMES.get(form["MessageStatus"])
        if outcome is not None:
            code = form.get("ErrorCode") or None
            sid = form["MessageSid"]
            await self._report(DeliveryReport(source="twilio", external_id=sid, status=outcome, error_code=code))
        return EMPTY_TWIML

    def _check_account(self, form: Form) -> None:
        if form["AccountSid"] != self._account_sid:
            raise IllFormed("AccountSid is another account's")
        for name in ("SmsSid", "SmsMessageSid"):
            if form.get(name, form["MessageSid"]) != form["MessageSid"]:
                raise IllFormed(f"{name} is another message's")

    def _check_addressee(self, form: Form) -> None:
        self._check_account(form)
        if self._number is not None and form["To"] != self._number:
            raise IllFormed("To is not PAM's number")


@dataclass(frozen=True)
class _Signed:
    parameters: Parameters
    proof: str


async def _signed_form(scope: Scope, receive: Receive, signature: TwilioSignature) -> _Signed | Reply:
    """The form and the signature that vouches for it, or the refusal. Cheap checks first, the body last."""
    headers = headers_of(scope)
    refused = refuse_unlike(scope, headers, _FORM)
    if refused is not None:
        return refused
    proof = headers.get(b"x-twilio-signature", b"")
    if not looks_like_signature(proof) or scope["query_string"] or not _is_signed_by_auth_token(headers):
        return FORBIDDEN
    try:
        parameters = parse_form(await read_body(headers, receive))
    except IllFormed as fault:
        return _ill_formed(fault)
    return _Signed(parameters, proof.decode("ascii")) if signature.signs(proof, parameters) else FORBIDDEN


def _is_signed_by_auth_token(headers: Headers) -> bool:
    """Twilio can sign with other keys and algorithms and says so here; PAM knows one, whatever a caller asks for."""
    settings = headers.get(b"x-twilio-webhooks-signature-settings")
    return settings is None or settings.strip() in (b"algorithm=HMAC_SHA1", b"algorithm=hmac_sha1")


def _is_nobody_to_answer(parameters: Parameters) -> bool:
    """Short codes, names and other apps' senders: heard, without effect."""
    sender = dict(parameters).get("From", "")
    return ":" in sender or (0 < len(sender) <= 11 and sender.isalnum())


def _ill_formed(fault: IllFormed) -> Reply:
    logger.warning("a form of Twilio's was ill-formed", fault=str(fault))
    return ILL_FORMED
