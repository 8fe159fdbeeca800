"""Search over everything the playbook says: documents, one index of them, and what it finds."""
