"""OpenAI's API: both wires of its language models, embeddings, transcriptions, and the list of its models."""

import asyncio
import hmac
import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace

import msgspec

from adapters.sandbox import openai_refusal
from adapters.sandbox.faults import Fault, Faults, Vendor
from adapters.sandbox.keys import Keys
from adapters.sandbox.openai_asked import Asked, Play
from adapters.sandbox.openai_chat import ChatCompletion, read_chat
from adapters.sandbox.openai_chat_answer import ChatAnswer
from adapters.sandbox.openai_embeddings import embed
from adapters.sandbox.openai_hearing import transcribe
from adapters.sandbox.openai_mischief import REFUSALS, Mischief, spoil_pieces, spoil_play
from adapters.sandbox.openai_models import listed, reasons
from adapters.sandbox.openai_parameters import Embeddings, read_parameters
from adapters.sandbox.openai_refusal import OpenAiRefusal
from adapters.sandbox.openai_response_answer import ResponseAnswer
from adapters.sandbox.openai_responses import ModelResponse, read_response, with_types
from adapters.sandbox.openai_usage import Meter, Usage, count_tokens
from adapters.sandbox.openai_world import OpenAi
from adapters.sandbox.wire import Call, Parameters, Reply

EVENTS = "text/event-stream; charset=utf-8"

Endpoint = Callable[[Call, Fault | None], Reply]


class OpenAiApi:
    """Nothing is kept: whatever is asked comes with all that it needs."""

    name: Vendor = "OpenAI"

    def __init__(self, keys: Keys, model: OpenAi, faults: Faults, now: Callable[[], float]) -> None:
        self._keys = keys
        self._model = model
        self._mischief = Mischief(faults)
        self._meter = Meter()
        self._now = now
        self._endpoints: dict[str, tuple[str, Endpoint]] = {
            "/v1/chat/completions": ("POST", self._complete),
            "/v1/responses": ("POST", self._respond),
            "/v1/embeddings": ("POST", self._embed),
            "/v1/audio/transcriptions": ("POST", self._transcribe),
            "/v1/models": ("GET", self._list),
        }

    def label(self, call: Call) -> str:
        return f"{call.verb} {call.path.removeprefix('/v1/')}"

    def shown(self, call: Call) -> Parameters:
        """How it was asked and how much, never what."""
        lists = {name: len(value) for name, value in call.parameters.items() if isinstance(value, list)}
        settings = ("model", "stream", "store", "max_completion_tokens", "max_output_tokens")
        return {**{name: call.parameters[name] for name in settings if name in call.parameters}, **lists}

    async def answer(self, call: Call) -> Reply:
        try:
            reply = self._answer(call)
        except OpenAiRefusal as refusal:
            reply = refusal.reply()
        return replace(reply, headers={**reply.headers, "x-request-id": f"req_{secrets.token_hex(16)}"})

    def broken(self, status: int) -> Reply:
        return openai_refusal.server_error(status)

    def limited(self, retry_after_s: int) -> Reply:
        return openai_refusal.too_many_requests(retry_after_s)

    def _answer(self, call: Call) -> Reply:
        self._check_key(call.authorization)
        verb, endpoint = self._endpoints.get(call.path, ("", None))
        if endpoint is None:
            raise OpenAiRefusal(f"Invalid URL ({call.verb} {call.path})", status=404)
        if call.verb != verb:
            raise OpenAiRefusal(f"Not allowed to {call.verb} on {call.path}.", code="method_not_supported", status=405)
        fault = self._mischief.take()
        if fault is None:
            return endpoint(call, None)
        refuse = REFUSALS.get(fault.mode)
        return replace(refuse() if refuse else endpoint(call, fault), note=fault.mode)

    def _check_key(self, authorization: str) -> None:
        given = authorization.removeprefix("Bearer ")
        if not hmac.compare_digest(authorization.encode(), f"Bearer {self._keys.openai_key}".encode()):
            raise openai_refusal.wrong_key(given)

    def _complete(self, call: Call, fault: Fault | None) -> Reply:
        request = read_parameters(call.parameters, ChatCompletion)
        asked = read_chat(request, call.parameters)
        play, usage = self._played(asked, fault, thinks=_thinks(asked, request.reasoning_effort))
        answer = ChatAnswer(asked, play, usage, self._now())
        if not request.stream:
            return self._sent([answer.whole()], "application/json", fault)
        with_usage = request.stream_options is not None and request.stream_options.include_usage
        return self._sent(list(answer.streamed(with_usage=with_usage)), EVENTS, fault)

    def _respond(self, call: Call, fault: Fault | None) -> Reply:
        request = read_parameters(with_types(call.parameters), ModelResponse)
        asked = read_response(request, call.parameters)
        effort = request.reasoning.effort if request.reasoning else None
        play, usage = self._played(asked, fault, thinks=_thinks(asked, effort))
        answer = ResponseAnswer(asked, play, usage, self._now())
        if not request.stream:
            return self._sent([answer.whole()], "application/json", fault)
        return self._sent(list(answer.streamed()), EVENTS, fault)

    def _list(self, _: Call, fault: Fault | None) -> Reply:
        return self._sent([msgspec.json.encode(listed())], "application/json", fault)

    def _embed(self, call: Call, fault: Fault | None) -> Reply:
        vectors = embed(read_parameters(call.parameters, Embeddings), nothing=_is(fault, "empty"))
        return self._sent([msgspec.json.encode(vectors)], "application/json", fault)

    def _transcribe(self, call: Call, fault: Fault | None) -> Reply:
        reply = transcribe(call, nothing=_is(fault, "empty"))
        return self._sent([reply.body], reply.media_type, fault)

    def _played(self, asked: Asked, fault: Fault | None, *, thinks: bool) -> tuple[Play, Usage]:
        play = self._model.play(asked)
        if fault is not None:
            play = spoil_play(fault.mode, asked, play)
        most = asked.most_tokens
        if most is not None and count_tokens(play.text) > most:
            play = Play(text=play.text[: most * 4], finish_reason="length")
        return play, self._meter.count(asked, play, thinks=thinks)

    def _sent(self, pieces: Sequence[bytes], media_type: str, fault: Fault | None) -> Reply:
        spoilt = spoil_pieces(fault, pieces, media_type) if fault else None
        if spoilt is not None:
            return spoilt
        if media_type != EVENTS:
            return Reply(200, pieces[0], media_type)
        return Reply(200, b"", media_type, pieces=self._paced(pieces))

    async def _paced(self, pieces: Sequence[bytes]) -> AsyncIterator[bytes]:
        for piece in pieces:
            yield piece
            await asyncio.sleep(self._model.pace_s)


def _thinks(asked: Asked, effort: str | None) -> bool:
    return reasons(asked.model) and effort not in ("none", "minimal")


def _is(fault: Fault | None, mode: str) -> bool:
    return fault is not None and fault.mode == mode
