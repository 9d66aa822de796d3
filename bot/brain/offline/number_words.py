"""Numbers said in words, as a voice says them: "a hundred and twenty", "twelve hundred", "ten thousand"."""

from bot.brain.offline.pieces import Pieces

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES: dict[str, int] = {word: value for value, word in enumerate(_ONES.split())}
TENS: dict[str, int] = {word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)}
TENS |= {"fourty": 40, "fivety": 50, "ninty": 90}
SCALES = {
    "hundred": 100, "thousand": 1_000, "grand": 1_000, "lakh": 100_000, "lakhs": 100_000, "lac": 100_000,
    "lacs": 100_000, "million": 1_000_000, "crore": 10_000_000, "crores": 10_000_000, "billion": 10**9,
    "trillion": 10**12,
}  # fmt: skip
OPENERS = frozenset(ONES) | frozenset(TENS) | frozenset(SCALES) - {"grand"}
ALL = OPENERS | {"grand", "dozen"}


def read_below_hundred(pieces: Pieces, at: int) -> tuple[int, int]:
    """(value, where it ends); ends at ``at`` when there is none."""
    word = pieces[at].word
    if word in TENS:
        following = ONES.get(pieces[at + 1].word, 0)
        if 0 < following < 10:
            return TENS[word] + following, at + 2
        return TENS[word], at + 1
    if word in ONES:
        return ONES[word], at + 1
    return 0, at


def read_number_words(pieces: Pieces, at: int) -> tuple[int, int]:
    """The whole number that starts at ``at`` and where it ends; (0, at) when there is none.

    Two numbers side by side ("twenty three fifty") are two numbers: the second is left.
    """
    total, current, end, seen = 0, 0, at, False
    if pieces[at].word in ("a", "an") and pieces[at + 1].word in SCALES:
        current, end, seen = 1, at + 1, True
    while True:
        word = pieces[end].word
        if word in SCALES and (seen or word != "grand"):
            scale = SCALES[word]
            if scale == 100:
                current = (current or 1) * 100
            else:
                total, current = total + (current or 1) * scale, 0
            end, seen = end + 1, True
            continue
        skip = 1 if word == "and" and seen and pieces[end - 1].word in SCALES else 0
        value, after = read_below_hundred(pieces, end + skip)
        follows_scale = not seen or pieces[end - 1].word in SCALES or pieces[end - 1].word in ("a", "an")
        if after == end + skip or not follows_scale:
            break
        current, end, seen = current + value, after, True
    return (total + current, end) if seen else (0, at)
