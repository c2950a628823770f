"""What is done together: rooms and meetings. Rules without HTTP."""
