"""An accepted SMS on its way: sent, delivered or not, each step told to the status callback."""

from adapters.sandbox.errands import Errands
from adapters.sandbox.faults import Faults
from adapters.sandbox.twilio_messages import API_VERSION, Sms
from adapters.sandbox.twilio_webhooks import Fields, TwilioWebhooks
from adapters.sandbox.twilio_world import TwilioWorld


class TwilioDelivery:
    """The fault "reorder" tells the steps of one message in the opposite order."""

    def __init__(self, world: TwilioWorld, webhooks: TwilioWebhooks, faults: Faults, errands: Errands) -> None:
        self._world = world
        self._webhooks = webhooks
        self._faults = faults
        self._errands = errands

    def accept(self, sms: Sms, status_callback: str = "") -> None:
        self._world.show(sms)
        self._errands.start(self._carry(sms, status_callback))

    async def _carry(self, sms: Sms, status_callback: str) -> None:
        error_code = self._world.carrier.failure(sms.to)
        last = "delivered" if error_code is None else "undelivered"
        reports = [_report(sms)]
        for status in ("sent", last):
            self._world.move(sms, status, error_code if status == last else None)
            reports.append(_report(sms))
        if not status_callback:
            return
        if self._faults.take("Twilio", "reorder") is not None:
            reports.reverse()
        for report in reports:
            await self._webhooks.post(status_callback, report)


def _report(sms: Sms) -> Fields:
    """The parameters of a status callback."""
    report = {
        "SmsSid": sms.sid,
        "SmsStatus": sms.status,
        "MessageStatus": sms.status,
        "To": sms.to,
        "MessageSid": sms.sid,
        "AccountSid": sms.account_sid,
        "From": sms.from_,
        "ApiVersion": API_VERSION,
    }
    if sms.messaging_service_sid:
        report["MessagingServiceSid"] = sms.messaging_service_sid
    if sms.error_code is not None:
        report["ErrorCode"] = str(sms.error_code)
    return report
