"""The pretend street: the vendors' own HTTP APIs on loopback, and the two-phone page."""
