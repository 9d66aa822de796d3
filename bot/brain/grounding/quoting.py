"""Lines of the prose that are a statement's own, word for word: where they stand as there they need no judging."""

import msgspec

from bot.brain.grounding.known import Books, Known, Place, line_key
from bot.brain.grounding.pieces import Piece


class Quote(msgspec.Struct, frozen=True):
    """A place in the prose, and the line of the statements that stands there."""

    start: int
    end: int
    place: Place


def quotes_in(text: str, books: Books) -> list[Quote]:
    found: list[Quote] = []
    start = 0
    for written in text.split("\n"):
        place = books.places.get(line_key(written))
        if place is not None:
            found.append(Quote(start, start + len(written), place))
        start += len(written) + 1
    return found


class Before(msgspec.Struct):
    """What stands before a line of the prose: a line of the statements, word for word or by its figure, or words."""

    place: Place | None = None
    is_quoted: bool = False
    is_open: bool = True

    def bears(self, place: Place, books: Books) -> bool:
        """Whether a line says here what it says there: nothing before it turns it to something else.

        A row stands below what it is a row of. A whole line follows its own statement, or begins another after lines
        of the books alone; with nothing named before it, it has to name something itself or be the first.
        """
        if place.heading != place.line:
            return self.place is not None and self.place.heading == place.heading
        if self.place is not None and self.place.statement == place.statement:
            return True
        if not (self.is_open or self.is_quoted):
            return False
        is_first = all(each.statement != place.statement or each.line >= place.line for each in books.places.values())
        return is_first or bool(books.runs_of[place.line])

    def quote(self, place: Place) -> None:
        self.place, self.is_quoted, self.is_open = place, True, False

    def tell(self, pieces: list[Piece], told: list[Known], books: Books) -> None:
        """Words of the model's own: a figure among them may be one of a line's."""
        self.is_quoted = False
        last = told[-1].line if told and any(piece.figures for piece in pieces) else None
        if last is not None or any(piece.runs or piece.days or piece.senses for piece in pieces):
            self.place = next((place for place in books.places.values() if place.line == last), None)
            self.is_open = False
