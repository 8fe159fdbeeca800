"""An organisation's logo: set, replaced, removed."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from assessments.logos import Logo
from assessments.models import Organisation, OrganisationLogo, User


def set_logo(*, organisation: Organisation, logo: Logo, by: User | None, at: datetime) -> None:
    """In the place of the one before."""
    OrganisationLogo.objects.update_or_create(
        organisation=organisation,
        defaults={
            "content": logo.content,
            "digest": sha256(logo.content).hexdigest(),
            "width": logo.width,
            "height": logo.height,
            "set_by": by,
            "set_at": at,
        },
    )


def remove_logo(*, organisation: Organisation) -> None:
    """Reports have none from now on."""
    OrganisationLogo.objects.filter(organisation=organisation).delete()
