"""OpenAI's variables: a key, or the address of any server that speaks as it does."""

import ipaddress
import re
from urllib.parse import SplitResult, urlsplit

import msgspec

from bot.kit.secret import Secret
from handlers.settings.reader import PLACEHOLDER, Reader

OPENAI = "https://api.openai.com/v1"
# Of the price list the least that reads well; a host's own server names its own.
USUAL_MODEL = "gpt-5-mini"
USUAL_EMBEDDING = "text-embedding-3-small"
USUAL_TRANSCRIPTION = "gpt-4o-mini-transcribe"

_PLAIN = re.compile(r"[!-~]+")
_MODEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@-]{0,127}")
# A name without a dot, as machines of one network and containers call each other.
_NEARBY = re.compile(r"[a-z0-9_-]+|[a-z0-9._-]+\.(?:local|internal|lan|localhost)")


class OpenAiSettings(msgspec.Struct, frozen=True, kw_only=True):
    """``wire`` is "chat" or "responses"; a capability whose model is None is off."""

    api_key: Secret
    base_url: str
    wire: str
    model: str
    embedding_model: str | None
    vision_model: str | None
    transcription_model: str | None

    @property
    def is_own(self) -> bool:
        """Whether it runs on a machine of the host's: plain http goes nowhere else."""
        return self.base_url.startswith("http://")


def read_openai(reader: Reader) -> OpenAiSettings | None:
    """A server of one's own needs no key: then a word stands in its place, which the SDK insists on."""
    key = reader.secret("OPENAI_API_KEY", re.compile(r"[!-~]{3,400}"), "must be the key as its owner gave it")
    wire = reader.choice("PAM_OPENAI_API", ("auto", "chat", "responses"), "auto")
    base_url = _base_url(reader)
    names = ("MODEL", "EMBEDDING_MODEL", "VISION_MODEL", "TRANSCRIPTION_MODEL")
    models = {name: reader.shaped(f"OPENAI_{name}", _MODEL, "must be the name of a model") or None for name in names}
    if key is None and not reader.text("OPENAI_BASE_URL"):
        if any(models.values()) and not reader.text("OPENAI_API_KEY"):
            reader.fault("OPENAI_API_KEY", "must be set beside a model, or OPENAI_BASE_URL for a server without a key")
        return None
    is_openai = base_url == OPENAI
    model = models["MODEL"] or USUAL_MODEL
    return OpenAiSettings(
        api_key=key or Secret("none"),
        base_url=base_url,
        wire=("responses" if is_openai else "chat") if wire == "auto" else wire,
        model=model,
        embedding_model=models["EMBEDDING_MODEL"],
        vision_model=models["VISION_MODEL"] or model,
        transcription_model=models["TRANSCRIPTION_MODEL"] or USUAL_TRANSCRIPTION,
    )


def _base_url(reader: Reader) -> str:
    value = reader.text("OPENAI_BASE_URL").rstrip("/")
    if not value:
        return OPENAI
    if PLACEHOLDER.fullmatch(value) or not _is_base(value):
        reader.fault("OPENAI_BASE_URL", "must be an address like https://api.openai.com/v1 (http only for one nearby)")
    return value


def _is_base(value: str) -> bool:
    """A password does not belong into an address: the key is a variable of its own."""
    try:
        parts = urlsplit(value)
        if not parts.hostname or parts.port == 0:
            return False
    except ValueError:
        return False
    if not _PLAIN.fullmatch(value) or parts.username is not None or parts.query or parts.fragment:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and _is_nearby(parts))


def _is_nearby(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return bool(_NEARBY.fullmatch(host))
