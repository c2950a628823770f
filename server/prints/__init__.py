"""Sends the printed files."""
