"""What a page keeps on the reader's device for its kernel."""
