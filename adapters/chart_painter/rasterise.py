"""The process that turns one SVG into one PNG: SVG in, PNG out, nothing else; run by its path, as a program."""

import sys
from pathlib import Path

# Twice the units of the SVG: sharp on a phone.
ZOOM = 2


def main() -> None:
    from resvg_py import svg_to_bytes

    font = Path(__file__).with_name("inter_medium.otf")
    png = svg_to_bytes(
        svg_string=sys.stdin.buffer.read().decode(),
        zoom=ZOOM,
        skip_system_fonts=True,
        font_files=[str(font)],
        font_family="Inter Medium",
        sans_serif_family="Inter Medium",
    )
    sys.stdout.buffer.write(png)


if __name__ == "__main__":
    main()
