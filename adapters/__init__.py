"""Doors out: one technology behind one port each."""
