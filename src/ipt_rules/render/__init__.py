"""A recommendation as text, Markdown or JSON. `page.py` says what is shown; the formats only say how."""
