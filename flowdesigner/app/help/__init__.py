"""The help window: the reference, opened at what the author is at."""
