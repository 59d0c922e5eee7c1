"""Trying a journey out: a chat as the customer has it, on the engine, with a clock of its own."""
