"""Slides as an editable PowerPoint file."""
