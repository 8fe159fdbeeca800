"""Many services as tables to take away: what stands in them apart from how it is written."""
