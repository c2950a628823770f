"""The deck model, and how it is made from an executed notebook."""
