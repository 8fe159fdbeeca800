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


def sealed(text: bytes, key: str) -> bytes:
    """The text, readable only with the key, and sealed again the text itself. The key must hold a
    secret and seal one text alone: it is drawn out to a pad as long as the text."""
    pad = hashlib.shake_256(b"seal:" + key.encode()).digest(len(text))
    return bytes(a ^ b for a, b in zip(text, pad, strict=True))
