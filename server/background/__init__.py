"""Decides when pages, decks and prints are made anew, and keeps what was made; sends nothing."""
