"""Twilio's REST API for messages: create, fetch, list, and the account itself."""

import base64
import hmac
import re
from urllib.parse import urlsplit

from adapters.sandbox import twilio_refusal
from adapters.sandbox.faults import Vendor
from adapters.sandbox.twilio_delivery import TwilioDelivery
from adapters.sandbox.twilio_listing import list_messages
from adapters.sandbox.twilio_messages import API_VERSION, Sms
from adapters.sandbox.twilio_refusal import TwilioRefusal
from adapters.sandbox.twilio_world import TwilioWorld
from adapters.sandbox.wire import Call, Parameters, Reply, json_reply

ACCOUNT_PATH = re.compile(rf"/{API_VERSION}/Accounts/(\w+)(?:\.json|(/.*))\Z")
MESSAGE_PATH = re.compile(r"/Messages/(\w+)\.json\Z")
E164 = re.compile(r"\+[1-9]\d{7,14}\Z")
SERVICE = re.compile(r"MG[0-9a-f]{32}\Z")
LONGEST_BODY = 1600

CREATE = frozenset(
    "To StatusCallback ApplicationSid MaxPrice ProvideFeedback Attempt ValidityPeriod ForceDelivery ContentRetention "
    "AddressRetention SmartEncoded PersistentAction TrafficType ShortenUrls ScheduleType SendAt SendAsMms "
    "ContentVariables MessageIntent RiskCheck From FallbackFrom MessagingServiceSid Body MediaUrl ContentSid".split()
)

Fields = dict[str, str]


class TwilioApi:
    """Only text messages: a known parameter about pictures or schedules is accepted and has no effect."""

    name: Vendor = "Twilio"

    def __init__(self, world: TwilioWorld, delivery: TwilioDelivery) -> None:
        self._world = world
        self._delivery = delivery

    def label(self, call: Call) -> str:
        return f"{call.verb} {call.path.rpartition('Accounts/')[2].partition('/')[2] or 'Account'}"

    def shown(self, call: Call) -> Parameters:
        return call.parameters

    async def answer(self, call: Call) -> Reply:
        try:
            return self._answer(call)
        except TwilioRefusal as refusal:
            return refusal.reply()

    def broken(self, status: int) -> Reply:
        return twilio_refusal.server_error(status)

    def limited(self, retry_after_s: int) -> Reply:
        return twilio_refusal.too_many_requests(retry_after_s)

    def _answer(self, call: Call) -> Reply:
        path = ACCOUNT_PATH.match(call.path)
        if path is None:
            raise TwilioRefusal(20404, call.path)
        self._check_credentials(call.authorization, path[1])
        resource = path[2] or ""
        fields = {name: str(value) for name, value in call.parameters.items()}
        if resource == "/Messages.json" and call.verb == "POST":
            return json_reply(201, self._create(fields).as_json())
        if call.verb != "GET":
            raise TwilioRefusal(20405)
        if not resource:
            return json_reply(200, {"sid": path[1], "friendly_name": "PAM", "status": "active", "type": "Full"})
        if resource == "/Messages.json":
            return json_reply(200, list_messages(self._world.book.newest_first(), path[1], fields))
        message = MESSAGE_PATH.match(resource)
        sms = self._world.book.find(message[1]) if message else None
        if sms is None:
            raise TwilioRefusal(20404, call.path)
        return json_reply(200, sms.as_json())

    def _check_credentials(self, authorization: str, account_sid: str) -> None:
        keys = self._world.keys
        expected = "Basic " + base64.b64encode(f"{keys.account_sid}:{keys.auth_token}".encode()).decode()
        if not hmac.compare_digest(authorization.encode(), expected.encode()) or account_sid != keys.account_sid:
            raise TwilioRefusal(20003)

    def _create(self, asked: Fields) -> Sms:
        unknown = asked.keys() - CREATE
        if unknown:
            raise TwilioRefusal(20001, ", ".join(sorted(unknown)))
        to, body = asked.get("To", ""), asked.get("Body", "")
        self._check_numbers(to, asked.get("From", ""), asked.get("MessagingServiceSid", ""))
        _check_body(body)
        callback = asked.get("StatusCallback", "")
        if callback and not urlsplit(callback).hostname:
            raise TwilioRefusal(21609, callback)
        code = self._world.carrier.refusal(to)
        if code is not None:
            raise TwilioRefusal(code, to)
        service = asked.get("MessagingServiceSid")
        status = "accepted" if service else "queued"
        sms = self._world.book.write(self._world.keys.phone_number, to, body, "outbound-api", status)
        sms.messaging_service_sid = service
        self._delivery.accept(sms, callback)
        return sms

    def _check_numbers(self, to: str, from_: str, service: str) -> None:
        if not to:
            raise TwilioRefusal(21604)
        if not E164.match(to):
            raise TwilioRefusal(21211, to)
        if not from_ and not SERVICE.match(service):
            raise TwilioRefusal(21603)
        if from_ and from_ != self._world.keys.phone_number:
            raise TwilioRefusal(21606, from_)
        if to == self._world.keys.phone_number:
            raise TwilioRefusal(21266, to)


def _check_body(body: str) -> None:
    if not body.strip():
        raise TwilioRefusal(21602)
    if len(body) > LONGEST_BODY:
        raise TwilioRefusal(21617)
