"""Which models there are, and what the reasoning ones refuse."""

import re

from adapters.sandbox.openai_refusal import OpenAiRefusal

CHAT: tuple[str, ...] = tuple(
    "gpt-5 gpt-5-mini gpt-5-nano gpt-5.1 gpt-5.2 gpt-5.4 gpt-5.4-mini gpt-5.4-nano gpt-4.1 gpt-4.1-mini gpt-4.1-nano "
    "gpt-4o gpt-4o-mini o3 o3-mini o4-mini".split()
)
EMBEDDING = ("text-embedding-3-small", "text-embedding-3-large")
TRANSCRIPTION = ("gpt-4o-mini-transcribe", "gpt-4o-transcribe", "whisper-1")

SNAPSHOT = re.compile(r"-20\d\d-\d\d-\d\d\Z")
REASONING = re.compile(r"gpt-5|o\d")
# https://platform.openai.com/docs/guides/latest-model: these exist for models that do not reason first.
NOT_FOR_REASONING = ("temperature", "top_p", "presence_penalty", "frequency_penalty", "logprobs", "top_logprobs")


def check_model(model: str, known: tuple[str, ...]) -> None:
    """A dated snapshot of a known one is known. Raises OpenAiRefusal."""
    if not model:
        raise OpenAiRefusal("you must provide a model parameter")
    if SNAPSHOT.sub("", model) not in known:
        message = f"The model `{model}` does not exist or you do not have access to it."
        raise OpenAiRefusal(message, code="model_not_found", status=404)


def reasons(model: str) -> bool:
    """It thinks before it speaks."""
    return REASONING.match(model) is not None


def check_sampling(model: str, given: dict[str, object]) -> None:
    """Raises OpenAiRefusal for what a model of this kind does not take."""
    if not reasons(model):
        return
    if given.get("max_tokens") is not None:
        message = "Unsupported parameter: 'max_tokens' is not supported with this model. "
        message += "Use 'max_completion_tokens' instead."
        raise OpenAiRefusal(message, "max_tokens", "unsupported_parameter")
    for name in NOT_FOR_REASONING:
        value = given.get(name)
        if value is not None and value != (0 if "penalty" in name else 1):
            message = f"Unsupported parameter: '{name}' is not supported with this model."
            raise OpenAiRefusal(message, name, "unsupported_parameter")


def listed() -> dict[str, object]:
    """The answer to GET /v1/models."""
    names = (*CHAT, *EMBEDDING, *TRANSCRIPTION)
    data = [{"id": name, "object": "model", "created": 1_750_000_000, "owned_by": "system"} for name in names]
    return {"object": "list", "data": data}
