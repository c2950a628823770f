"""Fixtures that several test packages use."""
