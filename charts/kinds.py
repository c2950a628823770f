"""Kinds of events in a plan's year, as chart and table name them."""

# Kind → its name, its colour; each also has its own shape (see _sign).
KINDS = {
    "peak": ("Cao điểm", "kit-gold"),
    "deadline": ("Hạn", "kit-red"),
    "review": ("Sơ kết, kiểm điểm", "kit-blue"),
    "period": ("Suốt đợt", "kit-right"),
}
