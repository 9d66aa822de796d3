"""What a person means by their words: aliases, and categories of their own laid where they want them."""

from datetime import date

from msgspec.structs import replace

from bot.domain.act import Laid, Meant
from bot.domain.booking import merchant_key
from bot.domain.errors import Refused
from bot.domain.period import Period
from bot.domain.taxonomy import OTHER, Place, Scope, covers, fold, place_of, scope_of, word_key
from bot.domain.visit import Visit
from bot.ports.books import Search, Which
from bot.ports.store import Tx
from bot.services.bookkeeping import write_deed
from bot.services.budgeting import remove_budget, set_budget


async def meant_by(tx: Tx, visit: Visit, word: str) -> str:
    """The word this person's word stands for; itself unless they said otherwise."""
    return await tx.meanings.of(visit.ledger_id, word, "") or word


async def scope_meant(tx: Tx, visit: Visit, word: str) -> Scope:
    """What a question on a word counts: where the published lists have it, unless it was laid elsewhere."""
    scope = scope_of(word)
    if scope.kind != "leaf":
        return scope
    lies = await _lies_at(tx, visit, word)
    return scope if lies is None or lies.leaf == scope.key else Scope("word", word_key(word))


async def place_meant(tx: Tx, visit: Visit, word: str) -> Place:
    """Where what is booked under a word lies."""
    return await _lies_at(tx, visit, word) or place_of(word)


async def name_word(tx: Tx, visit: Visit, word: str, means: str) -> list[str]:
    """A word, or a merchant, means a category from now on; "" forgets it. Returns the words that changed.

    Words that meant this word mean the same with it, so that one look tells what a word stands for.
    Raises Refused when the word is a heading of the taxonomy, when it would mean itself, or when nothing is forgotten.
    """
    _check_free(word)
    target = await meant_by(tx, visit, means) if means else ""
    if word_key(target) == word_key(word):
        raise Refused("means_itself", word=word)
    all_meanings = await tx.meanings.all(visit.ledger_id)
    known = [other for other, meaning in all_meanings if means and word_key(meaning) == word_key(word)]
    changed = [each for each in (word, *known) if await _mean(tx, visit, each, target)]
    if not changed and not means:
        raise Refused("means_nothing", word=word)
    return changed


async def _mean(tx: Tx, visit: Visit, word: str, target: str) -> bool:
    before = await tx.meanings.put(visit.ledger_id, word, target)
    if before != target:
        await write_deed(tx, visit, Meant(word=word, before=before, after=target))
    return before != target


async def lay_word(tx: Tx, visit: Visit, word: str, heading: str) -> bool:
    """A category of the person's own lies under a group or a leaf from now on, with all that is booked under it.

    False when it lies there already. Raises Refused when the word is itself a heading.
    """
    _check_free(word)
    lies = await place_meant(tx, visit, word)
    place = _under(lies, heading, word)
    if (place.group, place.leaf) == (lies.group, lies.leaf):
        return False
    await tx.books.lay(visit.ledger_id, "expense", place)
    await write_deed(tx, visit, Laid(before=Place(lies.group, lies.leaf, word), after=place))
    await _keep_its_budget(tx, visit, word, place)
    return True


async def _keep_its_budget(tx: Tx, visit: Visit, word: str, place: Place) -> None:
    """A budget that the person set on the word itself counts that word wherever it lies."""
    key = word_key(word)
    for budget in await tx.budgets.all(visit.ledger_id):
        if budget.scope.kind == "leaf" and word_key(budget.word) == key and not covers(budget.scope, place):
            await remove_budget(tx, visit, budget)
            await set_budget(tx, visit, replace(budget, scope=Scope("word", key)))


async def may_be_laid(tx: Tx, visit: Visit, word: str, heading: str) -> bool:
    """Whether a heading of the taxonomy is named, and the word is a category this person spends on, no merchant."""
    if scope_of(heading).kind not in ("group", "leaf") or await _lies_at(tx, visit, word) is None:
        return False
    return not await is_merchant(tx, visit, word)


async def is_merchant(tx: Tx, visit: Visit, word: str) -> bool:
    """Whether anything was ever booked at a merchant of that name."""
    which = Which(period=Period(date.min, date.max), scope=Scope("all", ""), merchant=merchant_key(word))
    return bool(await tx.books.search(visit.ledger_id, Search(which=which, most=1)))


def _under(lies: Place, heading: str, word: str) -> Place:
    """Under a group a word keeps its leaf where that is the group's."""
    scope = scope_of(heading)
    if scope.kind == "leaf":
        return Place(place_of(heading).group, scope.key, word)
    return Place(scope.key, lies.leaf if lies.group == scope.key else OTHER, word)


async def _lies_at(tx: Tx, visit: Visit, word: str) -> Place | None:
    key = word_key(word)
    words = await tx.books.words(visit.ledger_id, "expense")
    return next((place for place in words if word_key(place.word) == key), None)


def _check_free(word: str) -> None:
    if not fold(word) or scope_of(word).kind in ("all", "group"):
        raise Refused("word_taken", word=word)
