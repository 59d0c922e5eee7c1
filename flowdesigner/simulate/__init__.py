"""The one engine: a conversation as a value, moved on by inputs, with a clock of its own.

`engine.start` opens a `Session`, `engine.send` gives the next one; the old one stays as it was,
so stepping back is keeping it. Preview, command line, saved conversations and coverage all run it.
"""
