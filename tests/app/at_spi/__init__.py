"""The window as the accessibility bus has it, read back as a screen reader reads it."""
