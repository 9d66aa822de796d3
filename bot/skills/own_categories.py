"""A person's own words for money: their categories, where they lie, and what else they call things."""

from bot.domain.answer import Line
from bot.domain.taxonomy import OTHER, Place, place_of, word_key
from bot.domain.visit import Visit
from bot.domain.wording import titled
from bot.ports.store import Tx
from bot.skills.asked_days import last_year

MOST_TOLD = 30


async def category_lines(tx: Tx, visit: Visit) -> tuple[Line, ...]:
    """One line a word: the categories most used first, then income, then words that mean a category."""
    voice = visit.voice
    rows = [
        *(_row(visit, place) for place in await _most_used_first(tx, visit)),
        *(
            voice.line("own_word.income", category=each.word)
            for each in await tx.books.words(visit.ledger_id, "income")
        ),
        *(
            voice.line("own_word.means", word=titled(word), means=means)
            for word, means in await tx.meanings.all(visit.ledger_id)
        ),
    ]
    if not rows:
        return (voice.line("own_word.none"),)
    rest = len(rows) - MOST_TOLD
    more = (voice.line("own_word.more", count=rest),) if rest > 0 else ()
    return (voice.line("own_word.title"), *rows[:MOST_TOLD], *more)


async def _most_used_first(tx: Tx, visit: Visit) -> list[Place]:
    """Those of the last year by their use, then the others as they came."""
    used = await tx.books.usual_words(visit.ledger_id, last_year(visit).first, MOST_TOLD)
    ranks = {word_key(word): rank for rank, word in enumerate(used)}
    places = await tx.books.words(visit.ledger_id, "expense")
    return sorted(places, key=lambda place: ranks.get(word_key(place.word), MOST_TOLD))


def _row(visit: Visit, place: Place) -> Line:
    """With its heading where the person laid it elsewhere than it would lie."""
    usual = place_of(place.word)
    if (place.group, place.leaf) == (usual.group, usual.leaf):
        return visit.voice.line("own_word.category", category=place.word)
    heading = place.group if place.leaf == OTHER else place.leaf
    return visit.voice.line("own_word.laid", category=place.word, heading=heading)
