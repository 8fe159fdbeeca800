"""What takes longer than a page: done by a worker on a deployed site, elsewhere at once."""
