"""A person's own words said back: "tesco means groceries", "put lunch under food"."""

from bot.domain.taxonomy import Scope, fold, word_key
from bot.domain.visit import Visit
from bot.domain.wording import joined, titled
from bot.ports.store import Tx
from bot.services.naming import lay_word, may_be_laid, meant_by, name_word
from bot.skills.asked_days import ever
from bot.skills.offers import undo_offer
from bot.skills.recording import LONGEST_WORD
from bot.skills.skill import Outcome

# Said in place of a category to forget what a word means.
NOTHING = ("", "nothing")


async def name_category(tx: Tx, visit: Visit, word: str, means: str) -> Outcome:
    """A category of their own goes under a heading with all that is booked; other words mean something from now on."""
    word, means = word.strip()[:LONGEST_WORD], means.strip()[:LONGEST_WORD]
    if not word:
        return Outcome((visit.voice.line("naming.say"),))
    if fold(means) in NOTHING:
        await name_word(tx, visit, word, "")
        return Outcome((visit.voice.line("naming.forgotten", word=titled(word)),), offers=undo_offer(visit))
    if await may_be_laid(tx, visit, word, means):
        return await _lay(tx, visit, word, means)
    changed = await name_word(tx, visit, word, means)
    meant = await meant_by(tx, visit, word)
    if not changed:
        return Outcome((visit.voice.line("naming.means_already", word=titled(word), means=meant),))
    said = visit.voice.line("naming.means", word=titled(word), means=meant)
    return Outcome((joined(said, visit.voice.line("naming.booked_stays")),), offers=undo_offer(visit))


async def _lay(tx: Tx, visit: Visit, word: str, heading: str) -> Outcome:
    voice = visit.voice
    if not await lay_word(tx, visit, word, heading):
        return Outcome((voice.line("naming.laid_already", word=titled(word), heading=voice.word(heading)),))
    lines = [voice.line("naming.laid", word=titled(word), heading=voice.word(heading))]
    moved = await _booked(tx, visit, word)
    if moved:
        lines.append(voice.line("naming.moved_one" if moved == 1 else "naming.moved", count=moved))
    return Outcome((joined(*lines),), offers=undo_offer(visit))


async def _booked(tx: Tx, visit: Visit, word: str) -> int:
    """How many bookings lie under a word, however long ago."""
    sums = await tx.books.sums(visit.ledger_id, "expense", Scope("word", word_key(word)), ever(visit))
    return sum(each.bookings for each in sums)
