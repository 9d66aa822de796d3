"""Frozen values and the rules on them: pure, synchronous, no clock, no vendor."""
