"""Trace ids: one for everything that one message sets in motion."""

import secrets


def new_trace_id() -> str:
    """32 lower-case hex digits, as W3C trace context wants them."""
    return secrets.token_hex(16)
