"""Content, charts and widgets of the study kit."""
