"""A response written: whole, or as the numbered events of a stream."""

import secrets
from collections.abc import Iterator

import msgspec

from adapters.sandbox.openai_asked import Asked, Json, Play, ToolUse
from adapters.sandbox.openai_pieces import event, pieces_of
from adapters.sandbox.openai_usage import Usage


class ResponseAnswer:
    """One answer to one request; ``now`` is in seconds. A model that thinks shows an empty thought first."""

    def __init__(self, asked: Asked, play: Play, usage: Usage, now: float) -> None:
        self._asked = asked
        self._play = play
        self._usage = usage
        self._now = now
        self._id = f"resp_{secrets.token_hex(24)}"
        self._is_cut = play.reason in ("length", "content_filter")
        self._items = self._output()
        self._sequence = 0

    def whole(self) -> bytes:
        return msgspec.json.encode(self._ended())

    def streamed(self) -> Iterator[bytes]:
        """Server-sent events, each with its name and number."""
        begun = self._response("in_progress", [], None)
        yield self._event("response.created", response=begun)
        yield self._event("response.in_progress", response=begun)
        for at, item in enumerate(self._items):
            yield from self._item(at, item)
        name = "response.incomplete" if self._is_cut else "response.completed"
        yield self._event(name, response=self._ended())

    def _output(self) -> list[Json]:
        if self._play.nothing:
            return []
        items: list[Json] = []
        if self._usage.tokens_thought:
            items.append({"id": f"rs_{secrets.token_hex(24)}", "type": "reasoning", "summary": []})
        if self._play.text:
            items.append(self._message(self._play.text, "incomplete" if self._is_cut else "completed"))
        return items + [_called(call, "completed") for call in self._play.calls]

    def _message(self, text: str, status: str) -> Json:
        part = {"type": "output_text", "text": text, "annotations": [], "logprobs": []}
        head: Json = {"id": f"msg_{secrets.token_hex(24)}", "type": "message", "status": status, "role": "assistant"}
        return {**head, "content": [part]}

    def _item(self, at: int, item: Json) -> Iterator[bytes]:
        where: Json = {"output_index": at}
        begun = {**item, **_UNFILLED.get(str(item["type"]), {})}
        yield self._event("response.output_item.added", item=begun, **where)
        where["item_id"] = item["id"]
        if item["type"] == "message":
            yield from self._words(where)
        if item["type"] == "function_call":
            for piece in pieces_of(str(item["arguments"])):
                yield self._event("response.function_call_arguments.delta", delta=piece, **where)
            named: Json = {"name": item["name"], "arguments": item["arguments"]}
            yield self._event("response.function_call_arguments.done", **named, **where)
        yield self._event("response.output_item.done", item=item, output_index=at)

    def _words(self, item: Json) -> Iterator[bytes]:
        where: Json = {"content_index": 0, **item}
        part = {"type": "output_text", "text": "", "annotations": [], "logprobs": []}
        yield self._event("response.content_part.added", part=part, **where)
        for piece in pieces_of(self._play.text):
            yield self._event("response.output_text.delta", delta=piece, logprobs=[], **where)
        yield self._event("response.output_text.done", text=self._play.text, logprobs=[], **where)
        yield self._event("response.content_part.done", part={**part, "text": self._play.text}, **where)

    def _ended(self) -> Json:
        return self._response("incomplete" if self._is_cut else "completed", self._items, self._usage)

    def _response(self, status: str, items: list[Json], usage: Usage | None) -> Json:
        why = "content_filter" if self._play.reason == "content_filter" else "max_output_tokens"
        return {
            "id": self._id,
            "object": "response",
            "created_at": int(self._now),
            "status": status,
            "background": False,
            "error": None,
            "incomplete_details": {"reason": why} if status == "incomplete" else None,
            "instructions": None,
            "max_output_tokens": self._asked.most_tokens,
            "model": self._asked.model,
            "output": items,
            "parallel_tool_calls": True,
            "previous_response_id": None,
            "store": False,
            "temperature": 1.0,
            "text": {"format": {"type": "text"}},
            "tool_choice": "auto",
            "tools": [],
            "top_p": 1.0,
            "truncation": "disabled",
            "usage": usage.as_response() if usage else None,
            "metadata": {},
        }

    def _event(self, name: str, /, **content: object) -> bytes:
        self._sequence += 1
        return event({"type": name, **content, "sequence_number": self._sequence - 1}, name)


# What of an item is not there yet when it is announced.
_UNFILLED: dict[str, Json] = {
    "message": {"content": [], "status": "in_progress"},
    "function_call": {"arguments": "", "status": "in_progress"},
}


def _called(call: ToolUse, status: str) -> Json:
    head: Json = {"id": f"fc_{secrets.token_hex(24)}", "type": "function_call", "status": status}
    return {**head, "call_id": f"call_{secrets.token_hex(12)}", "name": call.name, "arguments": call.written}
