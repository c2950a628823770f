"""A file of the reader's own for the kernel."""
