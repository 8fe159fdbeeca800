"""Single-use log-in links of the demo, kept in the memory of the process that serves it."""

from __future__ import annotations

from assessments.models import User
from assessments.tokens import digest, new_token

_waiting: dict[str, int] = {}


def link_for(user: User) -> str:
    """The token of a link that signs that person in, once."""
    token, token_hash = new_token()
    _waiting[token_hash] = user.pk
    return token


def redeem(token: str) -> User | None:
    """Whom the link is for, None where it is unknown or was used. `pop` is one step, so of two
    visits at once one finds nothing."""
    pk = _waiting.pop(digest(token), None)
    return User.objects.filter(pk=pk).first() if pk is not None else None
