"""What the settings read from outside, with failures that name the fix."""

import os
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key


def required(name: str, why: str, example: str) -> str:
    """The value of a variable a deployed site cannot do without."""
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(
            f"{name} is not set, and ALLOWED_HOSTS is, so this is a deployed site. "
            f"{why} Set it in the environment, for example {name}={example}"
        )
    return value


def checkout_secret_key(path: Path) -> str:
    """A random key kept beside the checkout, so that sessions outlive a restart.

    Moved into place once written: a process that starts meanwhile reads no half of it.
    """
    if not path.exists():
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False) as draft:
            draft.write(get_random_secret_key())
        Path(draft.name).replace(path)
    return path.read_text()
