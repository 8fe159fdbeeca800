"""What the site costs, in ratios to the smallest of its kind; run by hand, and no test."""
