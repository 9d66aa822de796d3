"""How many SMS a text costs: GSM 03.38 seven-bit characters, or UCS-2 as soon as one is not among them."""

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
# Sent as an escape and a second septet.
EXTENDED = frozenset("\f^{}\\[~]|€")

# One SMS carries 140 octets; a part of several gives 6 of them to the header that joins them.
GSM_ALONE, GSM_PART = 160, 153
UCS_ALONE, UCS_PART = 70, 67


def is_gsm7(text: str) -> bool:
    return all(character in BASIC or character in EXTENDED for character in text)


def count_segments(text: str) -> int:
    """At least one. A character of two units is never split over two parts."""
    if is_gsm7(text):
        return _count([2 if character in EXTENDED else 1 for character in text], GSM_ALONE, GSM_PART)
    return _count([2 if character > "\uffff" else 1 for character in text], UCS_ALONE, UCS_PART)


def _count(widths: list[int], alone: int, part: int) -> int:
    if sum(widths) <= alone:
        return 1
    segments, used = 1, 0
    for width in widths:
        if used + width > part:
            segments, used = segments + 1, 0
        used += width
    return segments
