"""Doors in: what arrives, turned into PAM's words. Doors never decide."""
