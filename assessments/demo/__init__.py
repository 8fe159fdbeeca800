"""The demo: an organisation to look at, and links that sign one in. Under `manage.py demo` only."""
