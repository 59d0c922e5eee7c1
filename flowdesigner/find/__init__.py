"""Finding things in a project: words, blocks by name, blocks of a kind; and replacing words."""
