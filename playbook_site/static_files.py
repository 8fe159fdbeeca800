"""No server without its styles and scripts: on a deployed site `collectstatic` gathers them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders

from playbook_site.env import CANNOT_START


def require_static_files() -> None:
    """End the start of a deployed site that has not gathered every file its pages name."""
    if settings.DEPLOYED and (lacking := _lacking(Path(settings.STATIC_ROOT))):
        sys.stderr.write(
            f"The site cannot start: {lacking} of its static files are not gathered. "
            "Run this, with each new release: python manage.py collectstatic --noinput\n"
        )
        raise SystemExit(CANNOT_START)


def _lacking(folder: Path) -> int:
    try:
        manifest = (folder / "staticfiles.json").read_text(encoding="utf-8")
        gathered = json.loads(manifest)["paths"]
    except (OSError, ValueError, KeyError):
        gathered = {}
    named = {
        Path(name).as_posix() for finder in get_finders() for name, _storage in finder.list([])
    }
    return sum(name not in gathered or not (folder / gathered[name]).exists() for name in named)
