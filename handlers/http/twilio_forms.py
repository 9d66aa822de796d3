"""The parameters Twilio posts, each with the shape it must have.

The signature runs names and values together without a mark between them, so one captured signature also fits the same
letters split elsewhere. Exact names and narrow shapes leave one way to split; what is free text and stands before
another name must not hide a name.
"""

import re
from collections.abc import Mapping

import msgspec

from bot.domain.attachment import Attachment
from handlers.http.form import IllFormed, Parameters

Form = dict[str, str]
Shapes = Mapping[str, re.Pattern[str]]

_PLACE = re.compile(r"[^\x00-\x1f\x7f]{0,80}")
_MESSAGE_SID = re.compile(r"(?:SM|MM)[0-9a-f]{32}")
_ACCOUNT_SID = re.compile(r"AC[0-9a-fA-F]{32}")
_SERVICE_SID = re.compile(r"MG[0-9a-f]{32}")
_VERSION = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_COUNT = re.compile(r"[0-9]{1,3}")
_TEXT = re.compile(r".*", re.DOTALL)
_URL = re.compile(r"https?://[!-~]{1,400}")
_NUMBERED = re.compile(r"(MediaUrl|MediaContentType)[0-9]{1,2}")
_E164 = re.compile(r"\+[1-9][0-9]{6,14}")

INBOUND: Shapes = {
    "MessageSid": _MESSAGE_SID,
    "AccountSid": _ACCOUNT_SID,
    "From": _E164,
    "To": re.compile(r"\+?[0-9]{3,15}"),
    "Body": _TEXT,
    "SmsMessageSid": _MESSAGE_SID,
    "SmsSid": _MESSAGE_SID,
    "MessagingServiceSid": _SERVICE_SID,
    "NumMedia": _COUNT,
    "NumSegments": _COUNT,
    "SmsStatus": re.compile("received"),
    "ApiVersion": _VERSION,
    "OptOutType": re.compile("STOP|START|HELP"),
    "AddOns": _TEXT,
    "MediaUrl": _URL,
    "MediaContentType": re.compile(r"[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,80}(?:; ?[a-z]{1,20}=[A-Za-z0-9._-]{1,40})?"),
    **{f"{end}{part}": _PLACE for end in ("From", "To") for part in ("City", "State", "Zip", "Country")},
}
INBOUND_NEEDS = ("MessageSid", "AccountSid", "From", "To", "Body")

STATUS: Shapes = {
    "MessageSid": _MESSAGE_SID,
    "AccountSid": _ACCOUNT_SID,
    "MessageStatus": re.compile("[a-z_]{4,20}"),
    "SmsSid": _MESSAGE_SID,
    "SmsStatus": re.compile("[a-z_]{4,20}"),
    "MessagingServiceSid": _SERVICE_SID,
    "From": re.compile(r"\+?[0-9]{3,15}|[A-Za-z0-9 ]{1,11}"),
    "To": _E164,
    "ApiVersion": _VERSION,
    "ErrorCode": re.compile("[0-9]{1,6}|"),
    "ErrorMessage": _PLACE,
    "RawDlrDoneDate": re.compile("[0-9]{1,14}"),
    "NumSegments": _COUNT,
    "Price": re.compile(r"-?[0-9.]{1,12}|"),
    "PriceUnit": re.compile("[A-Za-z]{3}|"),
}
STATUS_NEEDS = ("MessageSid", "AccountSid", "MessageStatus")

# "To" alone is part of many a town; as a swallowed parameter a number would follow it.
_HIDDEN_NAME = re.compile("|".join(sorted({*INBOUND, *STATUS} - {"To"}, key=len, reverse=True)) + r"|To(?=\+)")


def checked_form(parameters: Parameters, shapes: Shapes, needs: tuple[str, ...]) -> Form:
    """Every needed name once, no unknown name, every value in its shape. Raises IllFormed, naming the parameter."""
    form = dict(parameters)
    if len(form) < len(parameters):
        raise IllFormed("a parameter stands twice")
    for name in needs:
        if name not in form:
            raise IllFormed(f"{name} is missing")
    for name, value in form.items():
        shape = shapes.get(name) or shapes.get(_unnumbered(name))
        if shape is None:
            raise IllFormed("a parameter with an unknown name")
        if shape.fullmatch(value) is None or (shape in (_PLACE, _URL) and _hides_a_name(value)):
            raise IllFormed(f"{name} has not its shape")
    _check_add_ons(form)
    return form


def attached(form: Form) -> Attachment | None:
    """A picture or a recording that came with an MMS; PAM does not fetch it."""
    if form.get("NumMedia", "0").strip("0") == "":
        return None
    media_type = form.get("MediaContentType0", "").partition(";")[0]
    kind = "voice" if media_type.startswith("audio/") else "picture"
    return Attachment(kind=kind, ref="", media_type=media_type)


def _unnumbered(name: str) -> str:
    numbered = _NUMBERED.fullmatch(name)
    return numbered[1] if numbered else ""


def _hides_a_name(value: str) -> bool:
    # Twilio writes places in capitals, in which no name can hide.
    return value != value.upper() and _HIDDEN_NAME.search(value) is not None


def _check_add_ons(form: Form) -> None:
    """Whatever an add-on says, it is one JSON value and no more."""
    if "AddOns" in form:
        try:
            msgspec.json.decode(form["AddOns"].encode(), type=msgspec.Raw)
        except (msgspec.MsgspecError, RecursionError):
            raise IllFormed("AddOns has not its shape") from None
