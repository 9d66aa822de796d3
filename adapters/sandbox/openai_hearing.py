"""A recording in words, as the transcription endpoint answers it."""

import msgspec

from adapters.sandbox.openai_models import TRANSCRIPTION, check_model
from adapters.sandbox.openai_parameters import Transcription, read_parameters
from adapters.sandbox.openai_refusal import OpenAiRefusal
from adapters.sandbox.openai_usage import count_tokens
from adapters.sandbox.spoken_note import words_in
from adapters.sandbox.wire import Call, Reply, json_reply

ENDINGS = frozenset("flac m4a mp3 mp4 mpeg mpga oga ogg wav webm".split())
LARGEST_FILE = 25 * 2**20
# What a recording says that carries no words.
USUAL_WORDS = "coffee 4.50"


def transcribe(call: Call, *, nothing: bool) -> Reply:
    """Raises OpenAiRefusal."""
    fields = {name.removesuffix("[]"): value for name, value in call.parameters.items()}
    asked = read_parameters(fields, Transcription, strict=False)
    check_model(asked.model, TRANSCRIPTION)
    upload = call.files.get("file")
    if upload is None:
        raise OpenAiRefusal("Missing required parameter: 'file'.", "file", "missing_required_parameter")
    if len(upload.content) > LARGEST_FILE:
        raise OpenAiRefusal(f"Maximum content size limit ({LARGEST_FILE}) exceeded.", status=413)
    if not upload.content or upload.filename.rpartition(".")[2].lower() not in ENDINGS:
        raise OpenAiRefusal(f"Invalid file format. Supported formats: {sorted(ENDINGS)}", "file")
    words = words_in(upload.content)
    text = "" if nothing else USUAL_WORDS if words is None else words
    if asked.response_format == "text":
        return Reply(200, f"{text}\n".encode(), "text/plain")
    return json_reply(200, {"text": text, "usage": _usage(upload.content, text)})


def _usage(sound: bytes, text: str) -> msgspec.Raw:
    heard, said = len(sound) // 100 + 1, count_tokens(text)
    details = {"text_tokens": 0, "audio_tokens": heard}
    usage = {"type": "tokens", "input_tokens": heard, "output_tokens": said, "total_tokens": heard + said}
    return msgspec.Raw(msgspec.json.encode({**usage, "input_token_details": details}))
