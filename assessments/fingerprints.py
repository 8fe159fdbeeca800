"""What a form holds of what it showed: enough to tell later whether that has changed."""

from __future__ import annotations

import json
from hashlib import blake2s
from typing import Any


def fingerprint(value: Any) -> str:
    """A short digest of anything that JSON can write."""
    return blake2s(json.dumps(value).encode(), digest_size=6).hexdigest()
