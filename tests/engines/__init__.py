"""Exports, run in the real engines beside our own."""
