"""The living document as one HTML page that needs nothing else: no network, no fonts, and to be read no script."""
