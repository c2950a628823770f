"""Makes pages, decks, prints and the static site; sends nothing."""
