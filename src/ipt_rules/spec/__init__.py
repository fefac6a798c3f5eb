"""The living document: the features as QA reads them, with rules, statements, sources, results and the trace matrix."""
