"""What meetings leave behind: records, minutes, what branches send, reports; rules without HTTP."""
