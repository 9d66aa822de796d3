"""How Twilio's API says no: a status, a code of its error dictionary, a sentence."""

from adapters.sandbox.wire import Reply, json_reply, phrase

MESSAGES = {
    20001: "Unknown parameters: {}",
    20003: "Authenticate",
    20404: "The requested resource {} was not found",
    20405: "Method not allowed",
    20429: "Too Many Requests",
    21211: "Invalid 'To' Phone Number: {}",
    21266: "'To' and 'From' number cannot be the same: {}",
    21408: "Permission to send an SMS has not been enabled for the region indicated by the 'To' number: {}",
    21602: "Message body is required.",
    21603: "A 'From' phone number is required.",
    21604: "A 'To' phone number is required.",
    21606: "The 'From' phone number provided ({}) is not a valid message-capable Twilio phone number for this account.",
    21609: "The 'StatusCallback' URL {} is not a valid URL.",
    21610: "Attempt to send to unsubscribed recipient",
    21614: "'To' number is not a valid mobile number: {}",
    21617: "The concatenated message body exceeds the 1600 character limit.",
}
STATUSES = {20003: 401, 20404: 404, 20405: 405, 20429: 429}


class TwilioRefusal(Exception):
    """A call that Twilio refuses. ``about`` fills the sentence; a code not listed says only its number."""

    def __init__(self, code: int, about: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.message = MESSAGES.get(code, f"Error {code}").format(about)
        self.status = STATUSES.get(code, 400)

    def reply(self) -> Reply:
        return refusal_reply(self.status, self.code, self.message)


def refusal_reply(status: int, code: int, message: str, headers: dict[str, str] | None = None) -> Reply:
    content = {
        "code": code,
        "message": message,
        "more_info": f"https://www.twilio.com/docs/errors/{code}",
        "status": status,
    }
    return json_reply(status, content, headers)


def server_error(status: int) -> Reply:
    return refusal_reply(status, 20000 + status, phrase(status))


def too_many_requests(retry_after_s: int) -> Reply:
    return refusal_reply(429, 20429, MESSAGES[20429], {"Retry-After": str(retry_after_s)})
