"""The entry point for ASGI servers."""

import os

from django.core.asgi import get_asgi_application

from playbook_site.content import require_content

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "playbook_site.settings")

require_content()
application = get_asgi_application()
