"""Sends the decks."""
