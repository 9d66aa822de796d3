"""How OpenAI's API says no: a status and one envelope."""

from adapters.sandbox.wire import Reply, json_reply

OVERLOADED = "The engine is currently overloaded, please try again later."
SORRY = "The server had an error while processing your request. Sorry about that!"
UNREADABLE = "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP "
UNREADABLE += "library correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON.)"


class OpenAiRefusal(Exception):
    """A call that OpenAI refuses; ``param`` names what was wrong with it."""

    def __init__(self, message: str, param: str | None = None, code: str | None = None, *, status: int = 400) -> None:
        super().__init__(message)
        self.message = message
        self.param = param
        self.code = code
        self.status = status

    def reply(self) -> Reply:
        return refusal_reply(self.status, self.message, "invalid_request_error", self.code, self.param)


def refusal_reply(status: int, message: str, kind: str, code: str | None = None, param: str | None = None) -> Reply:
    return json_reply(status, {"error": {"message": message, "type": kind, "param": param, "code": code}})


def unknown_parameter(name: str) -> OpenAiRefusal:
    return OpenAiRefusal(f"Unknown parameter: '{name}'.", name, "unknown_parameter")


def server_error(status: int) -> Reply:
    if status == 400:
        return OpenAiRefusal(UNREADABLE).reply()
    return refusal_reply(status, OVERLOADED if status == 503 else SORRY, "server_error")


def too_many_requests(retry_after_s: int) -> Reply:
    message = f"Rate limit reached on requests per min (RPM). Please try again in {retry_after_s}s."
    reply = refusal_reply(429, message, "requests", "rate_limit_exceeded")
    reply.headers["retry-after"] = str(retry_after_s)
    return reply


def quota_used_up() -> Reply:
    message = "You exceeded your current quota, please check your plan and billing details."
    return refusal_reply(429, message, "insufficient_quota", "insufficient_quota")


def not_from_here() -> Reply:
    message = "Country, region, or territory not supported"
    return refusal_reply(403, message, "request_forbidden", "unsupported_country_region_territory")


def wrong_key(given: str) -> OpenAiRefusal:
    if not given:
        return OpenAiRefusal("You didn't provide an API key. You need to provide your API key.", status=401)
    shown = f"{given[:8]}***{given[-4:]}" if len(given) > 16 else "***"
    message = f"Incorrect API key provided: {shown}."
    return OpenAiRefusal(message, code="invalid_api_key", status=401)
