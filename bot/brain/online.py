"""A model's way to a decision: it asks for tools, hears what they say, and phrases an answer nobody has to believe."""

from typing import Literal

import msgspec

from bot.brain.arguments import Misshapen, read_call
from bot.brain.context import data, entries, longest_answer, system_text
from bot.brain.deeds import is_idle, tells_of_deeds
from bot.brain.desk import Desk, Empty, Rehearsed, Spent
from bot.brain.grounding import Listener, ground, plain, sayable, says_enough
from bot.brain.own_words import is_strange, says_so, words_in
from bot.brain.permissions import TELLS_NO_WORDS, reads
from bot.brain.tally import Tally
from bot.brain.tools import hints, offered, system_template, tools, tools_size
from bot.domain.decision import NOTHING, Calls, Choice, Decision, Phrased, Question, Reader, SkillCall
from bot.domain.errors import Rejected, Unavailable
from bot.domain.memory import Memory
from bot.domain.model_prices import cost_of, most_it_can_cost, tokens_of
from bot.domain.statement import Statement
from bot.domain.yes_or_no import LEAVE_IT
from bot.ports.conversations import Exchange
from bot.ports.language_model import Entry, Found, LanguageModel, Prompt, Reply, Said, ToolCall, Usage, Wanted

MOST_CALLS = 6
MOST_ROUNDS = 5
LONGEST_RESULT = 6_000
CHARACTERS_OF_A_TOKEN = 4
WRITES_LATER = "noted: PAM does it when you have ended"

Why = Literal["too_many_calls", "misshapen", "repeats", "no_answer"]


class Astray(Exception):
    """The model came to nothing that can be used; nothing was done."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


class Capped(Exception):
    """What this person, or the whole house, may spend is spent; ``notice`` is the wording that says so, "" for none."""

    def __init__(self, notice: str) -> None:
        super().__init__(notice)
        self.notice = notice


class Message(msgspec.Struct, frozen=True):
    """What is to be thought about, for whom, what the offline brain makes of it, and what is known besides."""

    text: str
    reader: Reader
    offline: Decision
    exchanges: tuple[Exchange, ...] = ()
    known: tuple[Memory, ...] = ()


class Train:
    """One train of thought: what was asked for and found so far. Writes are only collected."""

    def __init__(self, message: Message, desk: Desk, tally: Tally) -> None:
        self._tally = tally
        self._rounds = 0
        self._message = message
        self._desk = desk
        self._entries: list[Entry] = list(entries(message.text, message.exchanges, message.known))
        self._calls: list[SkillCall] = []
        self._found: dict[str, Rehearsed] = {}
        self._asked = 0
        self._is_repaired = False

    @property
    def prompt(self) -> Prompt:
        return Prompt(system=system_text(self._message.reader), entries=tuple(self._entries), tools=tools())

    async def follow(self, model: LanguageModel) -> Decision:
        """Raises Astray, Capped, and what the model raises; whatever is raised, nothing was done.

        Where it goes astray after looks at the books, and the offline brain has nothing to say, they are the answer.
        """
        try:
            return await self._led_by(model)
        except Astray:
            looks = tuple(call for call in self._calls if _key(call) in self._found)
            if not looks or self._message.offline is not NOTHING:
                raise
            return Calls(looks)

    async def _led_by(self, model: LanguageModel) -> Decision:
        while self._rounds < MOST_ROUNDS:
            reply = await self._ask(model)
            if not reply.calls:
                return await self._conclude(reply)
            if await self._take(reply):
                return await self._conclude(Reply())
        raise Astray("too_many_calls")

    async def _ask(self, model: LanguageModel) -> Reply:
        """One call, and what it may cost put aside before it."""
        prompt = self.prompt
        size = prompt_size(prompt)
        self._rounds += 1
        most = most_it_can_cost(model.model, size, prompt.most_tokens + model.thoughts)
        purse = await self._desk.hold("model", most, is_first=self._rounds == 1)
        if isinstance(purse, Empty):
            raise Capped(purse.notice)
        try:
            reply = await model.respond(prompt, self._hear if self._desk.can_show else None)
        except (Unavailable, Rejected) as fault:
            # What was sent and never answered may be on the bill all the same.
            self._tally.calls.count("rejected" if isinstance(fault, Rejected) else "unavailable")
            was_sent = isinstance(fault, Rejected) or fault.tried
            await purse.settle(_spent(model, Usage(tokens_in=tokens_of(size))) if was_sent else Spent())
            raise
        self._tally.calls.count("answered")
        used = reply.usage if reply.usage.tokens_in else _estimated(size, reply)
        self._tally.tokens.count("in", used.tokens_in)
        self._tally.tokens.count("out", used.tokens_out)
        await purse.settle(_spent(model, used))
        return reply

    async def _take(self, reply: Reply) -> bool:
        """Does what can be done of the calls; True where the model only repeats itself."""
        self._asked += len(reply.calls)
        if self._asked > MOST_CALLS:
            raise Astray("too_many_calls")
        results, is_misshapen, repeats = [], False, False
        for call in reply.calls:
            try:
                wanted = self._read(call)
            except Misshapen as fault:
                is_misshapen = True
                results.append(Found(call.id, f"refused: {fault}"))
                continue
            wanted = _as_read_offline(wanted, self._message.offline)
            repeats = repeats or any(_same(wanted, before) for before in self._calls)
            results.append(Found(call.id, await self._answer(wanted)))
        if is_misshapen and self._is_repaired:
            raise Astray("misshapen")
        self._is_repaired = self._is_repaired or is_misshapen
        self._entries += [Wanted(reply.calls), *results]
        return repeats

    def _read(self, call: ToolCall) -> SkillCall:
        """Raises Misshapen, also for words that neither the person nor the books have: PAM would say them back."""
        wanted = read_call(call, self._message.reader)
        heard = words_in(entry.text for entry in self._entries if isinstance(entry, Said | Found))
        strange = is_strange(wanted, heard)
        if strange:
            raise Misshapen(f"{strange} is in nobody's words")
        return wanted

    async def _answer(self, call: SkillCall) -> str:
        if any(_same(call, before) for before in self._calls):
            return "asked already"
        self._calls.append(call)
        if not reads(call):
            return WRITES_LATER
        found = await self._desk.rehearse((call,))
        self._found[_key(call)] = found
        return data(found.lines, LONGEST_RESULT)

    def _hear(self, so_far: str) -> None:
        """What may be shown already; once something is to be written the words are not the model's."""
        if not self._desk.is_ready or self._has_writes or not (self._calls or self._may_chat):
            return
        words = sayable(so_far, self._statements, self._listener)
        if words and self._may_be_said(words):
            self._desk.show(words)

    async def _conclude(self, reply: Reply) -> Decision:
        if self._has_writes:
            return await self._writing()
        if not self._calls:
            return self._chatting(reply.text)
        calls = tuple(self._calls)
        lines = tuple(line for call in calls for line in self._found[_key(call)].lines)
        prose = plain(reply.text)
        if not prose or len(prose) > longest_answer(self._message.reader):
            return Calls(calls)
        verdict = ground(prose, self._statements, self._listener)
        if not verdict.holds or not self._may_be_said(prose):
            return Calls(calls)
        return Phrased(prose, calls, lines, with_lines=not says_enough(prose, self._statements, self._listener))

    async def _writing(self) -> Decision:
        """Done at once where it is what the person said, and nobody else's words were read; else asked first."""
        calls = tuple(self._calls)
        message = self._message
        told = [call for call in calls if not reads(call)]
        if not self._has_read_words and all(
            says_so(message.text, call, message.offline, message.reader) for call in told
        ):
            return Calls(calls)
        rehearsed = await self._desk.rehearse(calls)
        if rehearsed.only_asks:
            return Calls(calls)
        return confirmed_first(calls, rehearsed.lines)

    def _chatting(self, text: str) -> Decision:
        """Words without any look at the books: only where nothing was asked of PAM that she can do."""
        prose = plain(text)
        if not self._may_chat or not prose:
            raise Astray("no_answer")
        if not self._may_be_said(prose) or not ground(prose, (), self._listener).holds:
            raise Astray("no_answer")
        return Phrased(prose)

    def _may_be_said(self, prose: str) -> bool:
        return not tells_of_deeds(prose, self._statements) if self._calls else is_idle(prose)

    @property
    def _may_chat(self) -> bool:
        """Whether nothing was asked that needs a look at the books."""
        message = self._message
        return message.offline is NOTHING and not any(sign.isdigit() for sign in message.text)

    @property
    def _has_writes(self) -> bool:
        return any(not reads(call) for call in self._calls)

    @property
    def _has_read_words(self) -> bool:
        return any(reads(call) and call.skill not in TELLS_NO_WORDS for call in self._calls)

    @property
    def _statements(self) -> tuple[Statement, ...]:
        return tuple(each for found in self._found.values() for each in found.statements)

    @property
    def _listener(self) -> Listener:
        message, reader = self._message, self._message.reader
        return Listener(
            locale=reader.locale,
            language=reader.language,
            currency=reader.currency,
            today=reader.today,
            question=message.text,
            secret_text=(system_template(), *hints()),
        )


