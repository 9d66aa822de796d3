"""A person holding a phone: what they text goes through the carrier to PAM, signed as Twilio signs it."""

from adapters.sandbox.carrier import ANSWERS, OptOut
from adapters.sandbox.errands import Errands
from adapters.sandbox.people import ANN_NUMBER
from adapters.sandbox.twilio_delivery import TwilioDelivery
from adapters.sandbox.twilio_messages import API_VERSION, Sms
from adapters.sandbox.twilio_webhooks import Fields, TwilioWebhooks
from adapters.sandbox.twilio_world import TwilioWorld
from adapters.sandbox.twiml import BadTwiml, read_twiml

COUNTRIES = {"+1": "US", "+33": "FR", "+34": "ES", "+44": "GB", "+49": "DE"}


class TwilioPhone:
    """Any number can be the phone; Ann's when none is named."""

    def __init__(
        self, world: TwilioWorld, webhooks: TwilioWebhooks, delivery: TwilioDelivery, errands: Errands
    ) -> None:
        self._world = world
        self._webhooks = webhooks
        self._delivery = delivery
        self._errands = errands
        self.webhook_errors: list[str] = []

    def say(self, text: str, number: str = ANN_NUMBER) -> str:
        """The MessageSid. A keyword is answered by the carrier and still told to PAM, with its OptOutType."""
        sms = self._world.book.write(number, self._world.keys.phone_number, text, "inbound", "received")
        self._world.show(sms)
        keyword = self._world.carrier.hear(number, text)
        if keyword is not None:
            self._write_back(sms, ANSWERS[keyword])
        if self._world.inbound_url:
            self._errands.start(self._tell_pam(sms, keyword))
        return sms.sid

    def messages(self, number: str = ANN_NUMBER) -> list[Sms]:
        """What the phone sent and was sent, oldest first."""
        return self._world.book.of_phone(number)

    def trouble(self, number: str, code: int | None) -> None:
        """From now on this number is refused (21xxx) or fails on its way (30xxx); None: no more."""
        self._world.carrier.troubles.pop(number, None)
        if code is not None:
            self._world.carrier.troubles[number] = code

    def opted_out(self, number: str = ANN_NUMBER) -> bool:
        return number in self._world.carrier.opted_out

    async def settled(self) -> None:
        """Until PAM was told of every text and every status."""
        await self._errands.settled()

    async def _tell_pam(self, sms: Sms, keyword: OptOut | None) -> None:
        answer = await self._webhooks.post(self._world.inbound_url, _inbound(sms, keyword))
        if not answer.taken:
            # Twilio's "HTTP retrieval failure".
            self.webhook_errors.append("11200")
            return
        try:
            replies = read_twiml(answer)
        except BadTwiml as error:
            self.webhook_errors.append(str(error))
            return
        for text in replies:
            if self._world.carrier.refusal(sms.from_) is None:
                self._write_back(sms, text)

    def _write_back(self, sms: Sms, text: str) -> None:
        reply = self._world.book.write(sms.to, sms.from_, text, "outbound-reply", "queued")
        self._delivery.accept(reply)


def _inbound(sms: Sms, keyword: OptOut | None) -> Fields:
    """The parameters of an incoming message's webhook."""
    fields = {
        "ToCountry": _country(sms.to),
        "ToState": "CA",
        "SmsMessageSid": sms.sid,
        "NumMedia": "0",
        "ToCity": "SAN FRANCISCO",
        "FromZip": "94105",
        "SmsSid": sms.sid,
        "FromState": "CA",
        "SmsStatus": "received",
        "FromCity": "SAN FRANCISCO",
        "Body": sms.body,
        "FromCountry": _country(sms.from_),
        "To": sms.to,
        "ToZip": "94105",
        "NumSegments": str(sms.segments),
        "MessageSid": sms.sid,
        "AccountSid": sms.account_sid,
        "From": sms.from_,
        "ApiVersion": API_VERSION,
    }
    if keyword is not None:
        fields["OptOutType"] = keyword
    return fields


def _country(number: str) -> str:
    return next((country for prefix, country in COUNTRIES.items() if number.startswith(prefix)), "")
