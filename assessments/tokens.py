"""Secrets in links: 256 random bits in the address, only their hash in the database."""

from __future__ import annotations

import hashlib
import secrets


def new_token() -> tuple[str, str]:
    """A token for a link, and the hash to keep of it."""
    token = secrets.token_urlsafe(32)
    return token, digest(token)


def digest(token: str) -> str:
    """The hash under which a token is kept: it is random, so no salt or stretching is needed."""
    return hashlib.sha256(token.encode()).hexdigest()
