"""A report as a document to take away: its blocks, which the PDF and the Markdown draw alike."""
