"""The one-time key of a form, by which a second press of its button is known to be one."""

from __future__ import annotations

import secrets

FORM_KEY = "form_key"
"""The name of the field that holds it."""

BYTES = 24
LENGTH = len(secrets.token_urlsafe(BYTES))


def new_key() -> str:
    return secrets.token_urlsafe(BYTES)
