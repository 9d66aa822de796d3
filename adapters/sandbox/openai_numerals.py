"""The first amount in a sentence, in figures or in English words."""

import re

FIGURES = re.compile(r"(?<![\w.,])[$€£]?(\d+(?:[.,]\d{1,2})?)(?![\w])")
ONES: dict[str, int] = {
    word: number for number, word in enumerate("zero one two three four five six seven eight nine".split())
}
TEENS: dict[str, int] = {
    word: number
    for number, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), start=10
    )
}
TENS: dict[str, int] = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
NUMBERS = {**TENS, **TEENS, **ONES}
WORD = re.compile(r"[a-z]+")


def amount_in(text: str) -> str | None:
    """As "42.50", or "42" where it was said so; None when there is none. "Forty two fifty" is 42.50."""
    figures = FIGURES.search(text)
    if figures:
        return figures[1].replace(",", ".")
    numbers = _numbers(WORD.findall(text.lower()))
    if not numbers:
        return None
    if len(numbers) > 1 and 10 <= numbers[1] < 100:
        return f"{numbers[0]}.{numbers[1]}"
    return str(numbers[0])


def _numbers(words: list[str]) -> list[int]:
    """The first numbers that follow one another."""
    numbers: list[int] = []
    takes_ones = False
    for word in words:
        if word == "hundred":
            numbers.append((numbers.pop() if numbers else 1) * 100)
        elif word in NUMBERS and numbers and (numbers[-1] >= 100 or (takes_ones and word in ONES)):
            numbers[-1] += NUMBERS[word]
        elif word in NUMBERS:
            numbers.append(NUMBERS[word])
        elif numbers and word != "and":
            break
        takes_ones = word in TENS
    return numbers
