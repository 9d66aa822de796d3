"""Charts as PNG, by the real rasteriser in its own process: every glyph shows, and no fault is more than a picture less."""

import asyncio
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from adapters.chart_painter.png import ChartPainter
from bot.domain.chart import Chart
from bot.domain.errors import Rejected
from tests.charts import EVERY_KIND, month_by_category

PNG = b"\x89PNG\r\n\x1a\n"
LARGEST = 100 * 1024


def titled(title: str) -> Chart:
    return replace(month_by_category(), title=title)


@pytest.mark.parametrize("chart", EVERY_KIND)
async def test_a_chart_becomes_a_small_png_as_wide_as_a_phone_shows(chart: Chart) -> None:
    png = await ChartPainter().png_of(chart)

    assert png.startswith(PNG)
    assert int.from_bytes(png[16:20]) == 1000
    assert len(png) < LARGEST


async def test_every_kind_of_letter_leaves_a_mark() -> None:
    """A font that is missing shows nothing at all, and says nothing of it."""
    painter = ChartPainter()
    letters = ["", "a", "é", "€", "₹", "−", "Ω", "Ж", "食", "🍕", "ש"]
    pngs = await asyncio.gather(*[painter.png_of(titled(letter)) for letter in letters])

    nothing, *marks = pngs
    assert [letter for letter, png in zip(letters[1:], marks, strict=True) if png == nothing] == []


async def test_the_same_chart_is_the_same_picture() -> None:
    painter = ChartPainter()

    assert await painter.png_of(month_by_category()) == await painter.png_of(month_by_category())


async def test_hostile_words_are_painted() -> None:
    words = "</text><script>\u202e\ud800\ufffe\x00 食🍕" * 5

    assert (await ChartPainter().png_of(titled(words))).startswith(PNG)


@pytest.mark.parametrize("program", ["raise SystemExit(3)", "pass", "import os; os.abort()"])
async def test_a_rasteriser_that_breaks_is_a_picture_less(tmp_path: Path, program: str) -> None:
    broken = tmp_path / "broken.py"
    broken.write_text(program, encoding="ascii")

    with pytest.raises(Rejected) as no:
        await ChartPainter(rasteriser=broken).png_of(month_by_category())
    assert no.value.reason == "unpainted"


async def test_a_rasteriser_that_hangs_is_ended(tmp_path: Path) -> None:
    stuck = tmp_path / "stuck.py"
    stuck.write_text("import threading; threading.Event().wait()", encoding="ascii")

    with pytest.raises(Rejected) as no:
        await ChartPainter(deadline_s=0.1, rasteriser=stuck).png_of(month_by_category())
    assert no.value.reason == "unpainted"


async def test_the_rasteriser_is_told_no_secret(tmp_path: Path) -> None:
    telling = tmp_path / "telling.py"
    telling.write_text("import os; print(sorted(set(os.environ) - {'LC_CTYPE'}))", encoding="ascii")

    assert await ChartPainter(rasteriser=telling).png_of(month_by_category()) == b"[]\n"


def test_pam_herself_does_not_carry_the_rasteriser() -> None:
    assert "resvg_py" not in sys.modules
