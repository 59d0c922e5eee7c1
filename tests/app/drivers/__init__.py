"""Drivers that speak the words of an author, one for each part of the window."""
