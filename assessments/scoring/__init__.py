"""From answers to a result that explains itself. Pure: no framework, no clock, no database."""
