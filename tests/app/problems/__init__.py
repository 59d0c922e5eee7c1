"""The panel of problems."""
