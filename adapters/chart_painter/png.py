"""A chart as a PNG, rasterised in a process of its own: the rasteriser would hold the whole of PAM for 65 ms."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE
from contextlib import suppress
from pathlib import Path

from adapters.chart_painter.svg import svg_of
from bot.domain.chart import Chart
from bot.domain.errors import Rejected

RASTERISER = Path(__file__).with_name("rasterise.py")
# Each takes a core and 20 MB for a tenth of a second.
AT_ONCE = 2


class ChartPainter:
    """Paints in any order, two at a time."""

    def __init__(self, deadline_s: float = 5.0, rasteriser: Path = RASTERISER) -> None:
        self._deadline_s = deadline_s
        self._rasteriser = rasteriser
        self._places = asyncio.Semaphore(AT_ONCE)

    async def png_of(self, chart: Chart) -> bytes:
        """1,000 pixels wide. Raises Rejected where no picture comes about."""
        svg = svg_of(chart).encode()
        async with self._places:
            try:
                async with asyncio.timeout(self._deadline_s):
                    return await self._rasterised(svg)
            except TimeoutError as late:
                raise Rejected("unpainted", "it took too long") from late
            except OSError as fault:
                raise Rejected("unpainted", "no process could be started") from fault

    async def _rasterised(self, svg: bytes) -> bytes:
        # Its own session: what ends PAM from the keyboard lets her finish. No environment: it needs no secret of hers.
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-I", self._rasteriser, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env={},
            start_new_session=True,
        )  # fmt: skip
        try:
            png, _ = await process.communicate(svg)
        finally:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
        if process.returncode or not png:
            raise Rejected("unpainted", f"the rasteriser ended with {process.returncode}")
        return png
