"""A widget: what Python gives to the browser, and what the browser shows."""
