"""Twelve journeys as businesses draw them, which no rule may find fault with."""
