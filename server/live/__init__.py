"""Live apps: a notebook with a kernel of one's own."""
