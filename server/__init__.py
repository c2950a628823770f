"""The Voila application, its pages, and the command line."""
