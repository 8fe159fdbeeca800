"""Writes: verbs that are keyword-only, atomic, and told by whom and when."""
