"""The entry point for WSGI servers: `gunicorn playbook_site.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "playbook_site.settings")

application = get_wsgi_application()
