"""How the Bot API says no."""

from adapters.sandbox.wire import Reply, json_reply, phrase


class NotOk(Exception):
    """A call that Telegram refuses, with its code and its own words."""

    def __init__(self, status: int, description: str, retry_after_s: int | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.retry_after_s = retry_after_s

    def reply(self) -> Reply:
        content: dict[str, object] = {"ok": False, "error_code": self.status, "description": self.description}
        if self.retry_after_s is None:
            return json_reply(self.status, content)
        content["parameters"] = {"retry_after": self.retry_after_s}
        return json_reply(self.status, content, {"Retry-After": str(self.retry_after_s)})


def bad_request(why: str) -> NotOk:
    return NotOk(400, f"Bad Request: {why}")


def too_many_requests(retry_after_s: int) -> NotOk:
    return NotOk(429, f"Too Many Requests: retry after {retry_after_s}", retry_after_s)


def server_error(status: int) -> NotOk:
    return NotOk(status, phrase(status))
