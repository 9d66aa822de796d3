"""The baseline of SMS: uvicorn and Twilio's own validator, the form parsed, an empty TwiML back, nothing kept."""

import sys
from urllib.parse import parse_qsl

import uvicorn
from starlette.types import Receive, Scope, Send
from twilio.request_validator import RequestValidator

TWIML = b'<?xml version="1.0" encoding="UTF-8"?><Response/>'


class BareHandler:
    def __init__(self, auth_token: str, url: str) -> None:
        self._validator = RequestValidator(auth_token)
        self._url = url

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = b""
        more = True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        parameters = dict(parse_qsl(body.decode(), keep_blank_values=True))
        signature = dict(scope["headers"]).get(b"x-twilio-signature", b"").decode()
        status = 200 if self._validator.validate(self._url, parameters, signature) else 403
        headers = [(b"content-type", b"text/xml"), (b"content-length", b"%d" % len(TWIML))]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": TWIML})


if __name__ == "__main__":
    port, token, address = sys.argv[1:]
    uvicorn.run(
        BareHandler(token, address),
        port=int(port),
        http="httptools",
        loop="uvloop",
        ws="none",
        lifespan="off",
        access_log=False,
        log_level="error",
    )
