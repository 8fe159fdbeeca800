#!/usr/bin/env python
"""Django's command line; `manage.py demo` runs the site with example data."""

import logging
import os
import sys

from django.conf import settings
from django.core.management import execute_from_command_line


def main() -> None:
    """Run the command; on a deployed site an error goes to the log, in the log's words."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "playbook_site.settings")
    try:
        execute_from_command_line(sys.argv)
    except Exception:
        if not (settings.configured and settings.DEPLOYED):
            raise
        logging.getLogger("playbook_site").exception("manage.py %s failed", *sys.argv[1:2])
        sys.exit(1)


if __name__ == "__main__":
    main()
