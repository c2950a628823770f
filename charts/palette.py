"""The colours of charts and slides by name; a module of its own, so that reading them draws nothing in."""

# The light colours of widgets/shared/theme.css, by the names they have there. On a page the front end
# puts the variables back in their place, so that a chart follows the dark theme.
PALETTE = {
    "kit-ground": "#faf7f2",
    "kit-surface": "#ffffff",
    "kit-raised": "#f3ede3",
    "kit-line": "#d9cfc0",
    "kit-ink": "#22201d",
    "kit-muted": "#5d574f",
    "kit-red": "#9b1c1f",
    "kit-red-strong": "#7d1417",
    "kit-gold": "#8a6100",
    "kit-gold-soft": "#f6e7c1",
    "kit-blue": "#1f5a8a",
    "kit-right": "#1c6b3f",
    "kit-right-soft": "#e2f2e8",
    "kit-wrong": "#9b3a00",
    "kit-wrong-soft": "#fbe9dc",
}
