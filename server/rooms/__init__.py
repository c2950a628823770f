"""Rooms over HTTP: pages and state for phones and wall, acts of members and hosts, the line that says what is new."""
