"""Slides, handouts, speaker's pages and exam papers as PDF."""
