"""What a cell shows."""
