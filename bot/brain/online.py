"""A model's way to a decision: it asks for tools, hears what they say, and phrases an answer nobody has to believe."""

from typing import Literal

import msgspec

from bot.brain.arguments import Misshapen, read_call
from bot.brain.context import data, entries, system_text
from bot.brain.desk import Desk, Empty, Rehearsed, Spent
from bot.brain.message import Message
from bot.brain.own_words import is_strange, may_be_done, words_in, writes
from bot.brain.permissions import TELLS_NO_WORDS, reads
from bot.brain.saying import Saying, Statements
from bot.brain.tally import Tally
from bot.brain.tools import offered, tools, tools_size
from bot.domain.decision import NOTHING, Calls, Choice, Decision, Question, SkillCall
from bot.domain.errors import Rejected, Unavailable
from bot.domain.model_prices import cost_of, most_it_can_cost, tokens_about, tokens_of
from bot.domain.yes_or_no import LEAVE_IT
from bot.ports.language_model import Entry, Found, LanguageModel, Prompt, Reply, Said, ToolCall, Usage, Wanted

MOST_CALLS = 6
MOST_ROUNDS = 5
LONGEST_RESULT = 6_000
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


class Train:
    """One train of thought: what was asked for and found so far. Writes are only collected."""

    def __init__(self, message: Message, desk: Desk, tally: Tally) -> None:
        self._tally = tally
        self._rounds = 0
        self._message = message
        self._saying = Saying(message)
        self._desk = desk
        self._entries: list[Entry] = list(entries(message.text, message.exchanges, message.known))
        self._wanted: list[SkillCall] = []
        self._calls: list[SkillCall] = []
        self._unread = list(message.offline.calls) if isinstance(message.offline, Calls) else []
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
            if not looks or self._has_writes or self._message.offline is not NOTHING:
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
            await purse.settle(Spent(1, tokens_of(size), 0, most) if was_sent else Spent())
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
        results, is_misshapen, repeats, before = [], False, False, list(self._wanted)
        for call in reply.calls:
            try:
                wanted = self._read(call)
            except Misshapen as fault:
                is_misshapen = True
                results.append(Found(call.id, f"refused: {fault}"))
                continue
            is_repeated = any(_same(wanted, each) for each in before)
            repeats = repeats or is_repeated
            self._wanted.append(wanted)
            results.append(Found(call.id, "asked already" if is_repeated else await self._answer(wanted)))
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
        call = self._as_read_offline(call)
        self._calls.append(call)
        if not reads(call):
            return WRITES_LATER
        found = await self._desk.rehearse((call,))
        self._found[_key(call)] = found
        return data(found.lines, LONGEST_RESULT)

    def _as_read_offline(self, call: SkillCall) -> SkillCall:
        """The offline brain's own call where the model asks for the same: it holds what no model may fill.

        Of a look at the books nothing else is taken from it: what the model left out it may have misread.
        """
        same = next((each for each in self._unread if each.skill == call.skill and _is_more_of(each, call)), None)
        if same is None:
            return call
        self._unread.remove(same)
        return same

    def _hear(self, so_far: str) -> None:
        """What may be shown already; once something is to be written the words are not the model's."""
        if self._desk.is_ready and not self._has_writes:
            words = self._saying.draft(so_far, self._statements)
            if words:
                self._desk.show(words)

    async def _conclude(self, reply: Reply) -> Decision:
        if self._has_writes:
            return await self._writing()
        calls = tuple(self._calls)
        if not calls:
            chat = self._saying.chat(reply.text)
            if chat is None:
                raise Astray("no_answer")
            return chat
        lines = tuple(line for call in calls for line in self._found[_key(call)].lines)
        return self._saying.phrased(reply.text, calls, lines, self._statements or ()) or Calls(calls)

    async def _writing(self) -> Decision:
        """Done at once where it is what the person said, and nobody else's words were read; else asked first."""
        calls, message = tuple(self._calls), self._message
        wanted = tuple(call for call in calls if not reads(call))
        if not self._has_read_words:
            if may_be_done(message.text, wanted, message.offline, message.reader):
                return Calls(calls)
            if _is_part(wanted, writes(message.offline)):
                # Rather all that was said than what the model made of the half of it.
                raise Astray("no_answer")
        rehearsed = await self._desk.rehearse(calls)
        if rehearsed.only_asks:
            return Calls(calls)
        return confirmed_first(calls, rehearsed.lines)

    @property
    def _has_writes(self) -> bool:
        return any(not reads(call) for call in self._calls)

    @property
    def _has_read_words(self) -> bool:
        return any(reads(call) and call.skill not in TELLS_NO_WORDS for call in self._calls)

    @property
    def _statements(self) -> Statements | None:
        """What the books said; None while nobody looked."""
        if not self._calls:
            return None
        return tuple(each for found in self._found.values() for each in found.statements)


def confirmed_first(calls: tuple[SkillCall, ...], lines: tuple[str, ...]) -> Question:
    """What would be done, said in the skills' own words, and whether it shall be."""
    choices = (Choice("question.yes", calls), Choice("question.no", (LEAVE_IT,)))
    return Question("confirm", choices, {"what": " ".join(lines)})


def _is_more_of(read: SkillCall, call: SkillCall) -> bool:
    more = read.slots.keys() - call.slots.keys()
    return call.slots.items() <= read.slots.items() and not (reads(call) and more & offered()[call.skill].slots)


def _is_part(wanted: tuple[SkillCall, ...], whole: tuple[SkillCall, ...]) -> bool:
    keys = [_key(call) for call in whole]
    return len(wanted) < len(whole) and all(_key(call) in keys for call in wanted)


def prompt_size(prompt: Prompt) -> int:
    """In characters, the tools with it."""
    return len(prompt.system) + len(msgspec.json.encode(prompt.entries)) + tools_size()


def _estimated(size: int, reply: Reply) -> Usage:
    """Where the vendor counts nothing."""
    written = len(reply.text) + sum(len(call.arguments) for call in reply.calls)
    return Usage(tokens_about(size), 0, tokens_about(written))


def _spent(model: LanguageModel, usage: Usage) -> Spent:
    return Spent(1, usage.tokens_in, usage.tokens_out, cost_of(model.model, usage))


def _key(call: SkillCall) -> str:
    return f"{call.skill} {sorted(call.slots.items(), key=str)}"


def _same(one: SkillCall, other: SkillCall) -> bool:
    return _key(one) == _key(other)
