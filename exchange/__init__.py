"""Formats that other programs read: calendars."""
