"""Keeping what the author made: whole-or-nothing saving."""
