"""Sends the home page, the members' pages and their assets."""
