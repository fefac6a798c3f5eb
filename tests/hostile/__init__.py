"""Hostile input: files spoiled on purpose, what is done with each, and what counts as a finding."""
