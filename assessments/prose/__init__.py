"""Markdown, as people write it in notes and authors in content: to safe HTML, to neutral blocks
for the report, to plain text. Pure: it knows no Django."""
