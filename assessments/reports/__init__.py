"""What a result says, in words, apart from how a page or a PDF draws it."""
