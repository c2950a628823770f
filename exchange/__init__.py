"""Formats of other programs: calendars are written, tables of CSV and Excel are read."""
