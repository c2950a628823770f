"""Decks and print from executed notebooks: one model, from which every output is made."""
