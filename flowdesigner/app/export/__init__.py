"""Handing the journey to developers: the dialog that exports and says what gets lost."""
