"""Finding: words, blocks by name, blocks of a kind, commands, steps of the history."""
