"""What is done together, and what stays of it: rooms, records, minutes, reports; rules without HTTP."""