def confirmed_first(calls: tuple[SkillCall, ...], lines: tuple[str, ...]) -> Question:
    """What would be done, said in the skills' own words, and whether it shall be."""
    choices = (Choice("question.yes", calls), Choice("question.no", (LEAVE_IT,)))
    return Question("confirm", choices, {"what": " ".join(lines)})


def _as_read_offline(call: SkillCall, offline: Decision) -> SkillCall:
    """The offline brain's own call where the model asks for the same: it holds what no model may fill.

    Of a look at the books nothing else is taken from it: what the model left out it may have misread.
    """
    read = offline.calls if isinstance(offline, Calls) else ()
    return next((each for each in read if each.skill == call.skill and _is_more_of(each, call)), call)


def _is_more_of(read: SkillCall, call: SkillCall) -> bool:
    more = read.slots.keys() - call.slots.keys()
    return call.slots.items() <= read.slots.items() and not (reads(call) and more & offered()[call.skill].slots)


def prompt_size(prompt: Prompt) -> int:
    """In characters, the tools with it."""
    return len(prompt.system) + len(msgspec.json.encode(prompt.entries)) + tools_size()


def _estimated(size: int, reply: Reply) -> Usage:
    """Where the vendor counts nothing: in English a token is about four characters."""
    written = len(reply.text) + sum(len(call.arguments) for call in reply.calls)
    return Usage(size // CHARACTERS_OF_A_TOKEN + 1, 0, written // CHARACTERS_OF_A_TOKEN + 1)


def _spent(model: LanguageModel, usage: Usage) -> Spent:
    return Spent(1, usage.tokens_in, usage.tokens_out, cost_of(model.model, usage))


def _key(call: SkillCall) -> str:
    return f"{call.skill} {sorted(call.slots.items(), key=str)}"


def _same(one: SkillCall, other: SkillCall) -> bool:
    return _key(one) == _key(other)
