"""What a webhook's answer tells Twilio to send."""

from xml.etree import ElementTree as ET

from adapters.sandbox.courier import Answer

XML = frozenset({"text/xml", "application/xml", "text/html"})


class BadTwiml(Exception):
    """Twilio's error code for an answer it cannot use: 12300 wrong content type, 12100 broken document."""


def read_twiml(answer: Answer) -> list[str]:
    """The texts of its <Message> verbs, in order; a text/plain answer is one message. Raises BadTwiml."""
    if not answer.body.strip():
        return []
    if answer.media_type == "text/plain":
        return [answer.body.decode()]
    if answer.media_type not in XML:
        raise BadTwiml("12300")
    try:
        document = ET.fromstring(answer.body)  # noqa: S314 - written by PAM, on this machine
    except ET.ParseError as error:
        raise BadTwiml("12100") from error
    if document.tag != "Response":
        raise BadTwiml("12100")
    return [_text_of(message) for message in document.iter("Message")]


def _text_of(message: ET.Element) -> str:
    body = message.find("Body")
    return "".join((message if body is None else body).itertext()).strip()
