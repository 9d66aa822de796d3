"""Doors in over HTTP."""
