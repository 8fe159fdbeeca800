"""The entry point for ASGI servers."""

import os

from django.core.asgi import get_asgi_application

from playbook_site.content import prepare_content, require_content
from playbook_site.static_files import require_static_files

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "playbook_site.settings")

require_content()
application = get_asgi_application()
require_static_files()
prepare_content()
