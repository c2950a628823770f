"""Measures the kit beside plain Voila and nginx, in one run on one machine: ``make bench``."""
