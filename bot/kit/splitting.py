"""Cuts a long text into stretches no longer than a limit, at a line's end if it can, else between words."""


def stretches(text: str, limit: int) -> list[tuple[int, int]]:
    """Start and end of each stretch, in order; blanks and newlines at the cuts belong to none."""
    found: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > limit:
        end = _cut(text, start, limit)
        found.append((start, end))
        start = end
        while start < len(text) and text[start] in " \n":
            start += 1
    if start < len(text):
        found.append((start, len(text)))
    return found


def _cut(text: str, start: int, limit: int) -> int:
    # A border in the first half would leave a stub; then the next weaker border is better.
    earliest = start + limit // 2
    for border in ("\n", " "):
        end = text.rfind(border, earliest, start + limit + 1)
        if end > start:
            return end
    return start + limit
